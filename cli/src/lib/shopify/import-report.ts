import type { ImportOutcome } from '@vitrine/commerce-engine/client';

export interface ImportReport {
  readonly outcomes: readonly ImportOutcome[];
  readonly missingPictures: readonly { readonly src: string; readonly reason: string }[];
  readonly dryRun: boolean;
  readonly notes: readonly string[];
}

const most = 20;

/** The report as a person reads it: counts first, then what changed, what was refused and why, and pictures that are missing. */
export function reportText(report: ImportReport): string {
  const of = (kind: ImportOutcome['kind']) => report.outcomes.filter((outcome) => outcome.kind === kind);
  const [created, changed, unchanged, refused] = [
    of('created'),
    of('changed'),
    of('unchanged'),
    of('refused'),
  ];
  const would = report.dryRun ? 'would be ' : '';
  const lines = [
    report.dryRun ? 'Dry run: nothing was changed.' : 'Import finished.',
    `  ${created.length} ${would}created, ${changed.length} ${would}changed, ${unchanged.length} skipped because nothing differs, ${refused.length} refused`,
    ...section(
      'Created',
      created.map((outcome) => outcome.handle),
    ),
    ...section(
      'Changed',
      changed.map((outcome) => `${outcome.handle}: ${outcome.changes.join('; ')}`),
    ),
    ...section(
      'Refused',
      refused.flatMap((outcome) => outcome.problems.map((problem) => `${outcome.handle}: ${problem}`)),
    ),
    ...section(
      'Pictures that could not be fetched',
      report.missingPictures.map(({ src, reason }) => `${src}: ${reason}`),
    ),
    ...section('Worth knowing', report.notes),
  ];
  return lines.join('\n');
}

function section(title: string, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  const rest = entries.length > most ? [`  … and ${entries.length - most} more`] : [];
  return ['', `${title}:`, ...entries.slice(0, most).map((entry) => `  ${entry}`), ...rest];
}
