import type { CountLineOutcome } from '@vitrine/commerce-engine/client';
import type { Told } from '../asking/use-command.ts';
import { pieces } from '../words/state.ts';

/** How what was entered of an article is answered. */
export function lineTold(answer: CountLineOutcome, name: string): Told {
  switch (answer.kind) {
    case 'counted':
      return { done: `${name}: ${pieces(answer.line.counted?.pieces ?? 0)} counted.` };
    case 'moved-since':
      return {
        refused: `${name} came or went since it was counted. Count all of it anew, under “Type the pieces”.`,
      };
    default:
      return { refused: 'The count is closed by now.' };
  }
}
