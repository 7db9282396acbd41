import css from './checks.module.css';
import type { Finding, Severity } from './finding.ts';

/** How much there is in a panel. */
export interface RailCountFacts {
  readonly count: number;
  /** Of the findings, the worst. */
  readonly severity?: Severity;
  /** What they are, as the button says it. */
  readonly verb: string;
}

export function findingCount(findings: readonly Finding[]): RailCountFacts {
  return { count: findings.length, severity: findings[0]?.severity, verb: 'found' };
}

/** How much there is, on the button that shows it. */
export function RailCount({ count = 0, severity }: Partial<RailCountFacts>) {
  if (count === 0) return null;
  return (
    <span className={css.count} data-severity={severity ?? 'none'} aria-hidden>
      {shownCount(count)}
    </span>
  );
}

/** What the button is called: with what is to be read on it. */
export function nameWithCount(name: string, { count, verb }: Partial<RailCountFacts> = {}): string {
  return count ? `${name}, ${shownCount(count)} ${verb}` : name;
}

function shownCount(count: number): string {
  return count > 99 ? '99+' : String(count);
}
