import type { FieldProblems } from '../checkout/checkout-fields.ts';
import type { NotTaken } from './account-outcome.ts';

/**
 * Carries out what a form asks for.
 * @returns what the engine refuses of it by the names of the form's fields, which are the engine's own.
 */
export async function orProblems<Outcome>(
  work: () => Promise<Outcome>,
  given: Readonly<Record<string, unknown>>,
): Promise<Outcome | NotTaken> {
  try {
    return await work();
  } catch (error) {
    const problems = refusedFields(error, given);
    if (!problems) throw error;
    return { kind: 'problems', problems };
  }
}

function refusedFields(error: unknown, given: Readonly<Record<string, unknown>>): FieldProblems | undefined {
  const { code, fields } = error as {
    code?: unknown;
    fields?: readonly { readonly path: string; readonly problem: string }[];
  };
  if (code !== 'bad_input' || !Array.isArray(fields) || fields.length === 0) return undefined;
  return Object.fromEntries(
    fields.map(({ path, problem }: { path: string; problem: string }) => {
      const name = path.split('.').at(-1)!;
      return [name, isGiven(given[name]) ? kindOf(problem) : 'missing'];
    }),
  );
}

function isGiven(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
}

function kindOf(problem: string): string {
  if (problem.startsWith('expected at least')) return 'short';
  return problem.startsWith('expected at most') ? 'long' : 'bad';
}
