/** A lot as far as it can be used. */
export interface UsableLot {
  readonly id: string;
  readonly left: number;
  readonly madeAt: Date;
  /** Undefined = not known yet. */
  readonly usableAt?: Date | undefined;
  /** Undefined = never. */
  readonly runsOutAt?: Date | undefined;
}

export interface LotPart {
  readonly id: string;
  readonly amount: number;
}

/** How what a customer holds divides. `debt` is from 0 up. */
export interface LotSums {
  readonly usable: number;
  readonly pending: number;
  readonly debt: number;
}

/** What can be used at a moment: SPEC rules LOT-2 and LOT-6. */
export function sumLots(lots: readonly UsableLot[], at: Date): LotSums {
  const sum = (which: readonly UsableLot[]) => which.reduce((total, { left }) => total + left, 0);
  const debt = sum(lots.filter(({ left }) => left < 0).map((lot) => ({ ...lot, left: -lot.left })));
  const now = sum(lots.filter((lot) => isUsable(lot, at)));
  const pending = sum(lots.filter((lot) => isPending(lot, at)));
  return { usable: Math.max(0, now - debt), pending, debt };
}

/** What cannot be used yet by when it can, the first first; without a time = not known yet. SPEC rule LOT-2. */
export function waitingIn(
  lots: readonly UsableLot[],
  at: Date,
): readonly { readonly amount: number; readonly at?: Date }[] {
  const sums = new Map<number, number>();
  for (const lot of lots.filter((each) => isPending(each, at))) {
    const time = lot.usableAt?.getTime() ?? Number.POSITIVE_INFINITY;
    sums.set(time, (sums.get(time) ?? 0) + lot.left);
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([time, amount]) => ({ amount, ...(Number.isFinite(time) && { at: new Date(time) }) }));
}

/** Which lots an amount is taken from, the first to run out first; undefined = there is not that much. SPEC rule LOT-3. */
export function takeFromLots(
  lots: readonly UsableLot[],
  amount: number,
  at: Date,
): readonly LotPart[] | undefined {
  if (amount > sumLots(lots, at).usable) return undefined;
  return share(lots.filter((lot) => isUsable(lot, at)).toSorted(byEnd), amount, ({ left }) => left);
}

/** Which lots an amount goes back to, of those it was taken from; the last to run out first. SPEC rule LOT-4. */
export function giveBackToLots(
  taken: readonly (UsableLot & { readonly taken: number })[],
  amount: number,
): readonly LotPart[] {
  return share(taken.toSorted(byEnd).toReversed(), amount, (lot) => lot.taken);
}

/** How lots that can be used pay what others owe. */
export function settleLots(
  lots: readonly UsableLot[],
  at: Date,
): readonly { readonly from: string; readonly to: string; readonly amount: number }[] {
  const rest = lots
    .filter((lot) => isUsable(lot, at))
    .toSorted(byEnd)
    .map(({ id, left }) => ({ id, left }));
  const steps: { from: string; to: string; amount: number }[] = [];
  for (const owing of lots.filter(({ left }) => left < 0).toSorted(byEnd)) {
    let debt = -owing.left;
    for (const lot of rest) {
      const amount = Math.min(debt, lot.left);
      if (amount <= 0) continue;
      lot.left -= amount;
      debt -= amount;
      steps.push({ from: lot.id, to: owing.id, amount });
    }
  }
  return steps;
}

function share<Lot extends UsableLot>(
  lots: readonly Lot[],
  amount: number,
  most: (lot: Lot) => number,
): readonly LotPart[] {
  let rest = amount;
  return lots.flatMap((lot) => {
    const part = Math.min(rest, most(lot));
    rest -= part;
    return part > 0 ? [{ id: lot.id, amount: part }] : [];
  });
}

function isOver({ runsOutAt }: UsableLot, at: Date): boolean {
  return runsOutAt !== undefined && runsOutAt <= at;
}

function isPending(lot: UsableLot, at: Date): boolean {
  return lot.left > 0 && !isOver(lot, at) && !isUsable(lot, at);
}

function isUsable(lot: UsableLot, at: Date): boolean {
  return lot.left > 0 && lot.usableAt !== undefined && lot.usableAt <= at && !isOver(lot, at);
}

function byEnd(one: UsableLot, other: UsableLot): number {
  const end = ({ runsOutAt }: UsableLot) => runsOutAt?.getTime() ?? Number.POSITIVE_INFINITY;
  if (end(one) !== end(other)) return end(one) < end(other) ? -1 : 1;
  const age = one.madeAt.getTime() - other.madeAt.getTime();
  if (age !== 0) return age;
  return one.id < other.id ? -1 : 1;
}
