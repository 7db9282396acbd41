import { NativeSelect, Text } from '@mantine/core';
import type { ExchangeOutcome, PrepareExchangeOutcome, ReturnView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { type Told, useCommand } from '../asking/use-command.ts';
import { Facts } from '../look/facts.tsx';
import { Section } from '../look/section.tsx';
import { amount } from '../words/amount.ts';
import { toldStep } from './return-steps.tsx';

type Prepared = Extract<PrepareExchangeOutcome, { kind: 'prepared' }>;

/** What an exchange comes to, and its button. */
export function ConfirmExchange({
  found,
  plan,
  refusal,
  isOld,
  terms,
}: {
  found: ReturnView;
  /** Undefined = nothing was chosen, or it cannot be. */
  plan: Prepared | undefined;
  /** Why it cannot be done as it stands. */
  refusal: string | undefined;
  /** Another plan is on its way. */
  isOld: boolean;
  terms: { readonly fee: number; readonly delivery: string };
}) {
  // Somebody in the office has no card of the customer: what is missing is transferred, and marked as paid when it came.
  const ways = plan?.checkout.methods.filter(({ provider }) => provider === 'manual') ?? [];
  const [chosen, setChosen] = useState<string>();
  const way = ways.find(({ method }) => method === chosen) ?? ways[0];
  const owes = plan !== undefined && plan.toPay.amount > 0;
  const input = {
    ...terms,
    market: plan?.market,
    cartId: plan?.checkout.cartId,
    checkoutId: plan?.checkout.id,
    seen: plan?.checkout.seen,
    ...(owes && way && { provider: way.provider, method: way.method }),
  };
  const command = useCommand<typeof input, ExchangeOutcome>({
    send: (body, options) => api.post(`/returns/${found.id}/exchanges`, body, options),
    tells: told,
    onDone: (answer) =>
      goTo(answer.kind === 'exchanged' ? `/orders/${answer.order.id}` : `/returns/${found.id}`),
  });
  return (
    <Section title="What it comes to">
      <CommandForm
        command={command}
        input={input}
        send={buttonWords(plan)}
        isIncomplete={!plan || isOld || refusal !== undefined || (owes && !way)}
        onCancel={() => goTo(`/returns/${found.id}`)}
      >
        {refusal === undefined && !plan && <Text c="dimmed">Choose what goes out instead.</Text>}
        {refusal !== undefined && (
          <Text role="alert" c="red">
            {refusal}
          </Text>
        )}
        {plan && (
          <div aria-busy={isOld} style={{ opacity: isOld ? 0.6 : 1 }} data-testid="exchange-sums">
            <Facts
              of={{
                'New goods': amount(plan.checkout.goods),
                Delivery: plan.checkout.deliveryTotal && amount(plan.checkout.deliveryTotal),
                'In all': <Text fw={600}>{amount(plan.checkout.total)}</Text>,
                'Return gives': amount(plan.worth),
                'Paid by it': amount(plan.pays),
                'To be paid': owes ? <Text fw={600}>{amount(plan.toPay)}</Text> : undefined,
                'Goes back': plan.back.amount > 0 ? <Text fw={600}>{amount(plan.back)}</Text> : undefined,
              }}
            />
          </div>
        )}
        {owes && way && (
          <NativeSelect
            label="The difference is paid by"
            description="The customer gets the details by mail. The goods wait until it is marked as paid."
            data={ways.map(({ method, name }) => ({ value: method, label: name }))}
            value={way.method}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        {owes && !way && (
          <Text role="alert" size="sm">
            The difference cannot be paid from here: the channel takes no bank transfers. Choose goods that
            cost no more than the return gives.
          </Text>
        )}
      </CommandForm>
    </Section>
  );
}

function buttonWords(plan: Prepared | undefined): string {
  if (!plan) return 'Exchange';
  if (plan.toPay.amount > 0) return `Exchange, ${amount(plan.toPay)} to be paid`;
  return plan.back.amount > 0 ? `Exchange, ${amount(plan.back)} go back` : 'Exchange';
}

function told(answer: ExchangeOutcome): Told {
  switch (answer.kind) {
    case 'exchanged':
      return { done: `Exchanged: order ${answer.order.number} goes out instead.` };
    case 'unpaid':
      return {
        done: `The return is refunded, and ${amount(answer.credit)} of it are the customer’s store credit. The new order was not placed: what it costs more was not paid.`,
      };
    case 'price-changed':
      return { refused: 'The prices have changed meanwhile. Look at the sums, then send it again.' };
    case 'incomplete':
      return { refused: `Something is missing: ${answer.missing.join(', ')}.` };
    case 'no-customer':
      return { refused: 'The order is a guest’s.' };
    case 'no-checkout':
      return { refused: 'What was chosen is not there any more. Load this page again.' };
    case 'fee-too-high':
      return { refused: `The fee takes at most ${amount(answer.most)}.` };
    case 'barred':
      return { refused: `${amount(answer.amount)} cannot go back the way it came.` };
    default:
      return toldStep(answer, '');
  }
}
