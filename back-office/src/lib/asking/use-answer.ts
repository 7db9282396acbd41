import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from './ask.ts';

export type AskedWith = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Asks the API, and again when something was changed here or the window is come back to. */
export function useAnswer<Answer>(
  path: string,
  query: AskedWith = {},
  options: { readonly enabled?: boolean; readonly keep?: boolean } = {},
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: [path, query],
    queryFn: () => api.get<Answer>(path, query),
    enabled: options.enabled,
    ...(options.keep && { placeholderData: keepPreviousData }),
  });
}
