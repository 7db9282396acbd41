import { Button, NativeSelect, Text } from '@mantine/core';
import type { JoinOutcome, Programme } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { Section } from '../look/section.tsx';
import { useMarket } from '../shell/session.ts';
import { localName } from '../words/local-name.ts';

/** Makes a customer a member of a programme they are not in; nothing when there is none. */
export function Enrol({ customerId, memberOf }: { customerId: string; memberOf: readonly string[] }) {
  const market = useMarket();
  const asked = useAnswer<{ readonly items: readonly Programme[] }>('/loyalty/programmes');
  const [chosen, setChosen] = useState<string>();
  const command = useCommand<{ programmeId: string }, JoinOutcome>({
    send: (body, options) =>
      api.post(`/customers/${customerId}/loyalty`, body, { ...options, query: market }),
    tells: (answer) =>
      answer.kind === 'no-programme'
        ? { refused: 'The programme was switched off meanwhile.' }
        : { done: `They are a member of ${answer.loyalty.programme.name}.` },
  });
  return (
    <Answer to={asked} of="programmes">
      {({ items }) => {
        const open = items.filter(({ id, isActive }) => isActive && !memberOf.includes(id));
        const programme = open.find(({ id }) => id === chosen) ?? open[0];
        if (!programme) return null;
        return (
          <Section
            title="Loyalty"
            actions={
              <Button
                variant="subtle"
                size="compact-sm"
                loading={command.isBusy}
                onClick={() => command.send({ programmeId: programme.id })}
              >
                Make a member
              </Button>
            }
          >
            {open.length > 1 ? (
              <NativeSelect
                aria-label="Programme"
                data={open.map(({ id, name }) => ({ value: id, label: localName(name) }))}
                value={programme.id}
                onChange={(event) => setChosen(event.currentTarget.value)}
              />
            ) : (
              <Text c="dimmed">No member of {localName(programme.name)} yet</Text>
            )}
            {command.problem && (
              <Text size="sm" role="alert" c="red">
                {command.problem.sentence}
              </Text>
            )}
          </Section>
        );
      }}
    </Answer>
  );
}
