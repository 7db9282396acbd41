import type { StandardSchemaV1 } from '@standard-schema/spec';

/** Checks an input from outside. @throws when the schema answers later: inputs are checked in place. */
export function parseInput(
  definition: { readonly id: string; readonly input: StandardSchemaV1 },
  raw: unknown,
): { readonly input: unknown } | { readonly problems: readonly string[] } {
  const result = definition.input['~standard'].validate(raw);
  if (result instanceof Promise)
    throw new Error(`The input schema of "${definition.id}" is asynchronous; inputs are checked in place.`);
  if (!result.issues) return { input: result.value };
  return { problems: result.issues.map((issue) => `${placeOf(issue)}: ${issue.message}`) };
}

function placeOf({ path = [] }: StandardSchemaV1.Issue): string {
  const place = path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return place === '' ? 'input' : place;
}
