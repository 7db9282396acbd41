import type { CustomerView } from '@vitrine/commerce-engine/client';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { useMay } from '../shell/session.ts';
import {
  countWords,
  creditWords,
  type Holdings,
  pointsWords,
  together,
  useHoldings,
} from './use-holdings.ts';

interface Fact {
  readonly label: string;
  readonly stays: string;
  readonly goes: string;
  /** What whoever stays has then. */
  readonly after: string;
}

/** What two customers are and have, side by side, and what the one who stays has afterwards. */
export function MergedFacts({ into, from }: { into: CustomerView; from: CustomerView }) {
  const seesOrders = useMay()('orders.read');
  const [stays, goes] = [useHoldings(into.id), useHoldings(from.id)];
  const both = together(stays, goes);
  const own = (label: string, of: (customer: CustomerView) => string | undefined): Fact => ({
    label,
    stays: of(into) || '–',
    goes: of(from) || '–',
    after: of(into) || of(from) || '–',
  });
  const held = (label: string, of: (holdings: Holdings) => string): Fact => ({
    label,
    stays: of(stays),
    goes: of(goes),
    after: of(both),
  });
  const all = (label: string, of: (customer: CustomerView) => readonly string[]): Fact => ({
    label,
    stays: String(of(into).length),
    goes: String(of(from).length),
    // What both have is there once.
    after: String(new Set([...of(into), ...of(from)]).size),
  });
  const facts: readonly Fact[] = [
    own('Name', ({ name }) => name),
    own(
      'E-mail',
      ({ email, emailConfirmed }) => email && `${email}${emailConfirmed ? '' : ' (not confirmed)'}`,
    ),
    own('Telephone', ({ phone }) => phone),
    {
      ...own('Price groups', ({ groups }) => groups.join(', ')),
      after: [...new Set([...into.groups, ...from.groups])].join(', ') || '–',
    },
    ...(seesOrders
      ? [
          held('Orders', ({ orders, hasMoreOrders }) => countWords(orders, hasMoreOrders)),
          held('Store credit', ({ credit }) => creditWords(credit)),
        ]
      : []),
    held('Points', ({ points }) => pointsWords(points)),
    all('Addresses', ({ addresses }) => addresses.map(({ id }) => id)),
    all('Wishes', ({ wishes }) => wishes.map(({ kind, id }) => `${kind} ${id}`)),
    all('Consents', ({ consents }) => consents.map(({ purpose }) => purpose)),
    held('Notes of staff', ({ notes }) => countWords(notes)),
  ];
  const columns: readonly Column<Fact>[] = [
    { label: 'What', cell: ({ label }) => label },
    { label: `Stays (${into.number})`, cell: (fact) => fact.stays },
    { label: `Goes (${from.number})`, cell: (fact) => fact.goes },
    { label: 'Afterwards', cell: ({ after }) => <b>{after}</b> },
  ];
  return (
    <Section title="Side by side" flush>
      <Rows label="Side by side" items={facts} columns={columns} keyOf={({ label }) => label} />
    </Section>
  );
}
