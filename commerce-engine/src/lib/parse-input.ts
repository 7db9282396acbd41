import type { z } from 'zod';
import { CommerceError, type FieldProblem } from './commerce-error.ts';

/**
 * The input as its schema promises.
 * @param what names it in the message, for example `channel "online"`.
 * @throws CommerceError `bad_input` with one field problem for each fault.
 */
export function parseInput<Value>(schema: z.ZodType<Value>, input: unknown, what: string): Value {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = fieldProblems(parsed.error);
  throw new CommerceError('bad_input', `Cannot use ${what}: ${sentences(fields).join('; ')}.`, { fields });
}

export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.message }));
}

export function sentences(fields: readonly FieldProblem[]): string[] {
  return fields.map(({ path, problem }) => (path ? `${path}: ${problem}` : problem));
}
