import type { AnyView } from '@vitrine/modules';
import { watchIslands } from './watch-islands.ts';

/** Module id → its view, fetched when its first island wakes up. `@vitrine/modules/library/islands` is one. */
export type IslandViews = Readonly<Record<string, () => Promise<AnyView>>>;

/**
 * Makes the islands of the page wake up when their modules said they should. The shop's browser entry calls it once; React and
 * the views are fetched with the first island that wakes.
 */
export function startIslands(views: IslandViews): void {
  const { look } = watchIslands(async (island) => {
    const view = views[island.dataset.m ?? ''];
    if (!view)
      throw new Error(
        `Island "${island.id}" is of module "${island.dataset.m}", and this page's script has no such view. Was the page made by another build?`,
      );
    const [{ prepareIsland }, View] = await Promise.all([import('./wake-island.ts'), view()]);
    return prepareIsland(island, View);
  });
  document.addEventListener('vt:late', () => look(document));
}
