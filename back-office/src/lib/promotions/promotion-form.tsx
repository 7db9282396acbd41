import {
  Checkbox,
  MultiSelect,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
} from '@mantine/core';
import type { Promotion, PromotionMode, SavePromotionOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { LocalFields } from '../look/local-fields.tsx';
import { MomentField } from '../look/moment-field.tsx';
import { Section } from '../look/section.tsx';
import { useSession } from '../shell/session.ts';
import { idOfName } from '../words/id-of-name.ts';
import { type LocalText, withoutEmpty } from '../words/local-name.ts';
import { hasMoney, kinds } from './effect-kinds.ts';
import { EffectForm } from './effects/effect-form.tsx';
import { HoursField } from './hours-field.tsx';
import { modeWords } from './promotion-words.ts';
import css from './promotions.module.css';
import { useEffectWords } from './use-effect-words.ts';

export interface Draft extends Promotion {
  readonly name: LocalText;
}

/** A promotion as a form that reads as a sentence. */
export function PromotionForm({
  draft: begun,
  isNew,
  onSaved,
  onCancel,
}: {
  draft: Draft;
  isNew: boolean;
  onSaved: (id: string) => void;
  onCancel: () => void;
}) {
  const { channels } = useSession();
  const currencies = [...new Set(channels.flatMap((channel) => channel.currencies))];
  const [draft, setDraft] = useState(begun);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const currency = draft.currency ?? currencies[0] ?? 'EUR';
  const sentence = useEffectWords([draft]);
  const input = finished(draft, { isNew, currency });
  const command = useCommand<Draft, SavePromotionOutcome>({
    send: (body, options) => api.post('/promotions', body, options),
    tells: ({ kind }) =>
      kind === 'saved'
        ? { done: 'The promotion is saved. It takes nothing off before it is published.' }
        : { refused: 'Somebody published it meanwhile. Stop it first; what you typed stays here.' },
    onDone: () => onSaved(input.id),
  });
  return (
    <CommandForm
      {...{ command, input, onCancel }}
      send="Save"
      isIncomplete={Object.values(draft.name).every((each) => each.trim() === '')}
    >
      {(problemAt) => (
        <>
          <Section title="What it gives">
            <Stack gap="md">
              <NativeSelect
                label="Kind"
                data={kinds.map(({ kind, label }) => ({ value: kind, label }))}
                value={draft.effect.kind}
                onChange={(event) => {
                  const next = kinds.find(({ kind }) => kind === event.currentTarget.value);
                  if (next) change({ effect: next.begin });
                }}
                maw={360}
              />
              <EffectForm
                effect={draft.effect}
                currency={currency}
                onChange={(effect) => change({ effect })}
              />
              <div className={css.reads}>
                <Text size="xs" c="dimmed">
                  It reads
                </Text>
                <Text data-testid="reads">{sentence({ ...draft, currency })}</Text>
              </div>
              {problemAt('effect') && (
                <Text size="sm" c="red">
                  {problemAt('effect')}
                </Text>
              )}
            </Stack>
          </Section>
          <Section title="What shoppers read">
            <LocalFields
              label="Name"
              value={draft.name}
              onChange={(name) => change({ name })}
              problemAt={(locale) => problemAt(`name.${locale}`)}
            />
          </Section>
          <Section title="Who, where, when">
            <Stack gap="md">
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <MomentField
                  label="From"
                  description="Empty = at once."
                  value={draft.from}
                  onChange={(from) => change({ from })}
                  error={problemAt('from')}
                />
                <MomentField
                  label="To"
                  description="Empty = until it is stopped."
                  value={draft.to}
                  onChange={(to) => change({ to })}
                  error={problemAt('to')}
                />
              </SimpleGrid>
              <HoursField value={draft.hours} onChange={(hours) => change({ hours })} problemAt={problemAt} />
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <MultiSelect
                  label="Channels"
                  placeholder={draft.channels?.length ? undefined : 'All'}
                  data={channels.map(({ id, name }) => ({ value: id, label: name }))}
                  value={[...(draft.channels ?? [])]}
                  onChange={(ids) => change({ channels: ids.length > 0 ? ids : undefined })}
                  error={problemAt('channels')}
                />
                <TagsInput
                  label="Price groups"
                  placeholder={draft.priceGroups?.ids.length ? undefined : 'Everyone'}
                  value={[...(draft.priceGroups?.ids ?? [])]}
                  onChange={(ids) =>
                    change({
                      priceGroups:
                        ids.length > 0 ? { match: draft.priceGroups?.match ?? 'any', ids } : undefined,
                    })
                  }
                  error={problemAt('priceGroups.ids')}
                />
                {currencies.length > 1 && hasMoney(draft.effect) && (
                  <NativeSelect
                    label="Currency"
                    description="It holds in this currency only."
                    data={currencies}
                    value={currency}
                    onChange={(event) => change({ currency: event.currentTarget.value })}
                    error={problemAt('currency')}
                  />
                )}
              </SimpleGrid>
              <Checkbox
                label="Only for those who bring a code"
                description="Codes are made on the promotion’s page."
                checked={draft.coupon}
                onChange={(event) => change({ coupon: event.currentTarget.checked })}
              />
            </Stack>
          </Section>
          <Section title="Beside other promotions">
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <NativeSelect
                label="Goes together"
                data={Object.entries(modeWords).map(([value, label]) => ({ value, label }))}
                value={draft.mode}
                onChange={(event) => change({ mode: event.currentTarget.value as PromotionMode })}
              />
              <NumberInput
                label="Priority"
                description="Higher comes first."
                value={draft.priority}
                onChange={(value) => change({ priority: Number(value) || 0 })}
                allowDecimal={false}
                error={problemAt('priority')}
                maw={160}
              />
            </SimpleGrid>
          </Section>
        </>
      )}
    </CommandForm>
  );
}

/** As it is sent: without empty names, with a currency where there are amounts, a new one with an id. */
function finished(draft: Draft, { isNew, currency }: { isNew: boolean; currency: string }): Draft {
  const name = withoutEmpty(draft.name);
  const id = isNew ? idOfName(Object.values(name)[0] ?? '', draft.id) : draft.id;
  const { currency: _, ...rest } = draft;
  return { ...rest, id, name, ...(hasMoney(draft.effect) && { currency }) };
}
