import { Button, Center, Group, NativeSelect, UnstyledButton } from '@mantine/core';
import type { DeliveryView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { Empty } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { when } from '../words/when.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { DeliveryTag } from './endpoint-tag.tsx';

const states = [
  { value: '', label: 'State: all' },
  { value: 'due', label: 'To be sent' },
  { value: 'done', label: 'Taken' },
  { value: 'dead', label: 'Given up' },
];

/** What an endpoint was told, the newest first. */
export function Deliveries({ endpointId }: { endpointId: string }) {
  const filters = useFilters(['state']);
  const [shown, setShown] = useState<DeliveryView>();
  const pages = usePages<DeliveryView>(
    '/webhook-deliveries',
    'deliveries',
    { endpointId, ...filters.values, limit: '30' },
    'cursor',
  );
  const columns: readonly Column<DeliveryView>[] = [
    {
      label: 'Event',
      cell: (delivery) => (
        <UnstyledButton fz="sm" fw={600} onClick={() => setShown(delivery)}>
          {delivery.kind}
        </UnstyledButton>
      ),
    },
    { label: 'Happened', cell: ({ at }) => when(at), onPhone: 'bare' },
    { label: 'State', cell: (delivery) => <DeliveryTag of={delivery} />, onPhone: 'end' },
    { label: 'Tries', cell: ({ tries }) => tries, isNumeric: true },
    {
      label: 'Answer',
      cell: ({ lastStatus, lastAnswer }) =>
        lastStatus === undefined ? (lastAnswer ? 'None' : '–') : `HTTP ${lastStatus}`,
    },
  ];
  return (
    <Section
      title="Deliveries"
      flush
      actions={
        <Group gap="xs">
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void pages.refetch()}>
            Look again
          </Button>
          <NativeSelect
            aria-label="State"
            size="xs"
            data={states}
            value={filters.values.state ?? ''}
            onChange={(event) => filters.set({ state: event.currentTarget.value })}
          />
        </Group>
      }
    >
      <Answer to={pages} of="the deliveries">
        {(deliveries) =>
          deliveries.length === 0 ? (
            <Empty title={filters.isAny ? 'None are like that' : 'Nothing was sent here yet'}>
              {!filters.isAny && 'As soon as something happens that it is told of, it stands here.'}
            </Empty>
          ) : (
            <>
              <Rows label="Deliveries" items={deliveries} columns={columns} keyOf={({ id }) => id} />
              {pages.hasMore && (
                <Center py="md">
                  <Button variant="default" loading={pages.isFetchingMore} onClick={pages.more}>
                    Show more
                  </Button>
                </Center>
              )}
            </>
          )
        }
      </Answer>
      {shown && <DeliveryDialog key={shown.id} delivery={shown} onClose={() => setShown(undefined)} />}
    </Section>
  );
}
