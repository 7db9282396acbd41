import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import type { EndpointView, EventKindView, SaveEndpointOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import css from './webhooks.module.css';

/** A new endpoint, or another address, purpose or choice of events of one there is. */
export function SaveEndpoint({
  endpoint,
  isOpen,
  onClose,
  onMade,
}: {
  endpoint?: EndpointView;
  isOpen: boolean;
  onClose: () => void;
  onMade?: (secret: string) => void;
}) {
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [isAll, setAll] = useState((endpoint?.kinds ?? 'all') === 'all');
  const [kinds, setKinds] = useState<string[]>(
    endpoint && endpoint.kinds !== 'all' ? [...endpoint.kinds] : [],
  );
  const input = {
    ...(endpoint && { id: endpoint.id }),
    url: url.trim(),
    description: description.trim(),
    kinds: isAll ? ('all' as const) : kinds,
  };
  const command = useCommand<typeof input, SaveEndpointOutcome>({
    send: (body, options) => api.post('/webhook-endpoints', body, options),
    tells({ kind }) {
      if (kind === 'unknown-endpoint') return { refused: 'This endpoint was removed meanwhile.' };
      return { done: kind === 'created' ? 'The endpoint is added.' : 'The endpoint is changed.' };
    },
    onDone(answer) {
      onClose();
      if (answer.kind === 'created') {
        onMade?.(answer.secret);
        setUrl('');
        setDescription('');
      }
    },
  });
  return (
    <CommandDialog
      title={endpoint ? 'Change the endpoint' : 'Add an endpoint'}
      {...{ isOpen, onClose, command, input }}
      send={endpoint ? 'Save' : 'Add the endpoint'}
      isIncomplete={input.url === '' || (!isAll && kinds.length === 0)}
      size="lg"
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Address"
            description="Where messages are sent: https://example.com/hooks."
            type="url"
            withAsterisk
            autoComplete="off"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            error={problemAt('url')}
            maxLength={2_000}
          />
          <TextInput
            label="What it is for"
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
            error={problemAt('description')}
            maxLength={200}
          />
          <Radio.Group
            label="Events"
            value={isAll ? 'all' : 'some'}
            onChange={(value) => setAll(value === 'all')}
            error={problemAt('kinds')}
          >
            <Stack gap={6} mt={6}>
              <Radio value="all" label="All, also those that come later" />
              <Radio value="some" label="Only these" />
            </Stack>
          </Radio.Group>
          {!isAll && <KindsField value={kinds} onChange={setKinds} />}
        </>
      )}
    </CommandDialog>
  );
}

function KindsField({ value, onChange }: { value: string[]; onChange: (kinds: string[]) => void }) {
  const kinds = useAnswer<{ readonly kinds: readonly EventKindView[] }>('/event-kinds').data?.kinds ?? [];
  return (
    <Checkbox.Group aria-label="Kinds of events" value={value} onChange={onChange} className={css.kinds}>
      <Stack gap="xs">
        {kinds.map(({ kind, says }) => (
          <Checkbox key={kind} value={kind} label={kind} description={says} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
