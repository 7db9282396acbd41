import { Checkbox, NativeSelect, Radio, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { CountField, Sentence, Words } from '../look/sentence.tsx';
import { WholeField } from '../look/whole-field.tsx';
import { useSession } from '../shell/session.ts';
import { begunSlots, type MethodDraft, type SlotsDraft } from './method-draft.ts';

interface PartProps {
  readonly draft: MethodDraft;
  readonly set: (part: Partial<MethodDraft>) => void;
  readonly problemAt: ProblemAt;
}

/** In which stores goods can be picked up. */
export function MethodStores({ draft: { isEveryStore, stores }, set, problemAt }: PartProps) {
  const { places } = useSession();
  const all = places.filter(({ kind }) => kind === 'store');
  return (
    <Stack gap="sm">
      <Radio.Group
        label="Picked up in"
        value={isEveryStore ? 'every' : 'some'}
        onChange={(value) => set({ isEveryStore: value === 'every' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="every" label="Every store, also those to come" />
          <Radio value="some" label="These stores" />
        </Stack>
      </Radio.Group>
      {!isEveryStore && (
        <Checkbox.Group
          aria-label="Stores"
          value={[...stores]}
          onChange={(ids) => set({ stores: ids })}
          error={problemAt('stores') && 'Choose a store, or every store.'}
        >
          <Stack gap="xs">
            {all.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Stack>
  );
}

/** Whether shoppers choose a time to come, and among which. */
export function MethodSlots({ draft: { slots }, set, problemAt }: PartProps) {
  return (
    <Stack gap="sm">
      <Switch
        label="Shoppers choose a time to come"
        checked={slots !== undefined}
        onChange={(event) => set({ slots: event.currentTarget.checked ? begunSlots : undefined })}
      />
      {slots && (
        <Times
          slots={slots}
          onChange={(part) => set({ slots: { ...slots, ...part } })}
          problemAt={problemAt}
        />
      )}
    </Stack>
  );
}

function Times({
  slots,
  onChange,
  problemAt,
}: {
  slots: SlotsDraft;
  onChange: (part: Partial<SlotsDraft>) => void;
  problemAt: ProblemAt;
}) {
  const refused = problemAt('slots') ?? problemAt('slots.minLeadDays') ?? problemAt('slots.activeHours');
  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        <NativeSelect
          label="A time is"
          value={String(slots.interval)}
          onChange={(event) =>
            onChange({ interval: Number(event.currentTarget.value) as SlotsDraft['interval'] })
          }
          data={[
            { value: '15', label: '15 minutes' },
            { value: '30', label: '30 minutes' },
            { value: '60', label: '1 hour' },
          ]}
        />
        <WholeField
          label="Orders at a time"
          value={slots.capacity}
          onChange={(capacity) => onChange({ capacity })}
          min={1}
          error={problemAt('slots.capacity')}
          isRequired
        />
        <TextInput
          type="time"
          label="Not before"
          value={slots.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label="Not after"
          value={slots.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        Times lie within the opening hours of each store.
      </Text>
      <Sentence>
        <Words>The first time is</Words>
        <CountField
          label="Time to make it ready"
          least={0}
          most={60}
          value={slots.lead}
          onChange={(lead) => onChange({ lead: lead ?? 0 })}
        />
        <NativeSelect
          aria-label="Hours or days"
          value={slots.leadIn}
          onChange={(event) => onChange({ leadIn: event.currentTarget.value as SlotsDraft['leadIn'] })}
          data={[
            { value: 'hours', label: 'hours' },
            { value: 'days', label: 'days' },
          ]}
        />
        <Words>after the order, the last</Words>
        <CountField
          label="Days ahead at most"
          least={0}
          most={60}
          value={slots.maxLeadDays}
          onChange={(days) => onChange({ maxLeadDays: days ?? 0 })}
        />
        <Words>days after it.</Words>
      </Sentence>
      {refused && (
        <Text size="sm" c="red" role="alert">
          {refused}
        </Text>
      )}
    </>
  );
}
