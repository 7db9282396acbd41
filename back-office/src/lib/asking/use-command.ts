import { useQueryClient } from '@tanstack/react-query';
import { CommerceApiError } from '@vitrine/commerce-engine/client';
import { useRef, useState } from 'react';
import { isSignedOut, sentenceOf } from './ask.ts';
import { newKey } from './new-key.ts';
import { useSay } from './said.tsx';

/** How what was answered is told: it was done, or why not and by which field, or what is wrong with several. */
export type Told =
  | { readonly done: string }
  | {
      readonly refused: string;
      readonly at?: string;
      readonly fields?: readonly { readonly path: string; readonly problem: string }[];
    };

export interface CommandProblem {
  readonly sentence: string;
  /** What is wrong with which part of what was sent, as in `lines.0.quantity`. */
  readonly fields: readonly { readonly path: string; readonly problem: string }[];
  readonly isSignedOut: boolean;
  /** What was sent, as JSON. */
  readonly of: string;
}

export interface Command<Input> {
  readonly isBusy: boolean;
  readonly problem: CommandProblem | undefined;
  send(input: Input): void;
  /** Takes the problem away, when what is sent is changed. */
  forget(): void;
}

/**
 * A change asked of the API. Its idempotency key stays until there was an answer: sent again after an answer that was lost, it is done
 * once. What is shown is asked again afterwards.
 */
export function useCommand<Input, Answer>({
  send,
  tells,
  onDone,
}: {
  send: (input: Input, options: { readonly idempotencyKey: string }) => Promise<Answer>;
  tells: (answer: Answer, input: Input) => Told;
  onDone?: (answer: Answer) => void;
}): Command<Input> {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CommandProblem>();
  const key = useRef<string>(undefined);
  const client = useQueryClient();
  const say = useSay();

  async function run(input: Input) {
    key.current ??= newKey();
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await send(input, { idempotencyKey: key.current });
      key.current = undefined;
      const told = tells(answer, input);
      void client.invalidateQueries();
      if ('done' in told) {
        say(told.done);
        onDone?.(answer);
      } else {
        const fields =
          told.fields ?? (told.at === undefined ? [] : [{ path: told.at, problem: told.refused }]);
        setProblem({ sentence: told.refused, fields, isSignedOut: false, of: JSON.stringify(input) });
      }
    } catch (error) {
      if (!isAnswerLost(error)) key.current = undefined;
      setProblem({ ...problemOf(error), of: JSON.stringify(input) });
    } finally {
      setBusy(false);
    }
  }

  return {
    isBusy,
    problem,
    send: (input) => {
      if (!isBusy) void run(input);
    },
    forget: () => setProblem(undefined),
  };
}

function isAnswerLost(error: unknown): boolean {
  return !(error instanceof CommerceApiError) || error.status === 0 || error.status >= 500;
}

function problemOf(error: unknown): Omit<CommandProblem, 'of'> {
  const problem = { fields: [], isSignedOut: isSignedOut(error) };
  if (isSignedOut(error)) {
    return {
      ...problem,
      sentence: 'You have been signed out. Sign in in another window, then send this again.',
    };
  }
  if (isAnswerLost(error)) {
    return {
      ...problem,
      sentence: 'No answer came, so it is not known whether this was done. Send it again: it is done once.',
    };
  }
  const { code, fields } = error as CommerceApiError;
  if (code === 'idempotency_key_reused') {
    return {
      ...problem,
      sentence:
        'What was sent first went through after all. Close this and look at what is there before sending something else.',
    };
  }
  if (fields.length === 0) return { ...problem, sentence: sentenceOf(error) };
  return {
    ...problem,
    sentence: 'Some of what was filled in cannot be used.',
    fields: fields.map(({ path, problem: what }) => ({
      path: path.replace(/^json\.?/, ''),
      problem: what.charAt(0).toUpperCase() + what.slice(1),
    })),
  };
}
