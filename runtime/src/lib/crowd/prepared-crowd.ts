import { type Crowd, type Experiment, nobodyApart } from '@vitrine/content';

export type RunningTest = Experiment & { readonly since: string };

/** A crowd, and what must be known of visitors to tell them apart. */
export interface PreparedCrowd {
  readonly crowd: Crowd;
  /** Tests that are planned make no difference yet. */
  readonly isEmpty: boolean;
  readonly running: ReadonlyMap<string, RunningTest>;
  readonly readsArrival: boolean;
  readonly readsDevice: boolean;
}

export const emptyCrowd: PreparedCrowd = prepareCrowd(nobodyApart);

export function prepareCrowd({ audiences, experiments }: Crowd): PreparedCrowd {
  const begun = experiments.filter(({ state }) => state.kind !== 'planned');
  const reads = (...kinds: readonly string[]) =>
    audiences.some(({ rules }) => rules.some(({ kind }) => kinds.includes(kind)));
  return {
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
