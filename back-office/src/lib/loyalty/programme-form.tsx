import { MultiSelect, NativeSelect, Stack, Text } from '@mantine/core';
import type { Programme } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { LocalFields } from '../look/local-fields.tsx';
import { Section } from '../look/section.tsx';
import { CountField, Sentence, Words } from '../look/sentence.tsx';
import { useSession } from '../shell/session.ts';
import { EarningFields } from './earning-fields.tsx';
import { finishedProgramme } from './programme-draft.ts';
import type { ProgrammeEditing } from './programme-editing.ts';
import { RedeemingFields } from './redeeming-fields.tsx';
import { TierFields } from './tier-fields.tsx';

/** A programme as a form that reads as sentences. */
export function ProgrammeForm({
  draft: begun,
  isNew,
  onSaved,
  onCancel,
}: {
  draft: Programme;
  isNew: boolean;
  onSaved: (id: string) => void;
  onCancel: () => void;
}) {
  const { channels } = useSession();
  const currencies = [...new Set(channels.flatMap((channel) => channel.currencies))];
  const [draft, setDraft] = useState(begun);
  const onChange = (part: Partial<Programme>) => setDraft((before) => ({ ...before, ...part }));
  const input = finishedProgramme(draft, { isNew });
  const command = useCommand<Programme, unknown>({
    send: (body, options) => api.post('/loyalty/programmes', body, options),
    tells: () => ({ done: 'The programme is saved. It holds for orders from now on.' }),
    onDone: () => onSaved(input.id),
  });
  return (
    <CommandForm
      {...{ command, input, onCancel }}
      send="Save"
      isIncomplete={Object.keys(input.name).length === 0}
    >
      {(problemAt) => {
        const editing = { draft, currencies, onChange, problemAt };
        return (
          <>
            <Section title="What customers read">
              <Stack gap="sm">
                <LocalFields
                  label="Name"
                  value={draft.name}
                  onChange={(name) => onChange({ name })}
                  problemAt={(locale) => problemAt(`name.${locale}`)}
                />
                <LocalFields
                  label="What it is about"
                  isLong
                  value={draft.description ?? {}}
                  onChange={(description) => onChange({ description })}
                  problemAt={(locale) => problemAt(`description.${locale}`)}
                />
              </Stack>
            </Section>
            <Section title="Earning">
              <EarningFields {...editing} />
            </Section>
            <Section title="Paying with points">
              <RedeemingFields {...editing} />
            </Section>
            <Section title="Tiers">
              <TierFields {...editing} />
            </Section>
            <Section title="When points can be used">
              <Time {...editing} />
            </Section>
            <Section title="Members">
              <Members {...editing} channels={channels} />
            </Section>
          </>
        );
      }}
    </CommandForm>
  );
}

function Time({ draft: { vesting, expiryDays }, onChange, problemAt }: ProgrammeEditing) {
  return (
    <Sentence>
      <CountField
        label="Days until they can be used"
        value={vesting.days}
        onChange={(days = 0) => onChange({ vesting: { ...vesting, days } })}
        least={0}
        most={3_660}
        error={problemAt('vesting.days')}
      />
      <Words>days after</Words>
      <NativeSelect
        aria-label="Counted from"
        data={[
          { value: 'handed-over', label: 'the goods were handed over' },
          { value: 'placed', label: 'the order' },
        ]}
        value={vesting.from}
        onChange={(event) =>
          onChange({ vesting: { ...vesting, from: event.currentTarget.value as typeof vesting.from } })
        }
      />
      <Words>, and they run out</Words>
      <CountField
        label="Days until they run out"
        value={expiryDays}
        onChange={(days) => onChange({ expiryDays: days })}
        most={3_660}
        error={problemAt('expiryDays')}
      />
      <Words>days later (empty = never).</Words>
    </Sentence>
  );
}

function Members({
  draft: { enrolment, joinPoints, channels: chosen },
  channels,
  onChange,
  problemAt,
}: ProgrammeEditing & { channels: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <Stack gap="md">
      <NativeSelect
        label="Customers become members"
        data={[
          { value: 'automatic', label: 'with their first order while they are signed in' },
          { value: 'on-request', label: 'when they ask to be' },
        ]}
        value={enrolment}
        onChange={(event) => onChange({ enrolment: event.currentTarget.value as typeof enrolment })}
        maw={420}
      />
      <Sentence>
        <Words>Joining gives</Words>
        <CountField
          label="Points for joining"
          value={joinPoints}
          onChange={(points = 0) => onChange({ joinPoints: points })}
          least={0}
          most={1_000_000}
          error={problemAt('joinPoints')}
        />
        <Words>points.</Words>
      </Sentence>
      <MultiSelect
        label="Channels"
        placeholder={chosen ? undefined : 'All'}
        data={channels.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...(chosen ?? [])]}
        onChange={(ids) => onChange({ channels: ids.length > 0 ? ids : undefined })}
        error={problemAt('channels')}
        maw={420}
      />
      <Text size="sm" c="dimmed">
        One programme holds in a channel at a time.
      </Text>
    </Stack>
  );
}
