import type { CustomerOutcome, CustomerView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { toldCustomer } from './customer-outcome.ts';
import { type Person, PersonFields, personInput } from './person-fields.tsx';

/** Who a customer is. */
export function ChangeCustomer({
  customer,
  isOpen,
  onClose,
}: {
  customer: CustomerView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { id, name, email = '', phone = '', locale, groups } = customer;
  const [person, setPerson] = useState<Person>({ name, email, phone, locale, groups });
  const input = personInput(person);
  const command = useCommand<typeof input, CustomerOutcome>({
    send: (body, options) => api.patch(`/customers/${id}`, body, options),
    tells: (answer) => toldCustomer(answer, 'The customer is changed.'),
    onDone: onClose,
  });
  return (
    <CommandDialog title="Change the customer" {...{ isOpen, onClose, command, input }} send="Save">
      {(problemAt) => <PersonFields person={person} onChange={setPerson} problemAt={problemAt} />}
    </CommandDialog>
  );
}
