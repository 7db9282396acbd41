import css from './checks.module.css';
import type { Finding } from './finding.ts';

/** How much was found, on the button that shows it. */
export function RailCount({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <span className={css.count} data-severity={findings[0]?.severity} aria-hidden>
      {shownCount(findings)}
    </span>
  );
}

/** What the button is called: with what is to be read on it. */
export function nameWithCount(name: string, findings: readonly Finding[]): string {
  return findings.length === 0 ? name : `${name}, ${shownCount(findings)} found`;
}

function shownCount({ length }: readonly Finding[]): string {
  return length > 99 ? '99+' : String(length);
}
