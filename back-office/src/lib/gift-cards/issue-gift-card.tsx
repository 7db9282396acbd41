import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { IssuedGiftCard, Money } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MomentField } from '../look/moment-field.tsx';
import { MoneyField } from '../look/money-field.tsx';
import { useSession } from '../shell/session.ts';
import { amount } from '../words/amount.ts';

/** A new card. */
export function IssueGiftCard({
  isOpen,
  onClose,
  onIssued,
}: {
  isOpen: boolean;
  onClose: () => void;
  onIssued: (card: IssuedGiftCard) => void;
}) {
  const { channels } = useSession();
  const currencies = [...new Set(channels.flatMap((channel) => channel.currencies))];
  const [currency, setCurrency] = useState(currencies[0] ?? 'EUR');
  const [worth, setWorth] = useState<Money>();
  const [expiresAt, setExpiresAt] = useState<string>();
  const [note, setNote] = useState('');
  const input = {
    amount: worth?.amount,
    currency,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(note.trim() !== '' && { note: note.trim() }),
  };
  const command = useCommand<typeof input, IssuedGiftCard>({
    send: (body, options) => api.post('/gift-cards', body, options),
    tells: (card) => ({ done: `A card worth ${amount(card.issued)} is issued.` }),
    onDone(card) {
      onClose();
      onIssued(card);
      setWorth(undefined);
      setExpiresAt(undefined);
      setNote('');
    },
  });
  return (
    <CommandDialog
      title="Issue a gift card"
      {...{ isOpen, onClose, command, input }}
      send={worth && worth.amount > 0 ? `Issue ${amount(worth)}` : 'Issue'}
      isIncomplete={!worth || worth.amount <= 0}
    >
      {(problemAt) => (
        <>
          <Group align="flex-start" grow>
            <MoneyField
              key={currency}
              label="Worth"
              currency={currency}
              value={worth}
              onChange={setWorth}
              error={problemAt('amount')}
              isRequired
            />
            {currencies.length > 1 && (
              <NativeSelect
                label="Currency"
                data={currencies}
                value={currency}
                onChange={(event) => {
                  setCurrency(event.currentTarget.value);
                  setWorth(undefined);
                }}
                error={problemAt('currency')}
              />
            )}
          </Group>
          <TextInput
            label="Note"
            description="Why, or for whom. Shoppers never see it."
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={problemAt('note')}
            maxLength={500}
          />
          <MomentField
            label="Expires"
            description="Empty = never."
            value={expiresAt}
            onChange={setExpiresAt}
            error={problemAt('expiresAt')}
          />
        </>
      )}
    </CommandDialog>
  );
}
