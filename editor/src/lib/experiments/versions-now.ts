import type { VersionName } from '@vitrine/content';
import type { Editor } from '../app/editor.ts';
import { instancesOf } from '../document/instances-of.ts';
import { versionMark } from './version-marks.ts';

/** Versions of each test on a page; a page without tests has none. */
export type VersionsThen = ReadonlyMap<string, readonly VersionName[]>;

export function versionsNow({ page }: Pick<Editor, 'page'>): VersionsThen {
  const found = new Map<string, Set<VersionName>>();
  for (const id of instancesOf(page)) {
    const mark = versionMark(page.node(id)?.audiences);
    if (!mark) continue;
    const versions = found.get(mark.experiment) ?? new Set();
    found.set(mark.experiment, versions.add(mark.version));
  }
  return new Map([...found].map(([id, versions]) => [id, [...versions].sort()]));
}
