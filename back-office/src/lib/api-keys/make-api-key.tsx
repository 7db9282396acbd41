import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MomentField } from '../look/moment-field.tsx';
import { useMay } from '../shell/session.ts';
import { allCapabilities, capabilityWords } from '../words/capability.ts';

/** A key for a program, which may do at most what whoever makes it may. */
export function MakeApiKey({
  isOpen,
  onClose,
  onMade,
}: {
  isOpen: boolean;
  onClose: () => void;
  onMade: (made: { readonly name: string; readonly token: string }) => void;
}) {
  const may = useMay();
  const [name, setName] = useState('');
  const [capabilities, setCapabilities] = useState<string[]>([]);
  const [expiresAt, setExpiresAt] = useState<string>();
  const input = { name: name.trim(), capabilities, ...(expiresAt !== undefined && { expiresAt }) };
  const command = useCommand<typeof input, { readonly id: string; readonly token: string }>({
    send: (body, options) => api.post('/api-tokens', body, options),
    tells: () => ({ done: `The key “${input.name}” is made.` }),
    onDone({ token }) {
      onClose();
      onMade({ name: input.name, token });
      setName('');
      setCapabilities([]);
      setExpiresAt(undefined);
    },
  });
  return (
    <CommandDialog
      title="Make a key"
      {...{ isOpen, onClose, command, input }}
      send="Make the key"
      isIncomplete={input.name === '' || capabilities.length === 0}
      size="lg"
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Name"
            description="What it is for: “Accounting, nightly export”."
            withAsterisk
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problemAt('name')}
            maxLength={120}
          />
          <Checkbox.Group
            label="What the program may do"
            description="As little as it needs. What you may not do yourself is not offered."
            value={capabilities}
            onChange={setCapabilities}
            error={problemAt('capabilities')}
            withAsterisk
          >
            <Stack gap={8} mt="xs">
              {allCapabilities.filter(may).map((capability) => (
                <Checkbox key={capability} value={capability} label={capabilityWords(capability)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <MomentField
            label="Expires"
            description="Empty = until it is revoked."
            value={expiresAt}
            onChange={setExpiresAt}
            error={problemAt('expiresAt')}
          />
        </>
      )}
    </CommandDialog>
  );
}
