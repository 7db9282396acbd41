import type { StaffMethod } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';
import { localName } from '../words/local-name.ts';

interface Move {
  readonly method: StaffMethod;
  /** From 0. */
  readonly place: number;
}

/** Moves a delivery method to another place among them. */
export function useMoveMethod() {
  const command = useCommand<Move, { readonly kind: 'moved' | 'unchanged' | 'no-method' }>({
    send: ({ method, place }, options) =>
      api.post(`/delivery-methods/${encodeURIComponent(method.id)}/moves`, { place }, options),
    tells: ({ kind }, { method }) =>
      kind === 'no-method'
        ? { refused: 'There is no such delivery method any more.' }
        : { done: `${localName(method.name)} is moved.` },
  });
  return {
    move: (method: StaffMethod, place: number) => command.send({ method, place }),
    isBusy: command.isBusy,
  };
}
