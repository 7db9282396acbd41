import type * as Y from 'yjs';
import { pathOfStoredKey } from './prop-path.ts';
import type { RootNames } from './root-names.ts';
import { parseName } from './root-texts.ts';
import type { SharedType } from './shared-type.ts';
import { markerOf } from './stored-value.ts';

/** The one text a transaction did nothing but type in, be it that it made it; `undefined` when it did anything else. */
export function typedText({ changed, doc }: Y.Transaction, names: RootNames): string | undefined {
  const nodes = doc.getMap('nodes');
  const texts = new Set<string | undefined>();
  for (const [type, keys] of changed as Map<SharedType, Set<string | null>>) {
    if (type.parent?.parent === nodes) {
      for (const key of keys) {
        const stored = (type as Y.Map<unknown>).get(key!);
        const kind = markerOf(stored)?.$;
        const isText = kind === 'text' || kind === 'rich-text';
        texts.add(isText ? `${type.parent._item?.parentSub}/${pathOfStoredKey(key!).path}` : undefined);
      }
      continue;
    }
    const place = parseName(names.of(type) ?? '');
    texts.add(place && `${place.node}/${place.path}`);
  }
  const [text] = texts;
  return texts.size === 1 ? text : undefined;
}
