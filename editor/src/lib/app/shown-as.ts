import { audienceWord, experimentOf } from '@vitrine/content';

/** An audience the page is shown to, or a version of a test it is shown with; `hero.a` is the original of the test `hero`. */
export interface ShownAs {
  readonly id: string;
  /** For people. */
  readonly name: string;
}

/**
 * What somebody is who is all of these, as one word.
 * @param winners Versions everybody gets whose test has ended, unless another one of it is chosen.
 */
export function audienceShown(chosen: readonly ShownAs[], winners: readonly string[] = []): string {
  const decided = new Set(chosen.map(({ id }) => experimentOf(id)));
  const ids = [
    ...chosen.map(({ id }) => id),
    ...winners.filter((winner) => !decided.has(experimentOf(winner))),
  ];
  return audienceWord(ids.filter((id) => !id.endsWith('.a')));
}
