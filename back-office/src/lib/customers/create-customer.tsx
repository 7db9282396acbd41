import type { CustomerOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useSession } from '../shell/session.ts';
import { toldCustomer } from './customer-outcome.ts';
import { type Person, PersonFields, personInput } from './person-fields.tsx';

/** A customer without a way to sign in, for the till or the telephone. */
export function CreateCustomer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { channels } = useSession();
  const [person, setPerson] = useState<Person>({
    name: '',
    email: '',
    phone: '',
    locale: channels[0]?.locales[0] ?? 'en',
    groups: [],
  });
  const input = personInput(person);
  const command = useCommand<typeof input, CustomerOutcome>({
    send: (body, options) => api.post('/customers', body, options),
    tells: (answer) => toldCustomer(answer, 'The customer is registered.'),
    onDone(answer) {
      onClose();
      if (answer.kind === 'done') goTo(`/customers/${answer.customer.id}`);
    },
  });
  return (
    <CommandDialog
      title="Register a customer"
      {...{ isOpen, onClose, command, input }}
      send="Register the customer"
      isIncomplete={input.name === '' && input.email === undefined}
    >
      {(problemAt) => <PersonFields person={person} onChange={setPerson} problemAt={problemAt} />}
    </CommandDialog>
  );
}
