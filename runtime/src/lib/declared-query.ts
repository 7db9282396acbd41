import type { ZodType } from 'zod';

const LONGEST_VALUE = 200;
const MOST_VALUES = 20;

/** Names of the parameters a query schema reads: the fields of the object at its core. */
export function queryNamesOf(schema: ZodType | undefined): readonly string[] {
  if (!schema) return NONE;
  let names = namesOf.get(schema);
  if (!names) {
    names = readNames(schema);
    namesOf.set(schema, names);
  }
  return names;
}

const NONE: readonly string[] = [];
const namesOf = new WeakMap<ZodType, readonly string[]>();

function readNames(schema: ZodType): readonly string[] {
  let inner: unknown = schema;
  while (typeof inner === 'object' && inner !== null) {
    if ('shape' in inner) return Object.keys(inner.shape as object);
    const { def } = inner as { def?: { in?: unknown; innerType?: unknown } };
    inner = def?.in ?? def?.innerType;
  }
  return [];
}

/** The declared parameters of an address, in one order and within bounds. Nothing else of the query is seen by anyone. */
export function declaredQuery(given: URLSearchParams, names: Iterable<string>): URLSearchParams {
  const declared = new URLSearchParams();
  for (const name of [...new Set(names)].sort())
    for (const value of given.getAll(name).slice(0, MOST_VALUES))
      if (value !== '' && value.length <= LONGEST_VALUE) declared.append(name, value);
  return declared;
}

/** A module's own parameters, parsed. What does not fit the schema counts as not said. */
export function parseQuery(
  schema: ZodType | undefined,
  declared: URLSearchParams,
): Readonly<Record<string, unknown>> {
  if (!schema) return {};
  const raw = Object.fromEntries(
    queryNamesOf(schema).flatMap((name) => {
      const values = declared.getAll(name);
      return values.length === 0 ? [] : [[name, values.length === 1 ? values[0] : values]];
    }),
  );
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const rest = schema.safeParse(Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name))));
  return rest.success ? (rest.data as Record<string, unknown>) : {};
}
