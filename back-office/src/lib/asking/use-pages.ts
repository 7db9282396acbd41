import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from './ask.ts';
import type { AskedWith } from './use-answer.ts';

/** A list that comes page by page, each beginning where the last ended. */
export interface Pages<Item> {
  /** Undefined = nothing has come yet. */
  readonly data: readonly Item[] | undefined;
  readonly error: unknown;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  /** What is shown was asked for before the filters were changed. */
  readonly isOld: boolean;
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly isMoreFailed: boolean;
  more(): void;
  refetch(): unknown;
}

/**
 * Asks for a list of the API whose answer has `next` while there is more.
 * @param items the name under which the answer has them.
 * @param begin the name under which the API is told where a page begins.
 */
export function usePages<Item>(
  path: string,
  items: string,
  query: AskedWith = {},
  begin: 'after' | 'cursor' = 'after',
): Pages<Item> {
  const asked = useInfiniteQuery({
    queryKey: [path, 'pages', query],
    queryFn: ({ pageParam }) =>
      api.get<Readonly<Record<string, unknown>> & { readonly next?: string }>(path, {
        ...query,
        [begin]: pageParam,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return {
    data: asked.data?.pages.flatMap((page) => page[items] as readonly Item[]),
    error: asked.error,
    fetchStatus: asked.fetchStatus,
    isOld: asked.isPlaceholderData,
    hasMore: asked.hasNextPage,
    isFetchingMore: asked.isFetchingNextPage,
    isMoreFailed: asked.isFetchNextPageError,
    more: () => void asked.fetchNextPage(),
    refetch: asked.refetch,
  };
}
