import { Text } from '@mantine/core';
import type { AuditView } from '@vitrine/commerce-engine/client';
import { Link } from '../address/link.tsx';
import type { Column } from '../look/rows.tsx';
import { nounWords } from '../words/noun.ts';
import { inWords } from '../words/state.ts';
import { when } from '../words/when.ts';
import css from './audit-log.module.css';

/** `pricing.setPrices` → `Set prices`. */
function deed(action: string): string {
  const [, verb = action] = action.split('.');
  return inWords(
    verb.replace(/([a-z])([A-Z])/g, (_, end: string, begin: string) => `${end} ${begin.toLowerCase()}`),
  );
}

/** Who did it. */
function doer({ actor, actorName }: AuditView): string {
  if (actorName !== '') return actorName;
  return actor.startsWith('system:') ? `The shop itself (${actor.slice('system:'.length)})` : actor;
}

/** What was changed, with the way there when it has a page. */
function Subject({ of: subject }: { of: string }) {
  const [noun = subject, id] = subject.split(':');
  if (id === undefined) return nounWords(noun);
  const page = {
    staff: 'staff',
    product: 'products',
    category: 'categories',
    webhooks: 'webhooks',
    customer: 'customers',
    loyalty: 'loyalty',
    'stock-count': 'stock/counts',
  }[noun];
  const words = `${noun === 'api-token' ? 'API key' : nounWords(noun)} …${id.slice(-6)}`;
  return page ? <Link to={`/${page}/${id}`}>{words}</Link> : words;
}

function Detail({ of: detail }: { of: AuditView['detail'] }) {
  const facts = Object.entries(detail);
  if (facts.length === 0) return null;
  return (
    <dl className={css.detail}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{inWords(name)}</dt>
          <dd>{textOf(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return JSON.stringify(value);
}

const what: Column<AuditView> = {
  label: 'What',
  cell: ({ action, subject }) => (
    <div>
      <Text fw={600} size="sm">
        {deed(action)}
      </Text>
      <Text size="xs" c="dimmed" component="div">
        <Subject of={subject} />
      </Text>
    </div>
  ),
};
const time: Column<AuditView> = {
  label: 'When',
  cell: ({ at }) => <span className={css.when}>{when(at)}</span>,
  onPhone: 'end',
};
const who: Column<AuditView> = { label: 'Who', cell: doer, onPhone: 'bare' };
const detail: Column<AuditView> = {
  label: 'Details',
  cell: (entry) => <Detail of={entry.detail} />,
  onPhone: 'bare',
};

export const auditColumns: readonly Column<AuditView>[] = [what, who, detail, time];
/** Where it is said already who did it. */
export const auditColumnsOfOne: readonly Column<AuditView>[] = [what, detail, time];
