import { NativeSelect, Stack, Text } from '@mantine/core';
import type { CustomerView, OpenStaffCartOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { CustomerSearch } from '../customers/customer-search.tsx';
import { nameOf } from '../customers/name-of.ts';
import { PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useMay, useSession } from '../shell/session.ts';
import { language } from '../words/language.ts';

/** Begins an order for somebody on the telephone or in the store: where it is sold, and to whom. */
export function NewOrderPage() {
  const { channels } = useSession();
  const may = useMay();
  const [cartId] = useState(() => crypto.randomUUID());
  const [channelId, setChannel] = useState(channels[0]?.id);
  const [chosenLocale, setLocale] = useState<string>();
  const [chosenCurrency, setCurrency] = useState<string>();
  const [customerId, setCustomer] = useState<string>();
  const channel = channels.find(({ id }) => id === channelId) ?? channels[0]!;
  const locale = channel.locales.find((each) => each === chosenLocale) ?? channel.locales[0]!;
  const currency = channel.currencies.find((each) => each === chosenCurrency) ?? channel.currencies[0]!;
  const input = { cartId, channel: channel.id, locale, currency, ...(customerId && { customerId }) };
  const command = useCommand<typeof input, OpenStaffCartOutcome>({
    send: (body, options) => api.post('/carts', body, options),
    tells: (answer) =>
      answer.kind === 'opened'
        ? { done: 'The cart is open.' }
        : { refused: 'There is no such customer any more. Choose another one, or nobody.' },
    onDone: (answer) => answer.kind === 'opened' && goTo(`/orders/new/${cartId}`),
  });
  return (
    <>
      <PageHead title="New order" back={{ to: '/orders', label: 'Orders' }} />
      <Stack maw={560}>
        <Section title="Where and for whom">
          <CommandForm command={command} input={input} send="Begin" isUnsaved={false}>
            <NativeSelect
              label="Channel"
              data={channels.map(({ id, name }) => ({ value: id, label: name }))}
              value={channel.id}
              onChange={(event) => setChannel(event.currentTarget.value)}
            />
            {channel.locales.length > 1 && (
              <NativeSelect
                label="Language"
                description="Letters are written in it."
                data={channel.locales.map((each) => ({ value: each, label: language(each) }))}
                value={locale}
                onChange={(event) => setLocale(event.currentTarget.value)}
              />
            )}
            {channel.currencies.length > 1 && (
              <NativeSelect
                label="Currency"
                data={[...channel.currencies]}
                value={currency}
                onChange={(event) => setCurrency(event.currentTarget.value)}
              />
            )}
            {may('customers.read') &&
              (customerId === undefined ? (
                <CustomerSearch label="Customer" without="" onChosen={setCustomer} />
              ) : (
                <ChosenCustomer id={customerId} onNobody={() => setCustomer(undefined)} />
              ))}
            <Text size="sm" c="dimmed">
              {customerId === undefined
                ? 'Without a customer it is for a guest: their e-mail is asked for with the order.'
                : 'Their own prices hold, and the order is in their account.'}
            </Text>
          </CommandForm>
        </Section>
      </Stack>
    </>
  );
}

function ChosenCustomer({ id, onNobody }: { id: string; onNobody: () => void }) {
  const { data } = useAnswer<{ readonly customer: CustomerView | null }>(`/customers/${id}`);
  const name = data?.customer ? nameOf(data.customer) : 'A customer';
  return (
    <NativeSelect
      label="Customer"
      data={[
        { value: id, label: name },
        { value: '', label: 'Nobody: a guest' },
      ]}
      value={id}
      onChange={(event) => event.currentTarget.value === '' && onNobody()}
    />
  );
}
