import type { AuditView } from '@vitrine/commerce-engine/client';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Empty } from '../look/page-head.tsx';
import { Rows } from '../look/rows.tsx';
import { auditColumnsOfOne } from './audit-columns.tsx';

/** The last things somebody did. */
export function AuditEntries({ by }: { by: string }) {
  const asked = useAnswer<{ readonly entries: readonly AuditView[] }>('/audit-log', { by, limit: '10' });
  return (
    <Answer to={asked} of="what was done">
      {({ entries }) =>
        entries.length === 0 ? (
          <Empty title="Nothing yet" />
        ) : (
          <Rows label="Audit log" items={entries} columns={auditColumnsOfOne} keyOf={({ id }) => id} />
        )
      }
    </Answer>
  );
}
