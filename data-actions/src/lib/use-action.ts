import { useQuery } from '@tanstack/react-query';
import { canonicalKey } from './action-key.ts';
import { canonicalJson } from './canonical-json.ts';
import { pageData } from './data-client.ts';
import type { AnyAction, InputOf, OutputOf } from './define-action.ts';

export interface UseActionOptions<O> {
  /** Does not ask while false. */
  readonly enabled?: boolean;
  /** What the server rendered with; fresh as the page is. */
  readonly initial?: O;
}

export interface AskedAnswer<O> {
  /** `null` = there is no such thing; `undefined` = not known yet, or failed. */
  readonly data: O | null | undefined;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

type UseAction = <A extends AnyAction>(
  action: A,
  input: InputOf<A>,
  options?: UseActionOptions<OutputOf<A>>,
) => AskedAnswer<OutputOf<A>>;

/**
 * Asks a question from an island. Every island that asks the same shares one answer, and questions of one moment share a
 * request. While the server renders, it is `initial` or pending.
 */
export const useAction: UseAction =
  typeof document === 'undefined'
    ? (_action, _input, { initial } = {}) => ({
        data: initial,
        isPending: initial === undefined,
        isFetching: false,
        error: null,
        refetch: async () => undefined,
      })
    : useActionInBrowser;

function useActionInBrowser<A extends AnyAction>(
  action: A,
  input: InputOf<A>,
  { enabled = true, initial }: UseActionOptions<OutputOf<A>> = {},
): AskedAnswer<OutputOf<A>> {
  const { client, context, asker } = pageData();
  const { data, isPending, isFetching, error, refetch } = useQuery(
    {
      queryKey: queryKeyOf(action, input, context),
      queryFn: () => asker.ask(action, input) as Promise<OutputOf<A> | null>,
      staleTime: action.class === 'public' ? action.cache.fresh : 10_000,
      // A public answer that is fresh stays; what is the shopper's own may have changed in another window.
      refetchOnWindowFocus: action.class === 'private',
      meta: { input },
      enabled,
      initialData: initial,
    },
    client,
  );
  return { data, isPending, isFetching, error, refetch };
}

/** @internal */
export function queryKeyOf(
  action: AnyAction,
  input: unknown,
  context: Parameters<typeof canonicalKey>[2],
): readonly [string, string] {
  const key =
    action.class === 'public' ? canonicalKey(action, input, context) : `${action.id}#${canonicalJson(input)}`;
  return [action.id, key];
}
