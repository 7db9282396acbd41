import { Button } from '@mantine/core';
import type { EndpointView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useFilters } from '../asking/use-filters.ts';
import { useWholeList } from '../asking/use-whole-list.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { SecretDialog } from '../look/secret.tsx';
import { when } from '../words/when.ts';
import { EndpointTag } from './endpoint-tag.tsx';
import { SaveEndpoint } from './save-endpoint.tsx';

const columns: readonly Column<EndpointView>[] = [
  { label: 'Address', cell: ({ url }) => url },
  { label: 'For', cell: ({ description }) => description, onPhone: 'bare' },
  {
    label: 'Events',
    cell: ({ kinds }) => (kinds === 'all' ? 'All' : kinds.length === 1 ? kinds[0] : `${kinds.length} kinds`),
  },
  { label: 'State', cell: (endpoint) => <EndpointTag of={endpoint} />, onPhone: 'end' },
  { label: 'Made', cell: ({ createdAt }) => when(createdAt) },
];

/** Other systems that are told of events. */
export function WebhooksPage() {
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const filters = useFilters(['q']);
  const words = (filters.values.q ?? '').toLowerCase();
  const pages = useWholeList<EndpointView>('/webhook-endpoints', 'endpoints', ({ url, description }) =>
    `${url} ${description}`.toLowerCase().includes(words),
  );
  return (
    <>
      <ListPage
        title="Webhooks"
        actions={<Button onClick={() => setMaking(true)}>Add an endpoint</Button>}
        search="Address or purpose"
        filters={filters}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        to={({ id }) => `/webhooks/${id}`}
        empty={{
          title: 'No other system is told anything yet',
          text: 'Add the address of one: it gets a signed message for each event, again and again until it takes it.',
        }}
      />
      <SaveEndpoint isOpen={isMaking} onClose={() => setMaking(false)} onMade={setSecret} />
      {secret !== undefined && (
        <SecretDialog
          title="The endpoint’s secret"
          secrets={{ Secret: secret }}
          onClose={() => setSecret(undefined)}
        >
          With it the other system checks that a message is ours: the header <code>webhook-signature</code>,
          as Standard Webhooks have it.
        </SecretDialog>
      )}
    </>
  );
}
