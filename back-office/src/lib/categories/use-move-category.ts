import type { MoveCategoryOutcome, StaffCategoryView } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';
import { type Told, useCommand } from '../asking/use-command.ts';

export interface MoveInput {
  readonly id: string;
  readonly parentId: string | null;
  readonly place: number;
}

/** Moves a category one step. */
export function useMoveCategory() {
  const command = useCommand<MoveInput & { readonly name: string }, MoveCategoryOutcome>({
    send: ({ id, parentId, place }, options) =>
      api.post(`/categories/${id}/moves`, { parentId, place }, options),
    tells: (answer, { name }) => toldMove(answer, name),
  });
  return {
    move: ({ id, name }: StaffCategoryView, to: Omit<MoveInput, 'id'>) => command.send({ id, name, ...to }),
    isBusy: command.isBusy,
    problem: command.problem?.sentence,
  };
}

export function toldMove(answer: MoveCategoryOutcome, name: string): Told {
  switch (answer.kind) {
    case 'moved':
      return { done: `${name} is moved.` };
    case 'unchanged':
      return { done: `${name} stands there already.` };
    case 'unknown':
      return { refused: 'The category does not exist any more.' };
    case 'unknown-parent':
      return { refused: 'The category it shall be in does not exist any more.', at: 'parentId' };
    case 'refused':
      return { refused: answer.problem, at: 'parentId' };
  }
}
