import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { pageData } from './data-client.ts';
import type { AnyMutation, InputOf, OutputOf } from './define-action.ts';

export type AskedChange<I, O> = Pick<
  UseMutationResult<O, Error, I>,
  'mutate' | 'mutateAsync' | 'isPending' | 'isError' | 'error' | 'data' | 'reset'
>;

type UseMutate = <M extends AnyMutation>(mutation: M) => AskedChange<InputOf<M>, OutputOf<M>>;

/**
 * Makes a change from an island. Private answers it makes out of date are asked anew in the same request and reach every
 * island that shows them. Refusals are outcomes; an error is a fault or a lost connection.
 */
export const useMutate: UseMutate =
  typeof document === 'undefined' ? () => asRendered as never : useMutateInBrowser;

function useMutateInBrowser<M extends AnyMutation>(mutation: M): AskedChange<InputOf<M>, OutputOf<M>> {
  const { client, asker } = pageData();
  return useMutation<OutputOf<M>, Error, InputOf<M>>(
    {
      mutationKey: [mutation.id],
      mutationFn: async (input) => {
        const shown = client
          .getQueryCache()
          .findAll({ type: 'active' })
          .filter(({ queryKey }) => mutation.updates.some(({ id }) => id === queryKey[0]));
        const questions = shown.map(({ queryKey, meta }) => ({
          action: String(queryKey[0]),
          input: meta?.input,
        }));
        const key = crypto.randomUUID();
        const send = () => asker.mutate(mutation, input, key, questions);
        // A lost connection does not say whether the change was made: the same key makes asking again safe.
        const { outcome, answers } = await send().catch((error: unknown) => {
          if (error instanceof TypeError) return send();
          throw error;
        });
        for (const { id } of mutation.updates) await client.cancelQueries({ queryKey: [id] });
        shown.forEach(({ queryKey }, i) => {
          const answer = answers[i];
          if (answer && ('value' in answer || answer.missing))
            client.setQueryData(queryKey, answer.value ?? null);
        });
        // What nobody shows now is asked when somebody does.
        for (const { id } of mutation.updates)
          await client.invalidateQueries({ queryKey: [id], type: 'inactive', refetchType: 'none' });
        return outcome as OutputOf<M>;
      },
    },
    client,
  );
}

const asRendered: AskedChange<never, never> = {
  mutate: () => {},
  mutateAsync: () => Promise.reject(new Error('Nothing is changed while the server renders.')),
  isPending: false,
  isError: false,
  error: null,
  data: undefined,
  reset: () => {},
};
