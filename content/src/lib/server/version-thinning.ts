const hour = 3_600_000;
const day = 24 * hour;

/** Up to this age, one automatic version is kept for each span; a span of 0 keeps all. */
const steps = [
  { age: day, span: 0 },
  { age: 7 * day, span: hour },
  { age: 60 * day, span: day },
  { age: Number.POSITIVE_INFINITY, span: 7 * day },
] as const;

/**
 * Which automatic versions can go: of the last day all stay, of the last week the last of each hour, of two months the last of
 * each day, before that the last of each week.
 */
export function versionsToDrop(
  versions: readonly { readonly seq: number; readonly at: Date }[],
  now: number,
): readonly number[] {
  const kept = new Set<string>();
  const newestFirst = versions.toSorted(
    (left, right) => right.at.getTime() - left.at.getTime() || right.seq - left.seq,
  );
  return newestFirst.flatMap(({ seq, at }) => {
    const { span } = steps.find(({ age }) => now - at.getTime() < age) ?? steps[steps.length - 1]!;
    if (span === 0) return [];
    const slot = `${span} ${Math.floor(at.getTime() / span)}`;
    if (kept.has(slot)) return [seq];
    kept.add(slot);
    return [];
  });
}
