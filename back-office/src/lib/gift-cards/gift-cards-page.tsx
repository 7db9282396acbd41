import { Button } from '@mantine/core';
import type { GiftCardView, IssuedGiftCard } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { amount } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { GiftCardTag } from './gift-card-tag.tsx';
import { IssueGiftCard } from './issue-gift-card.tsx';
import { IssuedCard } from './issued-card.tsx';

const columns: readonly Column<GiftCardView>[] = [
  { label: 'Card', cell: ({ last4 }) => `•••• ${last4}` },
  { label: 'State', cell: (card) => <GiftCardTag of={card} />, onPhone: 'bare' },
  { label: 'Note', cell: ({ note }) => note, onPhone: 'bare' },
  { label: 'Issued', cell: ({ issuedAt }) => when(issuedAt) },
  { label: 'Expires', cell: ({ expiresAt }) => (expiresAt === undefined ? 'Never' : when(expiresAt)) },
  { label: 'Worth', cell: ({ issued }) => amount(issued), isNumeric: true },
  { label: 'Left', cell: ({ balance }) => amount(balance), isNumeric: true, onPhone: 'end' },
];

const states = [
  { value: 'active', label: 'Not blocked' },
  { value: 'blocked', label: 'Blocked' },
];

/** Gift cards, the newest first. */
export function GiftCardsPage() {
  const [isIssuing, setIssuing] = useState(false);
  const [issued, setIssued] = useState<IssuedGiftCard>();
  const filters = useFilters(['q', 'state']);
  const pages = usePages<GiftCardView>('/gift-cards', 'giftCards', filters.values);
  return (
    <>
      <ListPage
        title="Gift cards"
        actions={<Button onClick={() => setIssuing(true)}>Issue a card</Button>}
        search="Last four of the code, or note"
        choices={[{ name: 'state', label: 'State', options: states }]}
        filters={filters}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        to={({ id }) => `/gift-cards/${id}`}
        empty={{
          title: 'No gift cards yet',
          text: 'Issue one: it has a code and a PIN to pay with at checkout.',
        }}
      />
      <IssueGiftCard isOpen={isIssuing} onClose={() => setIssuing(false)} onIssued={setIssued} />
      {issued && <IssuedCard card={issued} onClose={() => setIssued(undefined)} />}
    </>
  );
}
