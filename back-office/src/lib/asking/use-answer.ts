import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from './ask.ts';

export type AskedWith = Readonly<Record<string, string | readonly string[] | undefined>>;

const AGAIN_AFTER = 2000;

/** Asks the API, and again when something was changed here or the window is come back to. */
export function useAnswer<Answer>(
  path: string,
  query: AskedWith = {},
  options: {
    readonly enabled?: boolean;
    readonly keep?: boolean;
    /** Whether more of it is about to come by itself: it is asked again every other second then. */
    readonly isAwaited?: (answer: Answer) => boolean;
  } = {},
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: [path, query],
    queryFn: () => api.get<Answer>(path, query),
    enabled: options.enabled,
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && options.isAwaited?.(data) ? AGAIN_AFTER : false,
    ...(options.keep && { placeholderData: keepPreviousData }),
  });
}
