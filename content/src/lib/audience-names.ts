import { audienceIds } from './audience.ts';
import { type Crowd, experimentOf } from './experiment.ts';

/** What people call the audiences and versions in a word of `audienceWord`; versions that won are everybody's, and not told. */
export function audienceNames(word: string, { audiences, experiments }: Crowd): readonly string[] {
  return audienceIds(word).flatMap((id) => {
    const test = experiments.find((each) => each.id === experimentOf(id));
    if (!test) return audiences.find((each) => each.id === id)?.name ?? id;
    const version = id.slice(id.lastIndexOf('.') + 1);
    const isEverybodys = test.state.kind === 'ended' && test.state.winner === version;
    return isEverybodys ? [] : `${test.name}: ${version.toUpperCase()}`;
  });
}
