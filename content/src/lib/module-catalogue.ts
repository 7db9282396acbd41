import type { Props } from './page.ts';
import type { PropShapes } from './prop-shape.ts';

/** What content must know of the modules it is made of. Owned here; the registry of modules implements it. */
export interface ModuleCatalogue {
  /** Every module's id, for suggestions. */
  readonly ids: readonly string[];
  describe(id: string): ModuleFacts | undefined;
}

export interface ModuleFacts {
  /** What surrounds modules: decides, with the id, into which slots it fits. */
  readonly kind: string;
  /** Current version of its settings. */
  readonly version: number;
  readonly slots: Readonly<Record<string, SlotFacts>>;
  /** Settings that must have a text in every required locale. */
  readonly texts?: readonly string[];
  /** What its settings are called where they are filled in, by their names; absent = by their names. */
  readonly labels?: Readonly<Record<string, string>>;
  /** How its settings are taken apart when several people change them at once; absent = each as one piece. */
  readonly shapes?: PropShapes;
  /** What is wrong with settings of the current version, by their keys. */
  checkProps(props: Props): readonly { readonly path: string; readonly message: string }[];
  /** Settings of an older version in the form of the current one. Pure; throws when it cannot. */
  migrateProps?(props: Props, from: number): Props;
}

export interface SlotFacts {
  /** What it is called where it is filled; absent = by its name. */
  readonly label?: string;
  /** Kinds or module ids. */
  readonly allow: readonly string[];
  readonly max?: number;
}
