import { Text } from '@mantine/core';
import type {
  EndpointView,
  ReplayOutcome,
  RotateOutcome,
  SaveEndpointOutcome,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MomentField } from '../look/moment-field.tsx';

interface Doing {
  readonly endpoint: EndpointView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const removed = { refused: 'This endpoint was removed meanwhile.' };

/** Sends nothing here any more, or again. */
export function SwitchEndpoint({ endpoint, isOpen, onClose }: Doing) {
  const comesOn = endpoint.state === 'disabled';
  const { id, url, description, kinds } = endpoint;
  const input = { id, url, description, kinds, state: comesOn ? ('active' as const) : ('disabled' as const) };
  const command = useCommand<typeof input, SaveEndpointOutcome>({
    send: (body, options) => api.post('/webhook-endpoints', body, options),
    tells: ({ kind }) =>
      kind === 'unknown-endpoint'
        ? removed
        : { done: comesOn ? 'The endpoint is switched on.' : 'The endpoint is switched off.' },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={comesOn ? 'Switch on the endpoint' : 'Switch off the endpoint'}
      {...{ isOpen, onClose, command, input }}
      send={comesOn ? 'Switch on the endpoint' : 'Switch off the endpoint'}
    >
      <Text size="sm">
        {comesOn
          ? 'What waits for it is sent now, and what happens from now on.'
          : 'Nothing is sent to it until it is switched on again. What happens meanwhile waits.'}
      </Text>
    </CommandDialog>
  );
}

/** A new secret. */
export function RotateSecret({
  endpoint,
  isOpen,
  onClose,
  onRotated,
}: Doing & { onRotated: (secret: string) => void }) {
  const command = useCommand<undefined, RotateOutcome>({
    send: (_, options) => api.post(`/webhook-endpoints/${endpoint.id}/secrets`, undefined, options),
    tells: ({ kind }) => (kind === 'rotated' ? { done: 'There is a new secret.' } : removed),
    onDone(answer) {
      onClose();
      if (answer.kind === 'rotated') onRotated(answer.secret);
    },
  });
  return (
    <CommandDialog
      title="Make a new secret"
      {...{ isOpen, onClose, command }}
      input={undefined}
      send="Make a new secret"
    >
      <Text size="sm">
        Messages are signed with the new one, and for 24 hours with the one before it too.
      </Text>
    </CommandDialog>
  );
}

/** All events of a time, once more. */
export function ReplayEvents({ endpoint, isOpen, onClose }: Doing) {
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const input = { endpointId: endpoint.id, from, to };
  const command = useCommand<typeof input, ReplayOutcome>({
    send: (body, options) => api.post('/webhook-replays', body, options),
    tells(answer) {
      if (answer.kind !== 'replayed') return removed;
      if (answer.deliveries === 0)
        return { refused: 'There is no event of that time that is still kept and meant for this endpoint.' };
      return {
        done:
          answer.deliveries === 1
            ? 'One event is sent again.'
            : `${answer.deliveries} events are sent again.`,
      };
    },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Send events again"
      {...{ isOpen, onClose, command, input }}
      send="Send events again"
      isIncomplete={from === undefined || to === undefined}
    >
      {(problemAt) => (
        <>
          <Text size="sm">
            Every event of this time that the endpoint is told of, whether it took it or not. The other system
            knows them by their <code>webhook-id</code>, which stays the same.
          </Text>
          <MomentField label="From" value={from} onChange={setFrom} error={problemAt('from')} isRequired />
          <MomentField label="To" value={to} onChange={setTo} error={problemAt('to')} isRequired />
        </>
      )}
    </CommandDialog>
  );
}

export function RemoveEndpoint({ endpoint, isOpen, onClose }: Doing) {
  const command = useCommand<undefined, { readonly removed: boolean }>({
    send: (_, options) => api.delete(`/webhook-endpoints/${endpoint.id}`, options),
    tells: () => ({ done: 'The endpoint is removed.' }),
    onDone() {
      onClose();
      goTo('/webhooks');
    },
  });
  return (
    <CommandDialog
      title="Remove the endpoint"
      {...{ isOpen, onClose, command }}
      input={undefined}
      send="Remove the endpoint"
      isGrave
    >
      <Text size="sm">It is told nothing any more, and the list of what it was told is gone with it.</Text>
    </CommandDialog>
  );
}
