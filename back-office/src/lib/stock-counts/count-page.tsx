import { Button, Stack, Text } from '@mantine/core';
import type { StockCountView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Change } from '../look/change.tsx';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { usePlaceName } from '../stock/place-field.tsx';
import { number } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { ApproveCount } from './approve-count.tsx';
import { CancelCount } from './cancel-count.tsx';
import { CountLines } from './count-lines.tsx';
import { CountTag } from './count-tag.tsx';
import { EnterLine } from './enter-line.tsx';

const back = { to: '/stock/counts', label: 'Counts' };

interface Answered {
  readonly count: StockCountView | null;
  /** Of staff, by their ids. */
  readonly names: Readonly<Record<string, string>>;
}

/** A count: what is entered, what differs, and how it ends. */
export function CountPage({ id }: { id: string }) {
  const asked = useAnswer<Answered>(`/counts/${encodeURIComponent(id)}`, {}, { keep: true });
  return (
    <Answer to={asked} of="the count">
      {({ count, names }) =>
        count ? (
          <Count count={count} names={names} />
        ) : (
          <>
            <PageHead title="Count" back={back} />
            <Empty title="There is no such count" />
          </>
        )
      }
    </Answer>
  );
}

function Count({ count, names }: { count: StockCountView; names: Answered['names'] }) {
  const nameOf = usePlaceName();
  const [open, setOpen] = useState<'approve' | 'cancel'>();
  const close = () => setOpen(undefined);
  const isOpen = count.state === 'open';
  return (
    <>
      <PageHead
        title={`Count ${number(count.number)}, ${nameOf(count.locationId)}`}
        back={back}
        about={<CountTag of={count} />}
      >
        {isOpen && (
          <>
            <Button variant="default" onClick={() => setOpen('cancel')}>
              Give it up
            </Button>
            <Button onClick={() => setOpen('approve')}>Book the differences</Button>
          </>
        )}
      </PageHead>
      <Stack gap="md">
        {isOpen ? (
          <Columns beside={<Beside count={count} names={names} />}>
            <EnterLine countId={count.id} />
          </Columns>
        ) : (
          <Beside count={count} names={names} />
        )}
        <CountLines count={count} />
      </Stack>
      <ApproveCount count={count} isOpen={open === 'approve'} onClose={close} />
      <CancelCount count={count} isOpen={open === 'cancel'} onClose={close} />
    </>
  );
}

function Beside({ count, names }: { count: StockCountView; names: Answered['names'] }) {
  const who = (actor: string | undefined) => names[actor?.split(':')[1] ?? ''] ?? 'somebody who was here';
  return (
    <Section title="About it">
      <Facts
        of={{
          For: count.note,
          Counted: `${number(count.counted)} of ${number(count.lines)} articles`,
          Differences: number(count.different),
          Pieces: <Change of={count.difference} />,
          Begun: `${when(count.startedAt)}, ${who(count.startedBy)}`,
          [count.state === 'approved' ? 'Booked' : 'Given up']:
            count.closedAt && `${when(count.closedAt)}, ${who(count.closedBy)}`,
          Reason: count.reason,
        }}
      />
      {count.state === 'open' && (
        <Text size="sm" c="dimmed" mt="xs">
          Selling goes on meanwhile: each article is held against what the books said when it was counted.
        </Text>
      )}
    </Section>
  );
}
