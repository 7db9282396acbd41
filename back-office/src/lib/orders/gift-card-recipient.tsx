import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import type { OrderLineView, OrderView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useMay } from '../shell/session.ts';
import { day } from '../words/day.ts';

type Recipient = NonNullable<NonNullable<OrderLineView['giftCard']>['recipient']>;
type Outcome = { readonly kind: 'changed' | 'not-given' | 'too-late' | 'nobody' };

/** To whom the gift cards of a line are mailed, and when; to be written right. */
export function GiftCardRecipient({ order, line }: { order: OrderView; line: OrderLineView }) {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const recipient = line.giftCard?.recipient;
  if (!line.giftCard) return null;
  if (!recipient) return <Text size="sm">Gift card, mailed to {order.contact.email} once it is paid</Text>;
  const { name, email, message, on } = recipient;
  return (
    <>
      <Text size="sm">
        Gift card for {name} ({email}), mailed {on === undefined ? 'once it is paid' : `on ${day(on)}`}
      </Text>
      {message && (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          “{message}”
        </Text>
      )}
      {may('orders.write') && (
        <Group my={4}>
          <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
            Change whom it goes to
          </Button>
          <ChangeRecipient
            key={JSON.stringify(recipient)}
            {...{ order, line, recipient, isOpen }}
            onClose={() => setOpen(false)}
          />
        </Group>
      )}
    </>
  );
}

function ChangeRecipient({
  order,
  line,
  recipient,
  isOpen,
  onClose,
}: {
  order: OrderView;
  line: OrderLineView;
  recipient: Recipient;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [name, setName] = useState(recipient.name);
  const [email, setEmail] = useState(recipient.email);
  const [message, setMessage] = useState(recipient.message ?? '');
  const [on, setOn] = useState(recipient.on ?? '');
  const input = {
    name: name.trim(),
    email: email.trim(),
    ...(message.trim() && { message: message.trim() }),
    ...(on && { on }),
  };
  const command = useCommand<typeof input, Outcome>({
    send: (body, options) => api.post(`/orders/${order.id}/lines/${line.id}/recipient`, body, options),
    tells({ kind }) {
      switch (kind) {
        case 'changed':
          return {
            done: 'Changed. A card that was mailed already is not mailed again by it: open the card for that.',
          };
        case 'too-late':
          return { refused: 'Choose a day within a year.', at: 'on' };
        case 'nobody':
          return { refused: 'Whoever bought it was erased: nothing is mailed any more.' };
        default:
          return { refused: 'This card goes to whoever bought it. Load the page again.' };
      }
    },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Who gets the gift card"
      {...{ isOpen, onClose, command, input }}
      send="Change it"
      isIncomplete={!input.name || !input.email}
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Name"
            withAsterisk
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problemAt('name')}
            maxLength={100}
          />
          <TextInput
            label="E-mail"
            type="email"
            withAsterisk
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={problemAt('email')}
          />
          <Textarea
            label="Message"
            autosize
            minRows={2}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
            error={problemAt('message')}
            maxLength={500}
          />
          <TextInput
            label="Mailed on"
            description="Without a day, or with one that is over, at once when it is paid."
            type="date"
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
            error={problemAt('on')}
          />
        </>
      )}
    </CommandDialog>
  );
}
