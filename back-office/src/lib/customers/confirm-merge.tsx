import { List, TextInput } from '@mantine/core';
import type { CustomerView, MergeOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { Section } from '../look/section.tsx';
import css from './customers.module.css';
import { nameOf } from './name-of.ts';

/** What merging means, and its button. */
export function ConfirmMerge({ into, from }: { into: CustomerView; from: CustomerView }) {
  const [typed, setTyped] = useState('');
  const input = { fromId: from.id };
  const command = useCommand<typeof input, MergeOutcome>({
    send: (body, options) => api.post(`/customers/${into.id}/merges`, body, options),
    tells: (answer) =>
      answer.kind === 'done'
        ? { done: `${nameOf(from)} is now ${nameOf(answer.customer)} too.` }
        : { refused: 'One of the two is not there any more: erased, or merged meanwhile. Nothing was done.' },
    onDone: () => goTo(`/customers/${into.id}`),
  });
  const keepsEmail = into.email !== undefined;
  return (
    <Section title="What happens">
      <div className={css.confirm}>
        <CommandForm
          {...{ command, input }}
          send="Merge for good"
          isGrave
          isIncomplete={typed.trim() !== from.number}
          onCancel={() => goTo(`/customers/${into.id}`)}
        >
          <List size="sm" spacing={4}>
            <List.Item>
              Orders, addresses, points, store credit, wishes, consents and notes of {nameOf(from)} are then
              those of {nameOf(into)}.
            </List.Item>
            <List.Item>
              {nameOf(from)} is signed out everywhere and cannot sign in any more
              {keepsEmail && from.email !== undefined
                ? `; ${from.email} belongs to nobody then, and somebody else can register with it.`
                : '.'}
            </List.Item>
            <List.Item>
              {nameOf(into)} keeps name, e-mail, telephone and the addresses they prefer; only what is missing
              is taken over.
            </List.Item>
            <List.Item>
              The number {from.number} stays with what is left of it, and the audit log names both. It cannot
              be taken back.
            </List.Item>
          </List>
          <TextInput
            label={`Type the number ${from.number} of who goes to confirm`}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </CommandForm>
      </div>
    </Section>
  );
}
