import type { z } from 'zod';
import { CommerceError, type FieldProblem } from './commerce-error.ts';
import { hasOnlyStorableText } from './storable-text.ts';

/**
 * The input as its schema promises.
 * @param what names it in the message, for example `channel "online"`.
 * @throws CommerceError `bad_input` with one field problem for each fault.
 */
export function parseInput<Value>(schema: z.ZodType<Value>, input: unknown, what: string): Value {
  const checked = checkInput(schema, input);
  if (checked.kind === 'valid') return checked.value;
  const { fields } = checked;
  throw new CommerceError('bad_input', `Cannot use ${what}: ${sentences(fields).join('; ')}.`, { fields });
}

export type CheckedInput<Value> =
  | { readonly kind: 'valid'; readonly value: Value }
  | { readonly kind: 'bad'; readonly fields: readonly FieldProblem[] };

/** Like {@link parseInput}, for those who go on with the other inputs. */
export function checkInput<Value>(schema: z.ZodType<Value>, input: unknown): CheckedInput<Value> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { kind: 'bad', fields: fieldProblems(parsed.error) };
  if (hasOnlyStorableText(parsed.data)) return { kind: 'valid', value: parsed.data };
  const problem =
    'expected text without NUL characters or broken Unicode; was it read in the wrong encoding?';
  return { kind: 'bad', fields: [{ path: '', problem }] };
}

function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.message }));
}

export function sentences(fields: readonly FieldProblem[]): string[] {
  return fields.map(({ path, problem }) => (path ? `${path}: ${problem}` : problem));
}
