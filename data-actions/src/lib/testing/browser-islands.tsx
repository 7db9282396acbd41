import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { dataClient, startData, useAction, useMutate } from '../../react.ts';
import { defineAction, defineMutation, definePrivateAction, type } from '../define-action.ts';
import { defineSource } from '../define-source.ts';

const source = defineSource({ id: 'backend' });
const input = z.object({ id: z.string() });

export const price = defineAction({
  id: 'price',
  source,
  input,
  output: type<{ text: string }>(),
  varyBy: ['currency'],
  cache: { fresh: 60_000 },
  tags: ({ id }) => [`price:${id}`],
});
export const cart = definePrivateAction({ id: 'cart', source, input, output: type<{ count: number }>() });
export const add = defineMutation({
  id: 'cart.add',
  input: z.object({ pieces: z.number() }),
  output: type<{ kind: 'changed'; count: number }>(),
  updates: [cart],
});

function Price({ id }: { id: string }) {
  const { data, isPending } = useAction(price, { id });
  return <p id={`price-${id}`}>{isPending ? 'pending' : data === null ? 'none' : data?.text}</p>;
}

function Badge({ id }: { id: string }) {
  const { data } = useAction(cart, { id: 'mine' });
  return <p id={id}>{data?.count ?? '?'}</p>;
}

function Add() {
  const { mutate, data, error, isPending } = useMutate(add);
  return (
    <button type="button" id="add-button" onClick={() => mutate({ pieces: 2 })}>
      {isPending ? 'adding' : (error?.message ?? data?.count ?? 'add')}
    </button>
  );
}

/** Islands of their own roots, as on a page. Called by the page of `react-door.test.ts`. */
export function wake(): void {
  const start = JSON.parse(document.getElementById('start')!.textContent!);
  startData(start);
  const islands = {
    a: <Price id="a" />,
    b: <Price id="b" />,
    again: <Price id="b" />,
    none: <Price id="none" />,
    one: <Badge id="badge-1" />,
    two: <Badge id="badge-2" />,
    add: <Add />,
  };
  for (const [id, island] of Object.entries(islands)) createRoot(document.getElementById(id)!).render(island);
  Object.assign(globalThis, { clients: new Set([dataClient(), dataClient()]).size });
}

if (typeof document !== 'undefined') wake();
