import type { PlannedChange } from '../app/backend.ts';
import { dateAndTime } from '../app/when.ts';

/** When a release goes live, inside a sentence: `on 6 Mar 2026, 14:05`, `when somebody publishes it`. */
function timeWords(at: string | undefined): string {
  return at === undefined ? 'when somebody publishes it' : `on ${dateAndTime(new Date(at))}`;
}

/** That what goes live is not what people work on; empty when it is. */
export function editedWords({ isEdited }: Pick<PlannedChange, 'isEdited'>): string {
  return isEdited ? 'Edited since: the release shows it as it was planned.' : '';
}

/** `Goes live on 6 Mar 2026, 14:05, with “Spring sale”.` */
export function planSentence({ action, at, name }: Pick<PlannedChange, 'action' | 'at' | 'name'>): string {
  const what = action === 'publish' ? 'Goes live' : 'Goes offline';
  return `${what} ${timeWords(at)}, with “${name}”.`;
}
