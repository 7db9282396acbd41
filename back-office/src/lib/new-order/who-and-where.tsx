import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type {
  CheckoutOutcome,
  CheckoutView,
  CustomerView,
  OrderAddress,
  StaffCartView,
} from '@vitrine/commerce-engine/client';
import { useEffect, useRef, useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { AddressFields, addressInput } from '../look/address-fields.tsx';
import { Section } from '../look/section.tsx';
import { amount } from '../words/amount.ts';

/** Whom the order is for and how it gets there. A customer's own facts stand there already. */
export function WhoAndWhere({
  staffCart,
  checkout,
  onChanged,
}: {
  staffCart: StaffCartView;
  checkout: CheckoutView;
  /** Hears whether something was changed that is not kept yet. */
  onChanged: (isChanged: boolean) => void;
}) {
  const { customerId } = staffCart;
  const asked = useAnswer<{ readonly customer: CustomerView | null }>(
    `/customers/${customerId}`,
    {},
    { enabled: customerId !== undefined },
  );
  if (customerId !== undefined && asked.isPending && !asked.error) return null;
  return <Filled {...{ staffCart, checkout, onChanged, customer: asked.data?.customer ?? undefined }} />;
}

function Filled({
  staffCart,
  checkout,
  customer,
  onChanged,
}: {
  staffCart: StaffCartView;
  checkout: CheckoutView;
  customer: CustomerView | undefined;
  onChanged: (isChanged: boolean) => void;
}) {
  const { contact, address: kept } = checkout;
  const own = customer?.addresses.find(({ isShipping }) => isShipping) ?? customer?.addresses[0];
  const [email, setEmail] = useState(contact?.email ?? customer?.email ?? '');
  const [name, setName] = useState(contact?.name ?? customer?.name ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? customer?.phone ?? '');
  const [address, setAddress] = useState<Partial<OrderAddress>>(
    kept ?? own?.address ?? { country: checkout.country },
  );
  const [methodId, setMethod] = useState(checkout.delivery?.methodId);
  const [storeId, setStore] = useState(checkout.delivery?.storeId);
  const [terms, setTerms] = useState(checkout.terms);
  const option = checkout.options.find((each) => each.methodId === methodId) ?? checkout.options[0];
  const isShipped = option?.kind !== 'pickup' && option?.kind !== 'electronic';
  const store = storeId ?? option?.stores?.[0]?.id;
  const { country: _country, ...written } = addressInput(address);
  // Whoever is sent a link writes it themselves.
  const isWritten = Object.keys(written).length > 0;
  const input = {
    contact: {
      ...(email.trim() && { email: email.trim() }),
      ...(name.trim() && { name: name.trim() }),
      ...(phone.trim() && { phone: phone.trim() }),
    },
    ...(isShipped &&
      isWritten && {
        address: addressInput({ ...address, ...(!address.name?.trim() && { name: name.trim() }) }),
      }),
    ...(isShipped && !isWritten && kept && { address: null }),
    ...(option && {
      delivery: { methodId: option.methodId, ...(option.kind === 'pickup' && store && { storeId: store }) },
    }),
    terms,
  };
  const command = useCommand<typeof input, CheckoutOutcome>({
    send: (body, options) => api.patch(`/carts/${staffCart.cart.id}/checkout`, body, options),
    tells: ({ kind }) =>
      kind === 'changed'
        ? { done: 'It is kept.' }
        : {
            refused:
              kind === 'being-paid'
                ? 'It is being paid just now, so nothing can be changed.'
                : 'The cart is an order by now, or gone. Load this page again.',
          },
  });
  const isFirst = useRef(!contact?.email && !kept && !checkout.delivery);
  // What stands there without anybody having typed it counts at once: the sums are of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what stood there first.
  useEffect(() => {
    if (!isFirst.current) return;
    isFirst.current = false;
    command.send(input);
  }, []);
  return (
    <Section title="For whom and where to">
      <CommandForm {...{ command, input, onChanged }} send="Keep it">
        {(problemAt) => (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <TextInput
                label="E-mail"
                type="email"
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
                error={problemAt('contact.email')}
              />
              <TextInput
                label="Customer’s name"
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                error={problemAt('contact.name')}
              />
              <TextInput
                label="Telephone"
                value={phone}
                onChange={(event) => setPhone(event.currentTarget.value)}
                error={problemAt('contact.phone')}
              />
            </SimpleGrid>
            {checkout.options.length > 0 && (
              <NativeSelect
                label="How it gets there"
                value={option?.methodId}
                onChange={(event) => setMethod(event.currentTarget.value)}
                data={checkout.options.map((each) => ({
                  value: each.methodId,
                  label: `${each.name}, ${amount(each.price)}`,
                }))}
                error={problemAt('delivery.methodId')}
              />
            )}
            {option?.kind === 'pickup' && (option.stores ?? []).length > 0 && (
              <NativeSelect
                label="Store"
                value={store}
                onChange={(event) => setStore(event.currentTarget.value)}
                data={option.stores!.map(({ id, name: store, city }) => ({
                  value: id,
                  label: `${store}, ${city}`,
                }))}
                error={problemAt('delivery.storeId')}
              />
            )}
            {isShipped && (
              <AddressFields value={address} onChange={setAddress} problemAt={problemAt} at="address" />
            )}
            <Checkbox
              label="They agree to the terms"
              description="Ask them; whoever gets a link to pay agrees there."
              checked={terms}
              onChange={(event) => setTerms(event.currentTarget.checked)}
            />
          </>
        )}
      </CommandForm>
    </Section>
  );
}
