import { TextInput } from '@mantine/core';
import type { InviteOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import type { Invitation } from './invitation-link.tsx';
import { RolesField } from './roles.tsx';

/** Somebody new who runs the shop. */
export function InviteStaff({
  isOpen,
  onClose,
  onInvited,
}: {
  isOpen: boolean;
  onClose: () => void;
  onInvited: (invitation: Invitation) => void;
}) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<string[]>([]);
  const input = { name: name.trim(), email: email.trim(), roles };
  const command = useCommand<typeof input, InviteOutcome>({
    send: (body, options) => api.post('/staff', body, options),
    tells: (answer) =>
      answer.kind === 'invited'
        ? { done: `${input.name} is invited.` }
        : { refused: 'There is somebody with this address already. Look them up in the list.', at: 'email' },
    onDone(answer) {
      onClose();
      if (answer.kind === 'invited') onInvited({ ...answer, name: input.name });
      setName('');
      setEmail('');
      setRoles([]);
    },
  });
  return (
    <CommandDialog
      title="Invite somebody"
      {...{ isOpen, onClose, command, input }}
      send="Invite them"
      isIncomplete={input.name === '' || input.email === '' || roles.length === 0}
      size="lg"
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Name"
            withAsterisk
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problemAt('name')}
            maxLength={120}
          />
          <TextInput
            label="E-mail"
            description="They sign in with it."
            type="email"
            withAsterisk
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={problemAt('email')}
            maxLength={254}
          />
          <RolesField value={roles} onChange={setRoles} error={problemAt('roles')} />
        </>
      )}
    </CommandDialog>
  );
}
