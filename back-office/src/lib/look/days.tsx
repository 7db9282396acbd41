import { Group, Text, TextInput } from '@mantine/core';
import type { Filters } from '../asking/use-filters.ts';
import css from './look.module.css';

/** Narrows a list to days, `from` and `to`, both within. */
export function Days({ filters }: { filters: Filters<'from' | 'to'> }) {
  const { from = '', to = '' } = filters.values;
  return (
    <Group gap={6} wrap="nowrap" className={css.days}>
      <TextInput
        type="date"
        aria-label="From day"
        value={from}
        max={to || undefined}
        onChange={(event) => filters.set({ from: event.currentTarget.value })}
      />
      <Text c="dimmed" aria-hidden>
        –
      </Text>
      <TextInput
        type="date"
        aria-label="To day"
        value={to}
        min={from || undefined}
        onChange={(event) => filters.set({ to: event.currentTarget.value })}
      />
    </Group>
  );
}

/** When a day begins where the person is, as an ISO time; undefined = no such day. */
export function dayBegins(day: string, later = 0): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date + later);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The day of a moment where the person is, `YYYY-MM-DD`; so many milliseconds later. */
export function dayOf(iso: string, later = 0): string {
  const at = new Date(Date.parse(iso) + later);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
