import type { Deal } from './deal.rules.ts';
import type { DealPiece } from './deal-piece.rules.ts';
import type { BucketSlot, DealMove } from './deal-problem.rules.ts';
import { emptyShape, extendShape } from './ordered-groups.rules.ts';
import { sharesOf } from './piece-bucket.rules.ts';
import type { PromotionSettings } from './promotion.rules.ts';
import { splitAmount } from './spread-amount.rules.ts';

/** One finished deal, several times over: its pieces in falling order of price. */
interface Application {
  readonly times: number;
  readonly members: readonly Member[];
}

interface Member {
  readonly bucket: number;
  readonly group: number;
  readonly count: number;
}

/** Pieces of a bucket that get the same share of a deal. */
export interface TakenPieces {
  readonly bucket: number;
  readonly quantity: number;
  readonly share: number;
}

/** What the pieces a search put into a deal get. A deal that would not make them cheaper leaves them out. */
export function takePieces(
  deal: Deal,
  moves: readonly DealMove[],
  look: {
    readonly piece: (bucket: number) => DealPiece;
    readonly slot: (move: DealMove) => BucketSlot;
    readonly lineId: (bucket: number) => string;
    readonly settings: PromotionSettings;
  },
): readonly TakenPieces[] {
  const isOrdered = moves.some(({ via }) => via !== undefined);
  const applications = isOrdered ? replay(deal, moves, look.slot) : fill(deal, moves);
  return applications.flatMap(({ times, members }) => {
    const shares = shareOut(deal, members, look);
    const gain = shares.reduce(
      (sum, { bucket, quantity, share }) => sum + quantity * look.piece(bucket).gainWith(share),
      0,
    );
    return gain > 0 ? shares.map((taken) => ({ ...taken, quantity: taken.quantity * times })) : [];
  });
}

/** Fills deals from the front of each group; as many at once as are alike. */
function fill({ groups }: Deal, moves: readonly DealMove[]): Application[] {
  const queues = groups.map((_, group) =>
    moves.filter((move) => move.group === group).map(({ bucket, count }) => ({ bucket, count })),
  );
  const applications: Application[] = [];
  while (queues.every((queue) => queue.length > 0)) {
    const alike = Math.min(
      ...queues.map((queue, group) => Math.floor(queue[0]!.count / groups[group]!.quantity)),
    );
    const times = Math.max(1, alike);
    const members = queues.flatMap((queue, group) =>
      takeFrom(queue, groups[group]!.quantity * times).map(({ bucket, count }) => ({
        bucket,
        group,
        count: count / times,
      })),
    );
    applications.push({ times, members: members.sort((a, b) => a.bucket - b.bucket) });
  }
  return applications;
}

function takeFrom(queue: { bucket: number; count: number }[], wanted: number) {
  const taken: { bucket: number; count: number }[] = [];
  for (let missing = wanted; missing > 0 && queue[0]; ) {
    const count = Math.min(missing, queue[0].count);
    taken.push({ bucket: queue[0].bucket, count });
    queue[0].count -= count;
    missing -= count;
    if (queue[0].count === 0) queue.shift();
  }
  return taken;
}

/** Follows the search piece by piece, for deals in which it matters which piece went where. */
function replay(
  deal: Deal,
  moves: readonly DealMove[],
  slotOf: (move: DealMove) => BucketSlot,
): Application[] {
  const empty = emptyShape(deal);
  const open: { shape: string; members: Member[] }[] = [];
  const finished: Application[] = [];
  for (const move of moves) {
    const found = move.via === empty ? -1 : open.findIndex(({ shape }) => shape === move.via);
    const [old] = found < 0 ? [{ shape: empty, members: [] }] : open.splice(found, 1);
    const members = [...old!.members, { bucket: move.bucket, group: move.group, count: 1 }];
    if (members.length === deal.size) finished.push({ times: 1, members });
    else open.push({ shape: extendShape(deal, old!.shape, slotOf(move))!.join('.'), members });
  }
  return finished;
}

function shareOut(
  deal: Deal,
  members: readonly Member[],
  look: Parameters<typeof takePieces>[2],
): TakenPieces[] {
  const { value } = deal;
  const seen = ({ bucket }: Member) => look.piece(bucket).seen;
  const whole = members.reduce((sum, member) => sum + member.count * seen(member), 0);
  if (value.kind === 'per-piece') {
    return members.map(({ bucket, group, count }) => {
      const { cut } = deal.groups[group]!;
      return { bucket, quantity: count, share: cut ? look.piece(bucket).shareOf(cut) : 0 };
    });
  }
  if (value.kind === 'price') return spread(members, Math.max(0, whole - value.amount), look);
  if (value.kind === 'amount') return spread(members, Math.min(whole, value.amount), look);
  const each = cheapestShares(deal.size - value.pieces, members, (member) =>
    look.piece(member.bucket).shareOf(value.cut),
  );
  if (!value.spread) return each;
  const amount = each.reduce((sum, { quantity, share }) => sum + quantity * share, 0);
  return spread(members, amount, look);
}

/** The first `full` pieces get nothing, those after them their cut. */
function cheapestShares(
  full: number,
  members: readonly Member[],
  shareOf: (member: Member) => number,
): TakenPieces[] {
  let position = 0;
  return members.flatMap((member) => {
    const paid = Math.min(member.count, Math.max(0, full - position));
    position += member.count;
    return [
      { bucket: member.bucket, quantity: paid, share: 0 },
      { bucket: member.bucket, quantity: member.count - paid, share: shareOf(member) },
    ].filter(({ quantity }) => quantity > 0);
  });
}

function spread(
  members: readonly Member[],
  amount: number,
  { piece, lineId, settings }: Parameters<typeof takePieces>[2],
): TakenPieces[] {
  const sorted = members.toSorted((a, b) => (lineId(a.bucket) < lineId(b.bucket) ? -1 : 1));
  const amounts = splitAmount(
    amount,
    sorted.map(({ bucket, count }) => count * piece(bucket).seen),
  );
  return sorted.flatMap(({ bucket, count }, index) =>
    sharesOf(amounts[index]!, { quantity: count, left: piece(bucket).seen }, settings).map(
      ({ quantity, share }) => ({ bucket, quantity, share }),
    ),
  );
}
