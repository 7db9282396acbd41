import type { Told } from '../asking/use-command.ts';

/** What came of a change of a product. */
export type ChangeAnswer =
  | { readonly kind: 'changed' | 'unchanged' | 'changed-meanwhile' | 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

export function toldChange(answer: ChangeAnswer, done: string): Told {
  if (answer.kind === 'refused') return { refused: answer.problems.join(' ') };
  if (answer.kind === 'unknown') return { refused: 'The product does not exist any more.' };
  if (answer.kind === 'changed-meanwhile')
    return {
      refused:
        'Somebody else changed this product since you opened it, and nothing of theirs was overwritten. Copy what you typed, and begin anew with what is there now.',
    };
  return { done: answer.kind === 'changed' ? done : 'There was nothing to change.' };
}
