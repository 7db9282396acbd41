import { Radio, Stack, Text } from '@mantine/core';
import type {
  CheckoutView,
  PlaceStaffCartOutcome,
  SendCartLinkOutcome,
  StaffCartView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { type Told, useCommand } from '../asking/use-command.ts';
import { Facts } from '../look/facts.tsx';
import { Section } from '../look/section.tsx';
import { amount } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { missingWords } from './cart-words.ts';

type Outcome = PlaceStaffCartOutcome | SendCartLinkOutcome;

/** What it comes to and why, and how it becomes an order. */
export function FinishOrder({
  checkout,
  sent,
  isOld,
  isUnkept,
}: {
  checkout: CheckoutView;
  /** Where the link went last. */
  sent: StaffCartView['sent'];
  isOld: boolean;
  /** Something was typed that the sums do not know yet. */
  isUnkept: boolean;
}) {
  const { cartId, id: checkoutId, seen, rest, methods, missing, total, cart } = checkout;
  const [chosen, setChosen] = useState('link');
  const isPaid = rest.amount === 0;
  const how = isPaid && chosen !== 'link' ? 'nothing' : chosen;
  const input = {
    how,
    ...(how !== 'link' && { checkoutId, seen, ...(how !== 'nothing' && { method: how }) }),
  };
  const command = useCommand<typeof input, Outcome>({
    send: ({ how: way, ...body }, options) =>
      way === 'link'
        ? api.post(`/carts/${cartId}/links`, undefined, options)
        : api.post(`/carts/${cartId}/orders`, body, options),
    tells: told,
    onDone: (answer) => {
      if (answer.kind === 'placed') goTo(`/orders/${answer.order.id}`);
    },
  });
  const wanted = missing.filter((each) => how !== 'link' && each !== 'payment');
  const cannotWrite = how === 'link' && checkout.contact?.email === undefined;
  return (
    <Section title="What it comes to">
      <CommandForm
        command={command}
        input={input}
        send={
          how === 'link'
            ? sent
              ? 'Send the link again'
              : 'Send the link to pay'
            : `Place it for ${amount(total)}`
        }
        isUnsaved={false}
        isIncomplete={isOld || isUnkept || wanted.length > 0 || cannotWrite || cart.lines.length === 0}
      >
        <div aria-busy={isOld} style={{ opacity: isOld ? 0.6 : 1 }} data-testid="order-sums">
          <Facts
            of={{
              Goods: amount(checkout.goods),
              Delivery: checkout.deliveryTotal ? amount(checkout.deliveryTotal) : 'Not chosen yet',
              ...Object.fromEntries(
                checkout.discounts.map(({ name, code, amount: off }) => [
                  `Taken off: ${name}${code === undefined ? '' : ` (${code})`}`,
                  amount({ ...off, amount: -off.amount }),
                ]),
              ),
              [checkout.prices === 'inclusive' ? 'Tax within' : 'Tax']: amount(checkout.tax),
              Total: <Text fw={600}>{amount(total)}</Text>,
            }}
          />
          {checkout.discounts.length > 0 && (
            <Text size="sm" c="dimmed" mt="xs">
              What is taken off is within the sums of goods and delivery.
            </Text>
          )}
        </div>
        <Radio.Group label="It is paid" value={how} onChange={setChosen}>
          <Stack gap={6} mt={6}>
            <Radio
              value="link"
              label="By the shopper"
              description="They get a link by mail to the shop’s checkout, with this cart."
            />
            {isPaid ? (
              <Radio value="nothing" label="Nothing is left to pay" />
            ) : (
              methods.map(({ method, name }) => (
                <Radio
                  key={method}
                  value={method}
                  label={name}
                  description="The order stands at once. You say on its page when the money has come."
                />
              ))
            )}
          </Stack>
        </Radio.Group>
        {isUnkept && (
          <Text size="sm" c="dimmed">
            Keep what you changed under “For whom and where to” first.
          </Text>
        )}
        {!isUnkept && wanted.length > 0 && (
          <Text size="sm" c="dimmed">
            Still missing: {wanted.map((each) => missingWords[each]).join(', ')}. Fill it in and keep it.
          </Text>
        )}
        {!isUnkept && cannotWrite && (
          <Text size="sm" c="dimmed">
            Still missing: an e-mail to write to. Fill it in and keep it.
          </Text>
        )}
        {sent && (
          <Text size="sm">
            {`The link went to ${sent.to}, ${when(sent.at)}. ${sent.openedAt ? `It was opened there, ${when(sent.openedAt)}.` : 'It has not been opened yet.'}`}
          </Text>
        )}
      </CommandForm>
    </Section>
  );
}

function told(answer: Outcome): Told {
  switch (answer.kind) {
    case 'placed':
      return { done: `Order ${answer.order.number} is placed.` };
    case 'queued':
      return { done: `The link goes to ${answer.to}.` };
    case 'price-changed':
      return { refused: 'It costs something else by now. Look at the sums, then send it again.' };
    case 'incomplete':
      return { refused: `Still missing: ${answer.missing.map((each) => missingWords[each]).join(', ')}.` };
    case 'not-enough':
      return {
        refused: `Not enough is there: ${answer.short.map(({ name, free }) => `${name} (${free} left)`).join(', ')}.`,
      };
    case 'coupon-used-up':
      return { refused: `The code ${answer.code} is used up. Take it out.` };
    case 'slot-full':
      return { refused: 'That time to pick up is taken. Choose another one.' };
    case 'no-address':
      return { refused: 'An e-mail to write to is missing.' };
    case 'no-link':
      return { refused: 'This shop cannot send links.' };
    case 'empty':
      return { refused: 'Nothing is in it.' };
    case 'no-cart':
      return { refused: 'The cart is an order by now, or gone. Load this page again.' };
    case 'not-by-staff':
      return { refused: 'It cannot be paid like this by staff.' };
    default:
      return { refused: 'It could not be placed. Load this page again and look at what is there.' };
  }
}
