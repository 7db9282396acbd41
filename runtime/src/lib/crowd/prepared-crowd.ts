import { type Crowd, type Experiment, nobodyApart, tellApart, type VisitorFacts } from '@vitrine/content';

export type RunningTest = Experiment & { readonly since: string };

/** A crowd, and what must be known of visitors to tell them apart. */
export interface PreparedCrowd {
  readonly crowd: Crowd;
  /** `audienceOf` of content. */
  readonly audienceOf: ReturnType<typeof tellApart>;
  /** What everybody is, whoever they are: the winners of tests that have ended. */
  readonly anybody: string;
  /** Tests that are planned make no difference yet. */
  readonly isEmpty: boolean;
  readonly running: ReadonlyMap<string, RunningTest>;
  readonly readsArrival: boolean;
  readonly readsDevice: boolean;
}

const NOTHING_KNOWN: VisitorFacts = {
  arrival: {},
  device: 'computer',
  customerGroup: 'anyone',
  isSignedIn: false,
  hasBasket: false,
};

export const emptyCrowd: PreparedCrowd = prepareCrowd(nobodyApart);

export function prepareCrowd({ audiences, experiments }: Crowd): PreparedCrowd {
  const begun = experiments.filter(({ state }) => state.kind !== 'planned');
  const reads = (...kinds: readonly string[]) =>
    audiences.some(({ rules }) => rules.some(({ kind }) => kinds.includes(kind)));
  return {
    audienceOf: tellApart({ audiences, experiments: begun }),
    anybody: tellApart({ audiences: [], experiments: begun })(NOTHING_KNOWN, undefined),
    crowd: { audiences, experiments: begun },
    isEmpty: audiences.length === 0 && begun.length === 0,
    running: new Map(
      begun.flatMap((each) =>
        each.state.kind === 'running' ? [[each.id, { ...each, since: each.state.since }]] : [],
      ),
    ),
    readsArrival: reads('campaign', 'referrer'),
    readsDevice: reads('device'),
  };
}
