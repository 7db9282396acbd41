import { experimentOf, type VersionName, versionId } from '@vitrine/content';

/** Which version of which test an instance is. */
export interface VersionMark {
  readonly experiment: string;
  readonly version: VersionName;
}

/** What the audiences of an instance say of that; `undefined` = it is under no test. */
export function versionMark(audiences: readonly string[] | undefined): VersionMark | undefined {
  for (const each of audiences ?? []) {
    const isNot = each.startsWith('!');
    const experiment = experimentOf(isNot ? each.slice(1) : each);
    if (experiment !== undefined)
      return { experiment, version: isNot ? 'a' : (each.slice(-1) as VersionName) };
  }
  return undefined;
}

/** Audiences of an instance that is this version, of those there are. */
export function marked(
  audiences: readonly string[] | undefined,
  { experiment, version }: VersionMark,
  versions: readonly VersionName[],
): readonly string[] {
  const marks =
    version === 'a'
      ? versions.filter((each) => each !== 'a').map((each) => `!${versionId(experiment, each)}`)
      : [versionId(experiment, version)];
  return [...(unmarked(audiences, experiment) ?? []), ...marks].toSorted();
}

/** Audiences of an instance without what they say of a test. */
export function unmarked(
  audiences: readonly string[] | undefined,
  experiment: string,
): readonly string[] | undefined {
  const left = (audiences ?? []).filter((each) => experimentOf(each.replace(/^!/, '')) !== experiment);
  return left.length > 0 ? left : undefined;
}
