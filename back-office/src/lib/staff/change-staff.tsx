import { Text, TextInput } from '@mantine/core';
import type { InviteAgainOutcome, StaffView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { type Told, useCommand } from '../asking/use-command.ts';
import type { Invitation } from './invitation-link.tsx';
import { RolesField } from './roles.tsx';

interface Changing {
  readonly person: StaffView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface Answer {
  readonly kind: 'changed' | 'unchanged' | 'unknown' | 'last-administrator';
}

function toldOf({ kind }: Answer, done: string): Told {
  if (kind === 'last-administrator') {
    return {
      refused:
        'Nobody else could look after the staff then. Make somebody else an owner first; they must have signed in once.',
    };
  }
  if (kind === 'unknown') return { refused: 'There is nobody like this any more. Load the page again.' };
  return { done };
}

/** Name and roles. */
export function ChangeStaff({ person, isOpen, onClose }: Changing) {
  const [name, setName] = useState(person.name);
  const [roles, setRoles] = useState<string[]>([...person.roles]);
  const input = { name: name.trim(), roles };
  const command = useCommand<typeof input, Answer>({
    send: (body, options) => api.patch(`/staff/${person.id}`, body, options),
    tells: (answer) => toldOf(answer, `${input.name} is changed.`),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={`Change ${person.name}`}
      {...{ isOpen, onClose, command, input }}
      send="Save"
      isIncomplete={input.name === '' || roles.length === 0}
      size="lg"
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Name"
            withAsterisk
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problemAt('name')}
            maxLength={120}
          />
          <RolesField value={roles} onChange={setRoles} error={problemAt('roles')} />
          <Text size="sm" c="dimmed">
            When the roles change, they are signed out everywhere and sign in anew.
          </Text>
        </>
      )}
    </CommandDialog>
  );
}

/** Lets somebody in no more, or again. */
export function LetInOrNot({ person, isOpen, onClose }: Changing) {
  const comesBack = person.state === 'left';
  const input = { active: comesBack };
  const command = useCommand<typeof input, Answer>({
    send: (body, options) => api.patch(`/staff/${person.id}`, body, options),
    tells: (answer) =>
      toldOf(
        answer,
        comesBack ? `${person.name} may sign in again.` : `${person.name} is signed out for good.`,
      ),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={comesBack ? `Let ${person.name} in again` : `Let ${person.name} in no more`}
      {...{ isOpen, onClose, command, input }}
      send={comesBack ? 'Let them in again' : 'Let them in no more'}
      isGrave={!comesBack}
    >
      <Text size="sm">
        {comesBack
          ? 'They sign in with the password they had.'
          : 'They are signed out everywhere and cannot sign in. What they did stays in the audit log. API keys they made go on working: revoke those they knew.'}
      </Text>
    </CommandDialog>
  );
}

/** A new link to choose a password. */
export function NewLink({
  person,
  isOpen,
  onClose,
  onInvited,
}: Changing & { onInvited: (invitation: Invitation) => void }) {
  const command = useCommand<undefined, InviteAgainOutcome>({
    send: (_, options) => api.post(`/staff/${person.id}/invitations`, undefined, options),
    tells: ({ kind }) =>
      kind === 'invited'
        ? { done: 'There is a new link.' }
        : { refused: 'They may not sign in any more, so there is no link for them.' },
    onDone(answer) {
      onClose();
      if (answer.kind === 'invited') onInvited({ ...answer, name: person.name });
    },
  });
  return (
    <CommandDialog
      title={`A new link for ${person.name}`}
      {...{ isOpen, onClose, command }}
      input={undefined}
      send="Make a link"
    >
      <Text size="sm">
        {person.state === 'invited'
          ? 'The link they have ends, and a new one is made.'
          : 'With the link they choose a new password. The one they have holds until then.'}
      </Text>
    </CommandDialog>
  );
}
