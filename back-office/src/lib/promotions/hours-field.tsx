import { Checkbox, Chip, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { Words } from '../look/sentence.tsx';
import { Steps } from '../look/steps.tsx';
import { dayName, type Hours } from './hours-words.ts';

const week = [1, 2, 3, 4, 5, 6, 7];
const begun: Hours['windows'][number] = { days: [1, 2, 3, 4, 5], from: '17:00', to: '19:00' };

/** Hours of the week, by the clocks of a place. Undefined = at all hours. */
export function HoursField({
  value,
  onChange,
  problemAt,
}: {
  value: Hours | undefined;
  onChange: (hours: Hours | undefined) => void;
  problemAt: (path: string) => string | undefined;
}) {
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const paths = ['hours.windows', ...(value?.windows ?? []).flatMap((_, at) => pathsOf(at))];
  const problems = new Set(paths.flatMap((path) => problemAt(path) ?? []));
  return (
    <Stack gap="sm">
      <Checkbox
        label="Only at certain hours of the week"
        description="Such as a happy hour."
        checked={value !== undefined}
        onChange={(event) =>
          onChange(
            event.currentTarget.checked
              ? { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone, windows: [begun] }
              : undefined,
          )
        }
      />
      {value && (
        <>
          <Steps
            items={value.windows}
            onChange={(windows) => onChange({ ...value, windows })}
            next={(last) => last ?? begun}
            more="Other hours"
          >
            {({ days, from, to }, set) => (
              <>
                <Chip.Group
                  multiple
                  value={days.map(String)}
                  onChange={(chosen) => set({ days: chosen.map(Number).sort(), from, to })}
                >
                  <Group gap={4} role="group" aria-label="Days">
                    {week.map((day) => (
                      <Chip key={day} value={String(day)} size="xs">
                        {dayName(day)}
                      </Chip>
                    ))}
                  </Group>
                </Chip.Group>
                <Words>from</Words>
                <TextInput
                  type="time"
                  aria-label="From"
                  value={from}
                  onChange={(event) => set({ days, from: event.currentTarget.value, to })}
                />
                <Words>to</Words>
                <TextInput
                  type="time"
                  aria-label="To"
                  value={to}
                  onChange={(event) => set({ days, from, to: event.currentTarget.value })}
                />
                {to <= from && <Words>on the next day</Words>}
              </>
            )}
          </Steps>
          <Select
            label="By the clocks of"
            data={zones.includes(value.zone) ? zones : [value.zone, ...zones]}
            value={value.zone}
            onChange={(zone) => zone && onChange({ ...value, zone })}
            error={problemAt('hours.zone')}
            searchable
            maw={320}
          />
          {[...problems].map((problem) => (
            <Text key={problem} size="sm" c="red">
              {problem}
            </Text>
          ))}
        </>
      )}
    </Stack>
  );
}

function pathsOf(at: number): string[] {
  return ['days', 'from', 'to'].map((part) => `hours.windows.${at}.${part}`);
}
