import { type DeliveryKind, deliveryKinds } from '../delivery/delivery.rules.ts';

/** A line, and the kinds of delivery it can go by, in the order of `deliveryKinds`. */
export interface LineToDeliver {
  readonly id: string;
  readonly ways: readonly DeliveryKind[];
}

/** Lines by how they are delivered: each stands in exactly one place. */
export interface DividedLines {
  /** Delivered the way that is chosen for the whole. Never empty unless there are no lines. */
  readonly together: readonly string[];
  /** Absent = nothing is decided for them yet. */
  readonly kind?: DeliveryKind;
  /** One delivery of each other kind at most, in the order of `deliveryKinds`. */
  readonly others: readonly { readonly kind: DeliveryKind; readonly lineIds: readonly string[] }[];
}

/**
 * Which lines are delivered together, and which apart from them: SPEC rules CHECK-26 to CHECK-28. Pure.
 * @param chosen `kind` of the way for the whole; `apart` lines that are to go another way, by id. One that its line cannot go
 * counts for nothing, and none does where nothing would be left for the whole.
 */
export function divideLines(
  lines: readonly LineToDeliver[],
  chosen: { readonly kind: DeliveryKind | undefined; readonly apart: Readonly<Record<string, DeliveryKind>> },
): DividedLines {
  const asked = (line: LineToDeliver) => line.ways.find((way) => way === chosen.apart[line.id]);
  const kind = chosen.kind ?? sharedOrFirst(lines.filter((line) => !asked(line)));
  const wayOf = (line: LineToDeliver) =>
    asked(line) ?? (kind === undefined || line.ways.includes(kind) ? kind : (line.ways[0] ?? kind));
  const idsBy = Map.groupBy(lines, wayOf);
  const ids = (way: DeliveryKind | undefined) => (idsBy.get(way) ?? []).map(({ id }) => id);
  const others = deliveryKinds
    .filter((way) => way !== kind && idsBy.has(way))
    .map((way) => ({ kind: way, lineIds: ids(way) }));
  const together = ids(kind);
  const [first, ...rest] = others;
  if (together.length > 0 || !first) return { together, ...(kind !== undefined && { kind }), others };
  if (lines.some(asked)) return divideLines(lines, { ...chosen, apart: {} });
  // None of them can go the way that was chosen for the whole.
  return { together: first.lineIds, kind: first.kind, others: rest };
}

/** Undefined while one way can be chosen for all of them; else the first that one of them can go. */
function sharedOrFirst(lines: readonly LineToDeliver[]): DeliveryKind | undefined {
  const going = lines.filter(({ ways }) => ways.length > 0);
  const isShared = deliveryKinds.some((kind) => going.every(({ ways }) => ways.includes(kind)));
  return isShared ? undefined : deliveryKinds.find((kind) => lines.some(({ ways }) => ways[0] === kind));
}
