import { Alert, Button, Text } from '@mantine/core';
import type { Programme } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { Columns } from '../look/columns.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { useSession } from '../shell/session.ts';
import { localName } from '../words/local-name.ts';
import { ProgrammeForm } from './programme-form.tsx';
import { ProgrammeRules } from './programme-rules.tsx';
import { ProgrammeTag } from './programme-tag.tsx';
import { ProgrammeTiers } from './programme-tiers.tsx';
import { whereTheyHold } from './programme-words.ts';

const back = { to: '/loyalty', label: 'Loyalty programmes' };

/** A programme: what earns points, what they pay, its tiers. */
export function ProgrammePage({ id }: { id: string }) {
  const { channels } = useSession();
  const asked = useAnswer<{ readonly items: readonly Programme[] }>('/loyalty/programmes');
  return (
    <Answer to={asked} of="the programme">
      {({ items }) => {
        const programme = items.find((each) => each.id === id);
        return programme ? (
          <One programme={programme} holds={whereTheyHold(items, channels).get(id) ?? []} />
        ) : (
          <>
            <PageHead title="Loyalty programme" back={back} />
            <Empty title="There is no such programme" />
          </>
        );
      }}
    </Answer>
  );
}

function One({ programme, holds }: { programme: Programme; holds: readonly string[] }) {
  const [isEditing, setEditing] = useState(false);
  const name = localName(programme.name);
  if (isEditing)
    return (
      <>
        <PageHead title={`Change ${name}`} back={back} />
        <ProgrammeForm
          draft={programme}
          isNew={false}
          onSaved={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      </>
    );
  return (
    <>
      <PageHead title={name} back={back} about={<ProgrammeTag isActive={programme.isActive} holds={holds} />}>
        <Button variant="default" onClick={() => setEditing(true)}>
          Change the programme
        </Button>
        <SwitchProgramme programme={programme} />
      </PageHead>
      {programme.isActive && holds.length === 0 && (
        <Alert color="yellow" mb="md">
          <Text size="sm">
            Another programme holds in each of its channels: one holds at a time. Switch the other off, or
            choose other channels here.
          </Text>
        </Alert>
      )}
      <Columns beside={<ProgrammeTiers programme={programme} />}>
        <ProgrammeRules programme={programme} holds={holds} />
      </Columns>
    </>
  );
}

function SwitchProgramme({ programme }: { programme: Programme }) {
  const { isActive } = programme;
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const words = `Switch ${isActive ? 'off' : 'on'} the programme`;
  const input = { ...programme, isActive: !isActive };
  const command = useCommand<Programme, unknown>({
    send: (body, options) => api.post('/loyalty/programmes', body, options),
    tells: (_, sent) => ({
      done: sent.isActive
        ? 'The programme is switched on.'
        : 'The programme is switched off. Nothing is earned any more and points pay nothing; they are kept.',
    }),
    onDone: close,
  });
  return (
    <>
      <Button
        color={isActive ? 'red' : undefined}
        variant={isActive ? 'default' : 'filled'}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      <CommandDialog
        title={words}
        isGrave={isActive}
        {...{ isOpen, command, input }}
        onClose={close}
        send={words}
      >
        <Text size="sm">
          {isActive
            ? 'Nothing is earned from now on and points pay nothing. They are kept, until it is switched on again.'
            : 'From now on its members earn points, and pay with those they have.'}
        </Text>
      </CommandDialog>
    </>
  );
}
