import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OrderView, QuoteAdditionOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { type ChosenGood, ChosenGoods, withPieces } from '../goods/chosen-goods.tsx';
import { Columns } from '../look/columns.tsx';
import { Section } from '../look/section.tsx';
import { additionRefusal } from './addition-words.ts';
import { ConfirmAddition } from './confirm-addition.tsx';

/** Chooses what comes to an order, and tells what it comes to before it is done. */
export function AddGoods({ order }: { order: OrderView }) {
  const [lines, setLines] = useState<readonly ChosenGood[]>([]);
  const [deliveryId, setDelivery] = useState('');
  const wish = { lines, ...(deliveryId && { deliveryId }) };
  const asked = useQuote(order.id, wish);
  const told = lines.length === 0 ? undefined : asked.data;
  const quote = told?.kind === 'quoted' ? told : undefined;
  const refusal =
    asked.error?.message ?? (told && told.kind !== 'quoted' ? additionRefusal(told) : undefined);
  return (
    <Columns
      beside={
        <ConfirmAddition
          order={order}
          wish={wish}
          quote={quote}
          refusal={lines.length === 0 ? undefined : refusal}
          isOld={asked.isFetching}
        />
      }
    >
      <ChosenGoods
        title="What comes to it"
        lines={lines}
        priced={quote?.lines ?? []}
        put={(variantId, quantity) => setLines((before) => withPieces(before, variantId, quantity))}
      />
      {order.deliveries.length > 1 && (
        <Section title="How it goes">
          <NativeSelect
            label="With"
            description="No other charge is added for it."
            value={deliveryId || (quote?.deliveryId ?? '')}
            onChange={(event) => setDelivery(event.currentTarget.value)}
            data={order.deliveries.map(({ id, name, store, address }) => ({
              value: id,
              label: [name, store?.name ?? address?.street].filter(Boolean).join(', '),
            }))}
          />
        </Section>
      )}
    </Columns>
  );
}

/** What goods would cost with an order, told anew whenever something of them changes. Writes nothing. */
function useQuote(
  orderId: string,
  wish: { readonly lines: readonly ChosenGood[]; readonly deliveryId?: string },
) {
  return useQuery({
    queryKey: ['/orders', orderId, 'addition-quotes', wish],
    queryFn: () => api.post<QuoteAdditionOutcome>(`/orders/${orderId}/addition-quotes`, wish, {}),
    enabled: wish.lines.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
