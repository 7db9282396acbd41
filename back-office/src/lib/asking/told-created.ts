import type { CreateOutcome } from '@vitrine/commerce-engine/client';
import type { Told } from './use-command.ts';

/** How it is told that something was made, or what is wrong with which field. */
export function toldCreated(answer: CreateOutcome, done: string): Told {
  if (answer.kind === 'created') return { done };
  const [only] = answer.problems;
  return {
    refused:
      answer.problems.length === 1 && only ? only.problem : 'Some of what was filled in cannot be used.',
    fields: answer.problems.filter(({ path }) => path !== '' || answer.problems.length > 1),
  };
}
