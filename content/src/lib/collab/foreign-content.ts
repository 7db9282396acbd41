import * as Y from 'yjs';
import { nodeIn, type PageSource } from './page-source.ts';
import type { SharedType } from './shared-type.ts';

/** Whether somebody else than the one who inserted an instance has put something into it. */
export function hasForeignContent(source: PageSource, id: string): boolean {
  const node = nodeIn(source, id);
  const creator = node?._item?.id.client;
  if (!node || creator === undefined) return false;
  const isForeign = (client: number) => client !== creator;
  return (
    holds(node, isForeign) ||
    [...source.texts.pathsOf(id)].some((path) => textHolds(source, id, path, isForeign))
  );
}

/** Whether there is something of such a client in a text. */
function textHolds(
  { texts }: PageSource,
  node: string,
  path: string,
  isMeant: (client: number) => boolean,
): boolean {
  const text = texts.existingText(node, path);
  const rich = texts.existingRichText(node, path);
  return (text !== undefined && holds(text, isMeant)) || (rich !== undefined && holds(rich, isMeant));
}

/** Whether anything in a shared type, at any depth, is of such a client. */
export function holds(type: SharedType, isMeant: (client: number) => boolean): boolean {
  const isHeld = (item: Y.Item) => {
    if (item.deleted) return false;
    if (item.countable && isMeant(item.id.client)) return true;
    return item.content instanceof Y.ContentType && holds(item.content.type, isMeant);
  };
  for (let item = type._start; item; item = item.right) if (isHeld(item)) return true;
  for (const item of type._map.values()) if (isHeld(item)) return true;
  return false;
}
