import { type Audience, audienceWord, membersOf, type VisitorFacts } from './audience.ts';

/** Names of versions; the first is the original. */
export const versionNames = ['a', 'b', 'c', 'd'] as const;
export type VersionName = (typeof versionNames)[number];

/** A test that shows visitors one of several versions of something, by chance, and counts what they do then. */
export interface Experiment {
  /** As that of an audience, and no audience has the same. */
  readonly id: string;
  readonly name: string;
  /** Two to four, the original first; each of those who take part gets one of them with equal chance. */
  readonly versions: readonly ExperimentVersion[];
  /** Of a hundred visitors so many take part; the others see the original and are not counted. 1 to 100. */
  readonly share: number;
  /** Only visitors in this audience take part. Absent = all. */
  readonly audience?: string;
  readonly state: ExperimentState;
}

export interface ExperimentVersion {
  readonly name: VersionName;
  /** For people: `Short headline`. */
  readonly label: string;
}

/** Planned: everybody sees the original. Running. Ended: everybody sees the winner, or the original without one. */
export type ExperimentState =
  | { readonly kind: 'planned' }
  | { readonly kind: 'running'; readonly since: string }
  | { readonly kind: 'ended'; readonly since: string; readonly until: string; readonly winner: VersionName };

/** Everything by which visitors are told apart. */
export interface Crowd {
  readonly audiences: readonly Audience[];
  readonly experiments: readonly Experiment[];
}

export const nobodyApart: Crowd = { audiences: [], experiments: [] };

/** How a version stands among the audiences of an instance: `spring.b`. The original has no such name: it is `!spring.b`. */
export function versionId(experiment: string, version: VersionName): string {
  return `${experiment}.${version}`;
}

/** The test a name among audiences is of; `undefined` = it is an audience. */
export function experimentOf(id: string): string | undefined {
  const end = id.lastIndexOf('.');
  return end === -1 ? undefined : id.slice(0, end);
}

/**
 * Everything a visitor is, as one word (`audienceWord`). `visitor` is a random name their browser keeps; without one they take part
 * in no test. SPEC rules AUD-2 and TEST-1 to TEST-3.
 */
export function audienceOf(crowd: Crowd, facts: VisitorFacts, visitor: string | undefined): string {
  return tellApart(crowd)(facts, visitor);
}

/** `audienceOf` for many visitors: what is the same for all is found out once. */
export function tellApart({
  audiences,
  experiments,
}: Crowd): (facts: VisitorFacts, visitor: string | undefined) => string {
  const members = audiences.map((each) => ({ id: each.id, has: membersOf(each) }));
  const running = experiments.filter(({ state }) => state.kind === 'running');
  const winners = experiments.flatMap(winnerOf);
  return (facts, visitor) => {
    const ids = members.flatMap(({ id, has }) => (has(facts) ? id : []));
    const versions = running.flatMap((each) => {
      const version = assignedVersion(each, ids, visitor) ?? 'a';
      return version === 'a' ? [] : versionId(each.id, version);
    });
    return audienceWord([...ids, ...versions, ...winners]);
  };
}

function winnerOf({ id, state }: Experiment): string | readonly [] {
  return state.kind === 'ended' && state.winner !== 'a' ? versionId(id, state.winner) : [];
}

/** The version a visitor counts for; `undefined` = they do not take part. */
export function assignedVersion(
  { id, versions, share, audience, state }: Experiment,
  audiences: readonly string[],
  visitor: string | undefined,
): VersionName | undefined {
  if (state.kind !== 'running' || visitor === undefined) return undefined;
  if (audience !== undefined && !audiences.includes(audience)) return undefined;
  // Two draws: who takes part stays in the version they have when more take part later.
  if (chance(`${id} takes part ${visitor}`) * 100 >= share) return undefined;
  return versions[Math.floor(chance(`${id} version ${visitor}`) * versions.length)]?.name;
}

/** Evenly spread between 0 and 1, always the same for the same words: FNV-1a, mixed as MurmurHash3 ends (fmix32). */
function chance(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
