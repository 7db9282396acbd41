/**
 * A value equal to `after` that is made of the objects and arrays of `before` wherever nothing changed, so that what reads it
 * can compare by identity.
 */
export function keepIdentity<T>(before: unknown, after: T): T {
  if (before === after) return after;
  if (Array.isArray(after)) {
    if (!Array.isArray(before)) return after;
    const kept = after.map((each, index) => keepIdentity(before[index], each));
    return (isSameList(before, kept) ? before : kept) as T;
  }
  if (!isObject(before) || !isObject(after)) return after;
  const kept = Object.entries(after).map(
    ([key, value]) =>
      [key, keepIdentity(Object.hasOwn(before, key) ? before[key] : undefined, value)] as const,
  );
  const same =
    Object.keys(before).length === kept.length &&
    kept.every(([key, value]) => Object.hasOwn(before, key) && before[key] === value);
  return (same ? before : Object.fromEntries(kept)) as T;
}

export function isSameList<T>(left: readonly T[] | undefined, right: readonly T[]): boolean {
  return left?.length === right.length && right.every((each, index) => each === left[index]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
