import { Button, Checkbox, Text } from '@mantine/core';
import type { GiftCardDetail } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Link } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { amount } from '../words/amount.ts';
import { inWords } from '../words/state.ts';
import { when } from '../words/when.ts';
import { GiftCardTag } from './gift-card-tag.tsx';

const back = { to: '/gift-cards', label: 'Gift cards' };

/** A card and what became of its money. */
export function GiftCardPage({ id }: { id: string }) {
  const asked = useAnswer<{ readonly giftCard: GiftCardDetail | null }>(`/gift-cards/${id}`);
  return (
    <Answer to={asked} of="the gift card">
      {({ giftCard }) =>
        giftCard ? (
          <Card card={giftCard} />
        ) : (
          <>
            <PageHead title="Gift card" back={back} />
            <Empty title="There is no such card" />
          </>
        )
      }
    </Answer>
  );
}

type Entry = GiftCardDetail['entries'][number];

const columns: readonly Column<Entry>[] = [
  { label: 'What', cell: ({ kind }) => inWords(kind) },
  { label: 'When', cell: ({ at }) => when(at), onPhone: 'bare' },
  { label: 'Amount', cell: (entry) => amount(entry.amount), isNumeric: true, onPhone: 'end' },
];

function Card({ card }: { card: GiftCardDetail }) {
  const [isBlocking, setBlocking] = useState(false);
  const [isMailing, setMailing] = useState(false);
  const isBlocked = card.state === 'blocked';
  return (
    <>
      <PageHead title={`Gift card •••• ${card.last4}`} back={back} about={<GiftCardTag of={card} />}>
        {card.soldWith && !isBlocked && card.balance.amount > 0 && (
          <Button variant="default" onClick={() => setMailing(true)}>
            Mail it again
          </Button>
        )}
        <Button variant="default" color={isBlocked ? undefined : 'red'} onClick={() => setBlocking(true)}>
          {isBlocked ? 'Open the card again' : 'Block the card'}
        </Button>
      </PageHead>
      <Columns
        beside={
          <Section title="Card">
            <Facts
              of={{
                Left: <Text fw={600}>{amount(card.balance)}</Text>,
                Worth: amount(card.issued),
                Issued: when(card.issuedAt),
                Expires: card.expiresAt === undefined ? 'Never' : when(card.expiresAt),
                'Bought with': card.soldWith && (
                  <Link to={`/orders/${card.soldWith.orderId}`}>Order {card.soldWith.orderNumber}</Link>
                ),
                // Of one that was bought it names the order.
                Note: card.note === '' || card.soldWith ? undefined : card.note,
              }}
            />
          </Section>
        }
      >
        <Section title="Ledger" flush>
          <Rows label="Ledger" items={card.entries} columns={columns} keyOf={({ id }) => id} />
        </Section>
      </Columns>
      {isMailing && <MailAgain card={card} onClose={() => setMailing(false)} />}
      <Block key={card.state} card={card} isOpen={isBlocking} onClose={() => setBlocking(false)} />
    </>
  );
}

const notMailed = {
  'not-sold': 'It was not bought in the shop: nobody here knows its code.',
  'not-usable': 'It was blocked or used up meanwhile: there is nothing to mail.',
  nobody: 'There is nobody to mail it to any more: whoever bought it had their data erased.',
};

function MailAgain({ card, onClose }: { card: GiftCardDetail; onClose: () => void }) {
  const [newCode, setNewCode] = useState(false);
  const input = { newCode };
  const command = useCommand<typeof input, { readonly kind: 'queued' | keyof typeof notMailed }>({
    send: (body, options) => api.post(`/gift-cards/${card.id}/mailings`, body, options),
    tells: (answer) =>
      answer.kind === 'queued'
        ? { done: 'The card is on its way to whoever bought it.' }
        : { refused: notMailed[answer.kind] },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Mail the card again"
      isOpen
      {...{ onClose, command, input }}
      send={newCode ? 'Mail a new code' : 'Mail it again'}
    >
      <Text size="sm">
        The mail goes to the address of order {card.soldWith?.orderNumber}, with {amount(card.balance)} on the
        card.
      </Text>
      <Checkbox
        label="With a new code and PIN"
        description="For a code that fell into other hands. The one it has now works no more at once."
        checked={newCode}
        onChange={(event) => setNewCode(event.currentTarget.checked)}
      />
    </CommandDialog>
  );
}

function Block({ card, isOpen, onClose }: { card: GiftCardDetail; isOpen: boolean; onClose: () => void }) {
  const isBlocked = card.state === 'blocked';
  const input = { blocked: !isBlocked };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post(`/gift-cards/${card.id}/blockings`, body, options),
    tells: () => ({ done: isBlocked ? 'The card can be paid with again.' : 'The card is blocked.' }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={isBlocked ? 'Open the card again' : 'Block the card'}
      {...{ isOpen, onClose, command, input }}
      send={isBlocked ? 'Open the card again' : 'Block the card'}
      isGrave={!isBlocked}
    >
      <Text size="sm">
        {isBlocked
          ? `Whoever has code and PIN can pay with ${amount(card.balance)} again.`
          : 'Nobody can pay with it until it is opened again. What is on it stays on it.'}
      </Text>
    </CommandDialog>
  );
}
