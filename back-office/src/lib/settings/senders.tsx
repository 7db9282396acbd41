import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { ChangeButton } from '../look/change-button.tsx';
import { Section } from '../look/section.tsx';
import { useSession } from '../shell/session.ts';

interface Sender {
  readonly locationId: string;
  readonly ships: boolean;
}

/** Which places send parcels. */
export function Senders() {
  const { places } = useSession();
  const asked = useAnswer<{ readonly senders: readonly Sender[] }>('/fulfilment-senders');
  const [isChanging, setChanging] = useState(false);
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name ?? id;
  return (
    <Section
      title="Places that send parcels"
      actions={asked.data && <ChangeButton of="places that send parcels" onClick={() => setChanging(true)} />}
    >
      <Answer to={asked} of="the places">
        {({ senders }) => (
          <>
            <Text size="sm">
              {senders
                .filter(({ ships }) => ships)
                .map(({ locationId }) => nameOf(locationId))
                .join(', ') || 'None: what one place cannot send, nobody sends instead.'}
            </Text>
            {isChanging && <Change senders={senders} nameOf={nameOf} onClose={() => setChanging(false)} />}
          </>
        )}
      </Answer>
    </Section>
  );
}

function Change({
  senders: kept,
  nameOf,
  onClose,
}: {
  senders: readonly Sender[];
  nameOf: (id: string) => string;
  onClose: () => void;
}) {
  const [senders, setSenders] = useState(kept);
  const input = { senders };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post('/fulfilment-senders', body, options),
    tells: () => ({ done: 'Which places send parcels is saved.' }),
    onDone: onClose,
  });
  return (
    <CommandDialog title="Places that send parcels" isOpen {...{ onClose, command, input }} send="Save">
      <Text size="sm" c="dimmed">
        When a place cannot send what it was to, another one of these is asked to. A store that is left out
        still hands out what is picked up there.
      </Text>
      <Stack gap="xs">
        {senders.map(({ locationId, ships }, at) => (
          <Checkbox
            key={locationId}
            label={nameOf(locationId)}
            checked={ships}
            onChange={(event) =>
              setSenders(senders.with(at, { locationId, ships: event.currentTarget.checked }))
            }
          />
        ))}
      </Stack>
    </CommandDialog>
  );
}
