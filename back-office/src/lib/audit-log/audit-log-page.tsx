import { TextInput } from '@mantine/core';
import type { AuditView, StaffView } from '@vitrine/commerce-engine/client';
import { useAnswer } from '../asking/use-answer.ts';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { ListPage } from '../look/list-page.tsx';
import { auditNouns } from '../words/noun.ts';
import { auditColumns } from './audit-columns.tsx';
import css from './audit-log.module.css';

const nouns = Object.entries(auditNouns).map(([value, label]) => ({ value, label }));

/** Who changed what, the newest first. */
export function AuditLogPage() {
  const filters = useFilters(['by', 'noun', 'from', 'to', 'subject']);
  const { from, to, ...others } = filters.values;
  const staff = useAnswer<{ readonly staff: readonly StaffView[] }>('/staff').data?.staff ?? [];
  const pages = usePages<AuditView>(
    '/audit-log',
    'entries',
    { ...others, from: beginOf(from), to: endOf(to) },
    'cursor',
  );
  return (
    <ListPage
      title="Audit log"
      choices={[
        {
          name: 'by',
          label: 'Who',
          options: [
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'system', label: 'The shop itself' },
          ],
        },
        { name: 'noun', label: 'About', options: nouns },
      ]}
      narrowing={
        <>
          <DateField label="From" value={from} onChange={(value) => filters.set({ from: value })} />
          <DateField label="To" value={to} onChange={(value) => filters.set({ to: value })} />
        </>
      }
      filters={filters}
      pages={pages}
      columns={auditColumns}
      keyOf={({ id }) => id}
      empty={{
        title: 'Nothing was changed yet',
        text: 'Whatever staff and programs change is written down here.',
      }}
    />
  );
}

function DateField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      type="date"
      aria-label={label}
      leftSection={label}
      leftSectionWidth={48}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={css.date}
    />
  );
}

/** The day as the person's own clock has it. */
function beginOf(day: string | undefined): string | undefined {
  const at = day === undefined ? undefined : new Date(`${day}T00:00`);
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}

function endOf(day: string | undefined): string | undefined {
  const at = day === undefined ? undefined : new Date(`${day}T00:00`);
  if (!at || Number.isNaN(at.getTime())) return undefined;
  at.setDate(at.getDate() + 1);
  return at.toISOString();
}
