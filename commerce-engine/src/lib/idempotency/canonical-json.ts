/** JSON with the keys of every object in order and without `undefined`: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => (isPlainObject(part) ? inOrder(part) : part)) ?? 'null'
  );
}

function isPlainObject(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function inOrder(part: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(part)
      .sort((a, b) => (a < b ? -1 : 1))
      .map((key) => [key, part[key]]),
  );
}
