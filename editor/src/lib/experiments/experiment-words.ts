import type { Experiment } from '@vitrine/content';
import { timeAgo } from '../app/when.ts';

/** What a test does with visitors now, as a sentence. */
export function stateWords({
  state,
  share,
  versions,
}: Pick<Experiment, 'state' | 'share' | 'versions'>): string {
  if (state.kind === 'planned') return 'It is planned: everybody sees A until it is started.';
  if (state.kind === 'ended') return `It has ended: everybody sees ${state.winner.toUpperCase()}.`;
  const all = versions
    .map(({ name }) => name.toUpperCase())
    .join(', ')
    .replace(/, (.)$/, ' and $1');
  const who = share === 100 ? 'visitors see' : `${share} of 100 visitors see`;
  return `It began ${timeAgo(new Date(state.since))}: ${who} ${all}, each as often as the other${share === 100 ? '' : '; the others see A'}.`;
}
