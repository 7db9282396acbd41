import type * as Y from 'yjs';

/** Any type of a Y.Doc, as far as it is looked into here. */
export interface SharedType {
  readonly parent: SharedType | null;
  readonly _item: Y.Item | null;
  readonly _start: Y.Item | null;
  readonly _map: ReadonlyMap<string, Y.Item>;
}
