import {
  type ContentProblem,
  type Experiment,
  experimentOf,
  type PageDocument,
  type VersionName,
  walk,
} from '@vitrine/content';
import { versionMark } from '../experiments/version-marks.ts';

interface VersionsHere {
  /** The first instance of each version that is there. */
  readonly present: Map<VersionName, string>;
  /** Versions whose visitors do not see the original. */
  readonly excluded: Set<VersionName>;
}

/** Versions of tests a document lacks, so that their visitors would see nothing in the place of the others. */
export function missingVersions(
  document: PageDocument,
  experiments: readonly Experiment[],
): readonly ContentProblem[] {
  const paths = new Map([...walk(document.nodes)].map(({ node, path }) => [node.id, path]));
  return [...versionsIn(document)].flatMap(([id, here]) => {
    const experiment = experiments.find((each) => each.id === id);
    if (!experiment) return [];
    const { state } = experiment;
    return missingOf(here)
      .filter((version) => state.kind !== 'ended' || version === state.winner)
      .map((version): ContentProblem => {
        const [node = ''] = here.present.values();
        return {
          code: 'missing-version',
          // A version that only adds something has no original, and one that is planned is shown to nobody yet.
          severity: state.kind === 'planned' || version === 'a' ? 'warning' : 'error',
          document: document.id,
          node,
          path: `${paths.get(node)}.audiences`,
          message: sentence(document, experiment, version, here),
        };
      });
  });
}

function versionsIn({ nodes }: PageDocument): ReadonlyMap<string, VersionsHere> {
  const found = new Map<string, VersionsHere>();
  for (const { node } of walk(nodes)) {
    const mark = versionMark(node.audiences);
    if (!mark) continue;
    const here = found.get(mark.experiment) ?? { present: new Map(), excluded: new Set() };
    found.set(mark.experiment, here);
    if (!here.present.has(mark.version)) here.present.set(mark.version, node.id);
    for (const each of node.audiences ?? [])
      if (each.startsWith('!') && experimentOf(each.slice(1)) === mark.experiment)
        here.excluded.add(each.slice(-1) as VersionName);
  }
  return found;
}

function missingOf({ present, excluded }: VersionsHere): readonly VersionName[] {
  return [...new Set<VersionName>(['a', ...excluded])].filter((version) => !present.has(version));
}

function sentence(
  { kind }: PageDocument,
  { name, state }: Experiment,
  version: VersionName,
  { present }: VersionsHere,
): string {
  const letter = version.toUpperCase();
  if (state.kind === 'ended')
    return `The test “${name}” has ended with version ${letter} for everybody, and this ${kind} does not have it: everybody would see nothing here. Put it back, or keep another version.`;
  const others = [...present.keys()].map((each) =>
    each === 'a' ? 'the original' : `version ${each.toUpperCase()}`,
  );
  const [missing, way] =
    version === 'a'
      ? ['the original', `keep ${[...present.keys()][0]!.toUpperCase()}`]
      : [`version ${letter}`, 'keep A'];
  return `Visitors of version ${letter} of “${name}” would see nothing here: this ${kind} has ${others.join(' and ')} of the test, but not ${missing}. Put it back, or ${way} for everybody.`;
}
