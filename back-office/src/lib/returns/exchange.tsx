import { NativeSelect, Stack } from '@mantine/core';
import {
  type Money,
  money,
  type OrderView,
  type PrepareExchangeOutcome,
  type ReturnView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { type ChosenGood, ChosenGoods, withPieces } from '../goods/chosen-goods.tsx';
import { Columns } from '../look/columns.tsx';
import { MoneyField } from '../look/money-field.tsx';
import { Section } from '../look/section.tsx';
import { deliveryShares } from '../orders/refund-choices.ts';
import { amount } from '../words/amount.ts';
import { ConfirmExchange } from './confirm-exchange.tsx';
import { ReturnLines } from './return-lines.tsx';
import { useExchangePlan } from './use-exchange-plan.ts';

type Prepared = Extract<PrepareExchangeOutcome, { kind: 'prepared' }>;

/** Chooses what goes out, and tells what it comes to before it is done. */
export function Exchange({ found, order }: { found: ReturnView; order: OrderView }) {
  const { currency } = found.credit;
  // A cart of its own, so that neither the customer's nor that of a colleague is touched.
  const [cartId] = useState(randomUuid);
  const [lines, setLines] = useState<readonly ChosenGood[]>([]);
  const [methodId, setMethod] = useState<string>();
  const [fee, setFee] = useState<Money | undefined>(money(0, currency));
  const [delivery, setDelivery] = useState('none');
  const asked = useExchangePlan(found.id, {
    cartId,
    lines,
    ...(methodId !== undefined && { by: { methodId } }),
    fee: fee?.amount ?? 0,
    delivery,
  });
  const told = lines.length === 0 ? undefined : asked.data;
  const plan = told?.kind === 'prepared' ? told : undefined;
  const ways = plan?.checkout.options.filter(({ kind, hasSlots }) => kind !== 'pickup' && !hasSlots) ?? [];
  return (
    <Columns
      beside={
        <ConfirmExchange
          found={found}
          plan={plan}
          refusal={fee === undefined ? 'The fee cannot be read.' : refusalOf(told, asked.error)}
          isOld={asked.isFetching}
          terms={{ fee: fee?.amount ?? 0, delivery }}
        />
      }
    >
      <ReturnLines found={found} order={order} title="What came back" />
      <ChosenGoods
        title="What goes out instead"
        lines={lines}
        priced={plan?.checkout.cart.lines ?? []}
        put={(variantId, quantity) => setLines((before) => withPieces(before, variantId, quantity))}
      />
      <Section title="Terms">
        <Stack gap="md">
          {ways.length > 0 && (
            <NativeSelect
              label="Sent by"
              description="To the address of the order."
              value={methodId ?? plan?.checkout.delivery?.methodId ?? ''}
              onChange={(event) => setMethod(event.currentTarget.value)}
              data={ways.map((way) => ({
                value: way.methodId,
                label: `${way.name}, ${way.price.amount === 0 ? 'free' : amount(way.price)}`,
              }))}
            />
          )}
          <MoneyField
            label="Fee that is kept back"
            currency={currency}
            value={fee}
            onChange={setFee}
            error={
              told?.kind === 'fee-too-high'
                ? `At most ${amount(told.most)}, what the return is worth.`
                : undefined
            }
          />
          {order.delivery.amount > 0 && (
            <NativeSelect
              label="Of the delivery’s charge"
              value={delivery}
              onChange={(event) => setDelivery(event.currentTarget.value)}
              data={deliveryShares}
            />
          )}
        </Stack>
      </Section>
    </Columns>
  );
}

function refusalOf(told: PrepareExchangeOutcome | undefined, error: Error | null): string | undefined {
  if (error) return error.message;
  switch (told?.kind) {
    case undefined:
      return undefined;
    case 'prepared':
      return missingWords(told);
    case 'goods-refused':
      return goodsWords(told.because);
    case 'no-customer':
      return 'The order is a guest’s. Only customers can be given what an exchange needs: refund it, and let them order anew.';
    case 'fee-too-high':
      return 'The fee is higher than what the return is worth.';
    case 'barred':
      return `${amount(told.amount)} cannot go back the way it came.`;
    default:
      return 'This return is further by now. Somebody was faster.';
  }
}

function missingWords({ checkout: { missing } }: Prepared): string | undefined {
  const open = missing.filter((each) => each !== 'payment');
  return open.length > 0 ? `The order does not say enough to send goods: ${open.join(', ')}.` : undefined;
}

function goodsWords(because: Extract<PrepareExchangeOutcome, { kind: 'goods-refused' }>['because']): string {
  if (because.kind === 'sold-out') return 'One of the articles is sold out.';
  if (because.kind === 'not-enough') return `Only ${because.left} of one of the articles are left.`;
  if (because.kind === 'unknown-variant') return 'One of the articles is not sold in the order’s channel.';
  return 'These articles cannot be ordered together.';
}

// Not `randomUUID`, which browsers have on secure addresses only.
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
