import { useMemo } from 'react';
import css from './checks.module.css';
import { allFindings } from './page-checks.ts';
import { useChecks } from './use-checks.ts';

/** How much was found, on the button that shows it. */
export function RailCount() {
  const state = useChecks((each) => each);
  const findings = useMemo(() => allFindings(state), [state]);
  if (findings.length === 0) return null;
  return (
    <span className={css.count} data-severity={findings[0]?.severity} aria-hidden>
      {findings.length > 99 ? '99+' : findings.length}
    </span>
  );
}
