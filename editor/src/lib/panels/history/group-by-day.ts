import type { VersionFacts } from '../../app/backend.ts';
import { dayName } from '../../app/when.ts';

export interface VersionDay {
  readonly title: string;
  readonly versions: readonly VersionFacts[];
}

/** Versions, latest first, under the days they were kept on. */
export function groupByDay(versions: readonly VersionFacts[], now = new Date()): readonly VersionDay[] {
  const days = new Map<string, VersionFacts[]>();
  for (const version of versions) {
    const title = dayName(new Date(version.at), now);
    const day = days.get(title) ?? [];
    days.set(title, day);
    day.push(version);
  }
  return [...days].map(([title, each]) => ({ title, versions: each }));
}
