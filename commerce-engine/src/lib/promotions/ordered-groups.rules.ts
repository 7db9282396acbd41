import type { Deal } from './deal.rules.ts';
import type { DealMachine, FedPieces } from './deal-machine.rules.ts';
import { cheapestGain } from './single-group.rules.ts';

/**
 * Deals over several groups in which the order of price within a deal counts: the cheapest of it, or got pieces that must
 * not be dearer than bought ones. The state is the list of unfinished deals, each with its pieces by group.
 */
export function orderedGroupsMachine(deal: Deal): DealMachine {
  const { groups, value, size, limit } = deal;
  const empty = emptyShape(deal);

  function gainOf({ piece, group }: Pick<FedPieces, 'piece' | 'group'>, position: number): number {
    if (value.kind === 'cheapest') {
      const isCheap = position >= size - value.pieces;
      return piece.gainWith(0) + (isCheap ? cheapestGain(deal, piece) : 0);
    }
    const { cut } = groups[group]!;
    return piece.gainWith(cut ? piece.shareOf(cut) : 0);
  }

  return {
    start: '0#',
    isRough: false,
    oneByOne: true,
    needs(state) {
      const shapes = String(state).split('#')[1]!.split(';').filter(Boolean);
      return groups.map(({ quantity }, group) =>
        shapes.reduce((sum, shape) => sum + quantity - Number(shape.split('.')[group]), 0),
      );
    },
    feed({ state }, fed) {
      const [opened, list] = String(state).split('#') as [string, string];
      const shapes = list === '' ? [] : list.split(';');
      const mayOpen = limit === undefined || Number(opened) < limit;
      return [...new Set(mayOpen ? [...shapes, empty] : shapes)].flatMap((via) => {
        const next = extendShape(deal, via, fed);
        if (!next) return [];
        const placed = next.slice(0, groups.length).reduce((sum, each) => sum + each, 0);
        const others = shapes.toSpliced(shapes.indexOf(via), via === empty ? 0 : 1);
        const now = placed === size ? others : [...others, next.join('.')].sort();
        const count = limit === undefined ? 0 : Number(opened) + (via === empty ? 1 : 0);
        return [{ state: `${count}#${now.join(';')}`, gain: gainOf(fed, placed - 1), credit: 0, via }];
      });
    },
    bound: (fed) => Math.max(gainOf(fed, 0), gainOf(fed, size - 1)),
  };
}

/** An unfinished deal: its pieces by group, and whether a got piece came that could have been bought. */
export function emptyShape({ groups }: Deal): string {
  return [...groups.map(() => 0), 0].join('.');
}

/** The unfinished deal after it took the piece; undefined when it cannot. */
export function extendShape(
  { groups, gotAreCheaper }: Deal,
  shape: string,
  { group, shared }: Pick<FedPieces, 'group' | 'shared'>,
): number[] | undefined {
  const next = shape.split('.').map(Number);
  if (next[group]! >= groups[group]!.quantity) return undefined;
  next[group]! += 1;
  if (!gotAreCheaper || !shared) return next;
  const gotOne = groups.length;
  if (group === 1) next[gotOne] = 1;
  else if (next[gotOne] === 1) return undefined;
  return next;
}
