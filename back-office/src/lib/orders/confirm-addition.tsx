import { Radio, Stack, Text } from '@mantine/core';
import {
  type AddGoodsOutcome,
  type OrderView,
  type QuoteAdditionOutcome,
  RECEIVED_BY,
  type ReceivedBy,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { type Told, useCommand } from '../asking/use-command.ts';
import type { ChosenGood } from '../goods/chosen-goods.tsx';
import { Facts } from '../look/facts.tsx';
import { Section } from '../look/section.tsx';
import { amount } from '../words/amount.ts';
import { additionRefusal, receivedByWords } from './addition-words.ts';

/** What goods for an order come to, how they are paid, and the button that adds them. */
export function ConfirmAddition({
  order,
  wish,
  quote,
  refusal,
  isOld,
}: {
  order: OrderView;
  wish: { readonly lines: readonly ChosenGood[]; readonly deliveryId?: string };
  /** Undefined = nothing was chosen, or it cannot be. */
  quote: Extract<QuoteAdditionOutcome, { kind: 'quoted' }> | undefined;
  /** Why it cannot be added as it stands. */
  refusal: string | undefined;
  /** Another quote is on its way. */
  isOld: boolean;
}) {
  const [paidBy, setPaidBy] = useState<'shopper' | ReceivedBy>('shopper');
  const isFree = quote?.total.amount === 0;
  const input = {
    ...wish,
    seen: quote?.seen,
    ...(paidBy !== 'shopper' && !isFree && { receivedBy: paidBy }),
  };
  const command = useCommand<typeof input, AddGoodsOutcome>({
    send: (body, options) => api.post(`/orders/${order.id}/additions`, body, options),
    tells: (answer) => told(answer, order),
    onDone: () => goTo(`/orders/${order.id}`),
  });
  return (
    <Section title="What it comes to">
      <CommandForm
        command={command}
        input={input}
        send={buttonWords(quote, paidBy)}
        isIncomplete={!quote || isOld || refusal !== undefined}
        onCancel={() => goTo(`/orders/${order.id}`)}
      >
        {refusal === undefined && !quote && <Text c="dimmed">Choose what comes to the order.</Text>}
        {refusal !== undefined && (
          <Text role="alert" c="red">
            {refusal}
          </Text>
        )}
        {quote && (
          <div aria-busy={isOld} style={{ opacity: isOld ? 0.6 : 1 }} data-testid="addition-sums">
            <Facts
              of={{
                'Tax within': amount(quote.tax),
                'To be paid': <Text fw={600}>{amount(quote.total)}</Text>,
              }}
            />
            <Text size="sm" c="dimmed" mt="xs">
              At today’s prices. What was ordered before keeps its price, and no delivery is charged again.
            </Text>
          </div>
        )}
        {quote && !isFree && (
          <Radio.Group
            label="It is paid"
            value={paidBy}
            onChange={(value) => setPaidBy(value as typeof paidBy)}
          >
            <Stack gap={6} mt={6}>
              <Radio
                value="shopper"
                label="By the shopper"
                description="They get a link by mail. The goods are kept for 14 days and come to the order once they are paid."
              />
              {RECEIVED_BY.map((way) => (
                <Radio key={way} value={way} label={`The money is here: ${receivedByWords[way]}`} />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </CommandForm>
    </Section>
  );
}

function buttonWords(quote: { total: OrderView['total'] } | undefined, paidBy: string): string {
  if (!quote || quote.total.amount === 0) return 'Add the goods';
  return paidBy === 'shopper' ? `Ask for ${amount(quote.total)}` : `Add goods for ${amount(quote.total)}`;
}

function told(answer: AddGoodsOutcome, { contact }: OrderView): Told {
  switch (answer.kind) {
    case 'added':
      return { done: 'The goods are part of the order now.' };
    case 'waiting':
      return { done: `The goods are kept. A link to pay them goes to ${contact.email}.` };
    case 'price-changed':
      return { refused: 'The prices have changed meanwhile. Look at the sums, then send it again.' };
    default:
      return { refused: additionRefusal(answer) };
  }
}
