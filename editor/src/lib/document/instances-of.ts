import type { PageInYdoc } from '@vitrine/content/collab';

/** Instances in the order in which they are read, without those that are left out and what is in them. */
export function instancesOf(
  page: Pick<PageInYdoc, 'children' | 'slotNames'>,
  isWanted: (id: string) => boolean = () => true,
): readonly string[] {
  const below = (ids: readonly string[]): readonly string[] =>
    ids
      .filter(isWanted)
      .flatMap((id) => [id, ...page.slotNames(id).flatMap((slot) => below(page.children(id, slot)))]);
  return below(page.children(undefined));
}
