import {
  Checkbox,
  Divider,
  Fieldset,
  NativeSelect,
  NumberInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import type { StaffMethod } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog, type ProblemAt } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { LocalFields } from '../look/local-fields.tsx';
import { MomentField } from '../look/moment-field.tsx';
import { WholeField } from '../look/whole-field.tsx';
import { useMarket, useSession } from '../shell/session.ts';
import { localName } from '../words/local-name.ts';
import { begunMethod, draftOfMethod, isIncomplete, type MethodDraft, methodOf } from './method-draft.ts';
import { MethodPrices } from './method-prices.tsx';
import { MethodSlots, MethodStores } from './method-slots.tsx';
import { MethodZones } from './method-zones.tsx';

type Answer = { readonly kind: string };

/** A new way to deliver, or another look of one that is there. */
export function SaveMethod({ method, onClose }: { method?: StaffMethod; onClose: () => void }) {
  const { channels } = useSession();
  const { currency } = useMarket();
  const everywhere = channels.map(({ id }) => id);
  const [draft, setDraft] = useState<MethodDraft>(() =>
    method
      ? draftOfMethod(method, everywhere)
      : begunMethod({ channels: everywhere, currency, country: channels[0]?.country ?? 'DE' }),
  );
  const set = (part: Partial<MethodDraft>) => setDraft((before) => ({ ...before, ...part }));
  const input = methodOf(draft, everywhere);
  const name = localName(input.name);
  const command = useCommand<typeof input, Answer>({
    send: ({ kind, ...parts }, options) =>
      method
        ? api.patch(
            `/delivery-methods/${encodeURIComponent(method.id)}`,
            { version: method.version, ...parts },
            options,
          )
        : api.post('/delivery-methods', withoutLimits({ kind, ...parts }), options),
    tells: ({ kind }) => {
      if (kind === 'no-method') return { refused: 'There is no such delivery method any more.' };
      if (kind === 'changed-meanwhile')
        return {
          refused:
            'Somebody else changed this delivery method since you opened it, and nothing of theirs was overwritten. Note what you typed, close this, and begin anew with what is there now.',
        };
      if (method) return { done: `${name} is saved.` };
      return { done: `${name} is made. It stands after all others.` };
    },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={method ? `Change ${localName(method.name)}` : 'New delivery method'}
      isOpen
      {...{ onClose, command, input }}
      isIncomplete={isIncomplete(draft)}
      send="Save"
      size="lg"
    >
      {(problemAt) => (
        <>
          {!method && (
            <SegmentedControl
              aria-label="Kind"
              fullWidth
              value={draft.kind}
              onChange={(kind) => set({ kind: kind as MethodDraft['kind'] })}
              data={[
                { value: 'ship', label: 'A parcel' },
                { value: 'pickup', label: 'Picked up' },
                { value: 'electronic', label: 'By e-mail' },
              ]}
            />
          )}
          <LocalFields
            label="Name"
            value={draft.name}
            onChange={(texts) => set({ name: texts })}
            problemAt={(locale) => problemAt(`name.${locale}`)}
          />
          {draft.kind === 'ship' && <MethodZones {...{ draft, set, problemAt }} />}
          {draft.kind === 'pickup' && <MethodStores {...{ draft, set, problemAt }} />}
          <MethodPrices prices={draft.prices} onChange={(prices) => set({ prices })} problemAt={problemAt} />
          <Takes {...{ draft, set, problemAt }} />
          {draft.kind === 'pickup' && <MethodSlots {...{ draft, set, problemAt }} />}
          <Divider />
          <Offered {...{ draft, set, problemAt }} />
        </>
      )}
    </CommandDialog>
  );
}

interface PartProps {
  readonly draft: MethodDraft;
  readonly set: (part: Partial<MethodDraft>) => void;
  readonly problemAt: ProblemAt;
}

function Takes({ draft, set, problemAt }: PartProps) {
  return (
    <>
      <Fieldset legend="Takes">
        <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm">
          <WholeField
            label="At least"
            value={draft.minDays}
            onChange={(minDays) => set({ minDays: minDays ?? 0 })}
            suffix={draft.minDays === 1 ? ' day' : ' days'}
            error={problemAt('time.minDays')}
          />
          <WholeField
            label="At most"
            value={draft.maxDays}
            onChange={(maxDays) => set({ maxDays: maxDays ?? 0 })}
            suffix={draft.maxDays === 1 ? ' day' : ' days'}
            error={problemAt('time') ?? problemAt('time.maxDays')}
          />
          <NativeSelect
            label="Counting"
            value={draft.days}
            onChange={(event) => set({ days: event.currentTarget.value as MethodDraft['days'] })}
            data={[
              { value: 'business', label: 'Working days' },
              { value: 'calendar', label: 'All days' },
            ]}
          />
          <TextInput
            type="time"
            label="Ordered until"
            value={draft.cutOff}
            onChange={(event) => set({ cutOff: event.currentTarget.value })}
            error={problemAt('time.cutOff')}
          />
        </SimpleGrid>
      </Fieldset>
      {draft.kind !== 'electronic' && (
        <NumberInput
          label="Heaviest order"
          description="Empty = any."
          value={draft.maxKilos ?? ''}
          onChange={(typed) => set({ maxKilos: typed === '' ? undefined : Number(typed) })}
          min={0}
          decimalScale={3}
          suffix=" kg"
          maw={220}
          error={problemAt('maxWeight')}
        />
      )}
    </>
  );
}

function Offered({ draft, set, problemAt }: PartProps) {
  const { channels } = useSession();
  return (
    <>
      <Switch
        label="Shoppers may choose it"
        checked={draft.isOffered}
        onChange={(event) => set({ isOffered: event.currentTarget.checked })}
      />
      {draft.isOffered && channels.length > 1 && (
        <Checkbox.Group
          label="Offered in"
          value={[...draft.channels]}
          onChange={(ids) => set({ channels: ids })}
          error={
            problemAt('channels') &&
            'Choose a channel, or switch it off so that shoppers cannot choose it anywhere.'
          }
        >
          <Stack gap="xs" mt="xs">
            {channels.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {draft.isOffered && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <MomentField
            label="From"
            description="Empty = already."
            value={draft.from}
            onChange={(from) => set({ from })}
            error={problemAt('from')}
          />
          <MomentField
            label="Until"
            description="Empty = until it is switched off."
            value={draft.to}
            onChange={(to) => set({ to })}
            error={problemAt('to')}
          />
        </SimpleGrid>
      )}
    </>
  );
}

/** A new method says nothing of what does not limit it. */
function withoutLimits(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(parts).filter(([key, value]) => value !== null && !(key === 'retired' && value === false)),
  );
}
