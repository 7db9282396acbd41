import type { PageInYdoc } from '@vitrine/content/collab';
import type { ModuleDescription } from '../app/backend.ts';
import type { Fragments } from '../app/fragments.ts';
import type { Store } from '../app/store.ts';
import type { CanvasDoor } from '../canvas/canvas-door.ts';
import type { OpenDocument } from '../document/open-document.ts';

/** What the checks must know of an editor. */
export interface CheckedEditor {
  readonly page: PageInYdoc;
  readonly open: Pick<OpenDocument, 'state'>;
  readonly view: Store<object>;
  readonly canvas: CanvasDoor | undefined;
  /** Those of the channel that publishing looks at; the first is the one of values without a locale. */
  readonly checkedLocales: readonly string[];
  readonly fragments: Pick<Fragments, 'find'>;
  readonly describe: (type: string) => ModuleDescription | undefined;
}
