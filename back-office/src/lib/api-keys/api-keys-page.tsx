import { Button, Group, Text } from '@mantine/core';
import type { ApiTokenView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useFilters } from '../asking/use-filters.ts';
import { useWholeList } from '../asking/use-whole-list.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { SecretDialog } from '../look/secret.tsx';
import { Tag } from '../look/tag.tsx';
import { allCapabilities, capabilitiesInWords } from '../words/capability.ts';
import { when } from '../words/when.ts';
import { MakeApiKey } from './make-api-key.tsx';

const states = [
  { value: 'active', label: 'Active' },
  { value: 'over', label: 'Expired' },
  { value: 'revoked', label: 'Revoked' },
];

/** Keys with which programs ask the admin API. */
export function ApiKeysPage() {
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly token: string }>();
  const [toRevoke, setToRevoke] = useState<ApiTokenView>();
  const filters = useFilters(['q', 'state']);
  const { q = '', state } = filters.values;
  const pages = useWholeList<ApiTokenView>(
    '/api-tokens',
    'tokens',
    (key) => key.name.toLowerCase().includes(q.toLowerCase()) && (state === undefined || key.state === state),
  );
  const columns: readonly Column<ApiTokenView>[] = [
    { label: 'Name', cell: ({ name }) => <Text fw={600}>{name}</Text> },
    { label: 'May', cell: ({ capabilities }) => mayWords(capabilities), onPhone: 'bare' },
    { label: 'State', cell: (key) => <KeyTag of={key} />, onPhone: 'bare' },
    {
      label: 'Made',
      cell: ({ createdAt, createdBy }) =>
        `${when(createdAt)} by ${createdBy === 'system' ? 'the shop itself' : createdBy}`,
    },
    { label: 'Expires', cell: ({ expiresAt }) => (expiresAt === undefined ? 'Never' : when(expiresAt)) },
    {
      label: 'Revoke',
      onPhone: 'end',
      cell: (key) =>
        key.state === 'active' ? (
          <Group justify="flex-end">
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => setToRevoke(key)}
              aria-label={`Revoke ${key.name}`}
            >
              Revoke
            </Button>
          </Group>
        ) : null,
    },
  ];
  return (
    <>
      <ListPage
        title="API keys"
        actions={<Button onClick={() => setMaking(true)}>Make a key</Button>}
        search="Name"
        choices={[{ name: 'state', label: 'State', options: states }]}
        filters={filters}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={{
          title: 'No program has a key yet',
          text: (
            <>
              With a key a program asks the <a href="/api/admin/v1/openapi.json">admin API</a>, as far as the
              key allows.
            </>
          ),
        }}
      />
      <MakeApiKey isOpen={isMaking} onClose={() => setMaking(false)} onMade={setMade} />
      {made && (
        <SecretDialog
          title={`The key “${made.name}”`}
          secrets={{ Key: made.token }}
          onClose={() => setMade(undefined)}
        >
          The program sends it along as <code>Authorization: Bearer …</code>. Keep it where its other secrets
          are.
        </SecretDialog>
      )}
      {toRevoke && <Revoke key={toRevoke.id} of={toRevoke} onClose={() => setToRevoke(undefined)} />}
    </>
  );
}

function mayWords(capabilities: ApiTokenView['capabilities']): string {
  const more = capabilities.length - 2;
  if (more <= 0 || capabilities.length === allCapabilities.length) return capabilitiesInWords(capabilities);
  return `${capabilitiesInWords(capabilities.slice(0, 2))} and ${more} more`;
}

function KeyTag({ of: { state } }: { of: ApiTokenView }) {
  if (state === 'active') return <Tag tone="good">Active</Tag>;
  return <Tag tone="quiet">{state === 'over' ? 'Expired' : 'Revoked'}</Tag>;
}

function Revoke({ of: key, onClose }: { of: ApiTokenView; onClose: () => void }) {
  const command = useCommand<undefined, { readonly revoked: boolean }>({
    send: (_, options) => api.delete(`/api-tokens/${key.id}`, options),
    tells: ({ revoked }) => ({
      done: revoked ? `The key “${key.name}” is revoked.` : `The key “${key.name}” had ended already.`,
    }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={`Revoke “${key.name}”`}
      isOpen
      {...{ onClose, command }}
      input={undefined}
      send="Revoke the key"
      isGrave
    >
      <Text size="sm">
        Programs that use it are refused from now on. This cannot be taken back: they need a new key.
      </Text>
    </CommandDialog>
  );
}
