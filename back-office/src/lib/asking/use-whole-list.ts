import { type AskedWith, useAnswer } from './use-answer.ts';
import type { Pages } from './use-pages.ts';

/**
 * Asks for a list that the API gives whole, for parts that show lists page by page.
 * @param items the name under which the answer has them.
 * @param isMeant narrows it down here.
 */
export function useWholeList<Item>(
  path: string,
  items: string,
  isMeant: (item: Item) => boolean = () => true,
  query: AskedWith = {},
): Pages<Item> {
  const asked = useAnswer<Readonly<Record<string, readonly Item[]>>>(path, query, { keep: true });
  return {
    data: asked.data?.[items]?.filter(isMeant),
    error: asked.error,
    fetchStatus: asked.fetchStatus,
    isOld: asked.isPlaceholderData,
    hasMore: false,
    isFetchingMore: false,
    isMoreFailed: false,
    more: () => {},
    refetch: asked.refetch,
  };
}
