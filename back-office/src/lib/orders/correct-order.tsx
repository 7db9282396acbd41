import { Divider, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import type { CorrectionOutcome, OrderAddress, OrderView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { type Told, useCommand } from '../asking/use-command.ts';
import { AddressFields, addressInput } from '../look/address-fields.tsx';

/** Who and where an order is for, written right. */
export function CorrectOrder({
  order,
  isOpen,
  onClose,
}: {
  order: OrderView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [contact, setContact] = useState({
    name: order.contact.name,
    email: order.contact.email,
    phone: order.contact.phone ?? '',
  });
  const [note, setNote] = useState(order.note ?? '');
  const [giftMessage, setGiftMessage] = useState(order.giftMessage ?? '');
  const open = order.deliveries.filter(({ id, address }) => address && isUntouched(order, id));
  const [addresses, setAddresses] = useState<Readonly<Record<string, Partial<OrderAddress>>>>(
    Object.fromEntries(open.map(({ id, address }) => [id, address!])),
  );
  const [billing, setBilling] = useState<Partial<OrderAddress> | undefined>(order.billing);
  const mayBill = billing !== undefined && order.fulfilment === 'open';
  // Only what is different from what was seen: what somebody else has corrected meanwhile stays.
  const was = { name: order.contact.name, email: order.contact.email, phone: order.contact.phone ?? '' };
  const moved = open.filter(({ id, address }) => !isSame(addressInput(addresses[id]!), address));
  const input = {
    contact: {
      ...(contact.name !== was.name && { name: contact.name.trim() }),
      ...(contact.email !== was.email && { email: contact.email.trim() }),
      ...(contact.phone !== was.phone && { phone: contact.phone.trim() || null }),
    },
    ...(note !== (order.note ?? '') && { note: note.trim() || null }),
    ...(giftMessage !== (order.giftMessage ?? '') && { giftMessage: giftMessage.trim() || null }),
    addresses: moved.map(({ id }) => ({ deliveryId: id, address: addressInput(addresses[id]!) })),
    ...(mayBill && !isSame(addressInput(billing), order.billing) && { billing: addressInput(billing) }),
  };
  const command = useCommand<typeof input, CorrectionOutcome>({
    send: (body, options) => api.post(`/orders/${order.id}/corrections`, body, options),
    tells: toldCorrection,
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Correct the order"
      {...{ isOpen, onClose, command, input }}
      send="Save and tell the shopper"
      size="lg"
    >
      {(problemAt) => (
        <>
          <Divider label="Contact" labelPosition="left" />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            {contactFields.map(([key, label]) => (
              <TextInput
                key={key}
                label={label}
                value={contact[key]}
                onChange={(event) => setContact({ ...contact, [key]: event.currentTarget.value })}
                error={problemAt(`contact.${key}`)}
              />
            ))}
          </SimpleGrid>
          <Textarea
            label="Note of the shopper"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={problemAt('note')}
            maxLength={1000}
            autosize
          />
          {order.fulfilment === 'open' && (
            <Textarea
              label="Gift message"
              description="Printed on the paper in the parcel, or written in the mail with gift cards."
              value={giftMessage}
              onChange={(event) => setGiftMessage(event.currentTarget.value)}
              error={problemAt('giftMessage')}
              maxLength={500}
              autosize
            />
          )}
          {open.map(({ id, name }) => (
            <section key={id} aria-label={name}>
              <Divider label={`Address · ${name}`} labelPosition="left" mb="xs" />
              <AddressFields
                value={addresses[id]!}
                onChange={(address) => setAddresses({ ...addresses, [id]: address })}
                problemAt={problemAt}
                at={`addresses.${moved.findIndex((each) => each.id === id)}.address`}
                isCountryFixed
              />
            </section>
          ))}
          {order.deliveries.some(({ id, address }) => address && !isUntouched(order, id)) && (
            <Text size="sm" c="dimmed">
              Where goods have left for, or nothing goes any more, cannot be changed.
            </Text>
          )}
          {mayBill && (
            <section aria-label="Invoice to">
              <Divider label="Invoice to" labelPosition="left" mb="xs" />
              <AddressFields value={billing} onChange={setBilling} problemAt={problemAt} at="billing" />
            </section>
          )}
        </>
      )}
    </CommandDialog>
  );
}

const contactFields = [
  ['name', 'Name'],
  ['email', 'E-mail'],
  ['phone', 'Telephone'],
] as const;

function toldCorrection(answer: CorrectionOutcome): Told {
  switch (answer.kind) {
    case 'corrected':
      return {
        done: answer.fields.length > 0 ? 'The order is corrected.' : 'Everything was like this already.',
      };
    case 'no-order':
      return { refused: 'There is no such order any more.' };
    case 'not-now':
      return {
        refused: {
          billing: 'The invoice is written: the first goods have left.',
          giftMessage: 'The message has left already, in a parcel or a mail.',
          address: 'Goods have left for that address. It cannot be changed any more.',
        }[answer.field],
      };
    case 'other-price':
      return {
        refused:
          answer.because === 'tax'
            ? 'Other taxes hold at that address. Cancel the order and place it anew.'
            : 'The way of delivery does not go to that address. Cancel the order and place it anew.',
      };
  }
}

function isSame(one: Readonly<Record<string, string>>, other: OrderAddress | undefined): boolean {
  const text = (address: object) => JSON.stringify(Object.entries(address).sort());
  return other !== undefined && text(one) === text(other);
}

/** Something of it is still to leave, and nothing has. */
function isUntouched({ lines }: OrderView, deliveryId: string): boolean {
  const own = lines.filter((line) => line.deliveryId === deliveryId);
  return (
    own.every(({ fulfilled }) => fulfilled === 0) &&
    own.some(({ quantity, cancelled }) => quantity > cancelled)
  );
}
