import { Modal, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { PointsMovementView } from '@vitrine/commerce-engine/client';
import { Link } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { usePages } from '../asking/use-pages.ts';
import { Change } from '../look/change.tsx';
import { More } from '../look/list-page.tsx';
import { Empty } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { inWords } from '../words/state.ts';
import { when } from '../words/when.ts';

/** What came to a member’s points and went off them. */
export function PointsLedger({
  title,
  isOpen,
  onClose,
  ...which
}: {
  customerId: string;
  programmeId: string;
  title: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const isPhone = useMediaQuery('(max-width: 600px)') ?? false;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={600}>{title}: what came and went</Text>}
      size="lg"
      fullScreen={isPhone}
      transitionProps={{ duration: 0 }}
    >
      <Movements {...which} />
    </Modal>
  );
}

function Movements({ customerId, programmeId }: { customerId: string; programmeId: string }) {
  const pages = usePages<PointsMovementView>(`/customers/${customerId}/loyalty/movements`, 'movements', {
    programme: programmeId,
  });
  return (
    <Answer to={pages} of="the ledger">
      {(items) =>
        items.length === 0 ? (
          <Empty title="Nothing came and nothing went yet" isPart />
        ) : (
          <>
            <Rows label="Points" items={items} columns={columns} keyOf={({ id }) => id} />
            <More pages={pages} shown={items.length} what="movements" />
          </>
        )
      }
    </Answer>
  );
}

const kinds: Readonly<Record<PointsMovementView['kind'], string>> = {
  added: 'Added',
  spent: 'Paid with',
  'given-back': 'Given back',
  'taken-back': 'Taken back',
  'ran-out': 'Ran out',
  'written-off': 'Taken away',
};

const columns: readonly Column<PointsMovementView>[] = [
  { label: 'When', cell: ({ at }) => when(at) },
  { label: 'What', cell: ({ kind }) => kinds[kind], onPhone: 'bare' },
  {
    label: 'Why',
    cell: ({ reason, orderId }) =>
      orderId === undefined ? inWords(reason) : <Link to={`/orders/${orderId}`}>An order</Link>,
    onPhone: 'bare',
  },
  { label: 'Points', cell: ({ points }) => <Change of={points} />, isNumeric: true, onPhone: 'end' },
];
