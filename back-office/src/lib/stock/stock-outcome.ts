import type { Told } from '../asking/use-command.ts';
import { number } from '../words/amount.ts';
import { pieces } from '../words/state.ts';

/** What comes of booking stock. */
export type StockAnswer =
  | { readonly kind: 'changed' | 'unchanged'; readonly onHand: number }
  | { readonly kind: 'not-enough'; readonly free: number };

/** The answer in words. @param at the field that is too high. */
export function toldStock(answer: StockAnswer, place: string, at: string): Told {
  if (answer.kind === 'not-enough')
    return {
      refused: `Only ${pieces(answer.free)} of ${place} can be taken; the rest is promised to somebody.`,
      at,
    };
  if (answer.kind === 'unchanged')
    return { done: `Nothing to change: ${place} has ${number(answer.onHand)}.` };
  return { done: `${place} now has ${number(answer.onHand)} on hand.` };
}
