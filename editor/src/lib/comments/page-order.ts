import type { PageInYdoc } from '@vitrine/content/collab';

const known = new WeakMap<PageInYdoc, readonly string[]>();

/** Every instance in the order of the page, inside before behind; the same list as long as it did not change. */
export function pageOrder(page: PageInYdoc): readonly string[] {
  const visit = (id: string): string[] => [
    id,
    ...page.slotNames(id).flatMap((slot) => page.children(id, slot).flatMap(visit)),
  ];
  const order = page.children(undefined).flatMap(visit);
  const before = known.get(page);
  if (before?.length === order.length && before.every((id, index) => id === order[index])) return before;
  known.set(page, order);
  return order;
}
