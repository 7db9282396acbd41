import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import css from './checks.module.css';
import type { Severity } from './finding.ts';
import { useWorst } from './use-checks.ts';

const words = { error: 'Must be put right before publishing', warning: 'Worth a look' } as const;

/** A small sign; its shape says what its colour says. */
export function SeverityMark({ severity, size = 14 }: { severity: Severity; size?: number }) {
  const Icon = severity === 'error' ? IconAlertCircle : IconAlertTriangle;
  return (
    <span
      className={css.mark}
      data-severity={severity}
      role="img"
      aria-label={words[severity]}
      title={words[severity]}
    >
      <Icon size={size} aria-hidden />
    </span>
  );
}

/** The sign of an instance at which something was found. */
export function InstanceMark({ id }: { id: string }) {
  const severity = useWorst(id);
  return severity ? <SeverityMark severity={severity} /> : null;
}
