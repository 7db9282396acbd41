import { isSameList } from './keep-identity.ts';
import { hookId, LOST, type Register, ROOT, TRASH } from './node-register.ts';
import { compareKeys } from './order-key.ts';

/** Where everything stands: a pure function of the registers, so that every replica has the same answer and none writes it. */
export interface Tree {
  /** What stands on the page or is lost, by id; not what is in the trash. */
  readonly places: ReadonlyMap<string, NodePlace>;
  /** Instances in their order, by `placeKey`; no empty lists. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** Slots with something in them, by instance; sorted. */
  readonly slots: ReadonlyMap<string, readonly string[]>;
  /** What has no place, or lost it to a concurrent change. Each with what is in its slots. */
  readonly lost: readonly string[];
  /** Where each hangs after rings were opened. */
  readonly hooks: ReadonlyMap<string, Register | undefined>;
  /** The greatest clock there is. */
  readonly clock: number;
}

export interface NodePlace {
  readonly parent: string | undefined;
  readonly slot: string | undefined;
  readonly index: number;
  readonly isLost: boolean;
}

/** Levels of instances: more could not be read as a document any more. What stands deeper is lost. */
const maxDepth = 20;

export function placeKey(parent: string | undefined, slot: string | undefined): string {
  return parent === undefined ? '' : `${parent}|${slot ?? ''}`;
}

interface Home {
  readonly kind: 'page' | 'lost' | 'trash' | 'gone';
  readonly depth: number;
  readonly seen?: ReadonlySet<string>;
}

/**
 * @param registers Of every instance there is; `undefined` when it has none, because its insertion was undone.
 * @param isClaimed Whether somebody else has put something into an instance without a register.
 * @param before Lists that are equal to those of it are the same arrays.
 */
export function deriveTree(
  registers: ReadonlyMap<string, Register | undefined>,
  isClaimed: (id: string) => boolean,
  before?: Tree,
): Tree {
  let hooks = registers;
  let homes = findHomes(hooks, isClaimed);
  if (!homes) {
    hooks = openRings(registers);
    homes = findHomes(hooks, isClaimed)!;
  }
  return { ...list(homes, hooks, before), clock: greatestClock(registers), hooks };
}

/** What each instance belongs to; `undefined` when there is a ring. */
function findHomes(
  hooks: ReadonlyMap<string, Register | undefined>,
  isClaimed: (id: string) => boolean,
): ReadonlyMap<string, Home> | undefined {
  const homes = new Map<string, Home>();
  const root: Home = { kind: 'page', depth: -1 };
  const lost: Home = { kind: 'lost', depth: 0 };

  function below(parent: Home, id: string): Home {
    if (parent.kind === 'page') {
      return parent.depth >= maxDepth ? lost : { kind: 'page', depth: parent.depth + 1 };
    }
    if (parent.kind === 'lost') return { kind: 'lost', depth: parent.depth + 1 };
    return parent.seen?.has(id) ? parent : lost;
  }

  for (const start of hooks.keys()) {
    const trail: string[] = [];
    let home: Home | undefined;
    for (let id: string | undefined = start; !home; ) {
      home = homes.get(id);
      if (home) break;
      if (trail.includes(id)) return undefined;
      const hook = hooks.get(id);
      trail.push(id);
      if (!hook) home = isClaimed(id) ? lost : { kind: 'gone', depth: 0 };
      else if (hook.parent === ROOT) home = below(root, id);
      else if (hook.parent === TRASH) home = { kind: 'trash', depth: 0, seen: new Set(hook.seen) };
      else if (hook.parent === LOST || !hooks.has(hookId(hook.parent)!)) home = lost;
      if (home) {
        homes.set(id, home);
        trail.pop();
        break;
      }
      id = hookId(hook!.parent)!;
    }
    for (const id of trail.reverse()) {
      home = below(home!, id);
      homes.set(id, home);
    }
  }
  return homes;
}

// A ring can only come from concurrent moves. The newest move in it goes back to where it came from; if that does not open the
// ring, it is lost. Ids in their order, so that every replica opens the same rings in the same way.
function openRings(
  registers: ReadonlyMap<string, Register | undefined>,
): ReadonlyMap<string, Register | undefined> {
  const hooks = new Map(registers);
  const moved = new Set<string>();
  const open = new Set<string>();
  for (const start of [...hooks.keys()].sort(compareText)) {
    let trail: string[] = [];
    for (let id: string | undefined = start; id !== undefined && hooks.has(id) && !open.has(id); ) {
      const from = trail.indexOf(id);
      if (from >= 0) {
        const newest = trail.slice(from).reduce((left, right) => newer(hooks, left, right));
        const hook = hooks.get(newest)!;
        const back = moved.has(newest) ? undefined : hook.was;
        hooks.set(newest, { ...hook, ...(back ?? { parent: LOST, slot: '' }) });
        moved.add(newest);
        trail = [];
        id = start;
        continue;
      }
      trail.push(id);
      const hook: Register | undefined = hooks.get(id);
      id = hook && hookId(hook.parent);
    }
    for (const id of trail) open.add(id);
  }
  return hooks;
}

function newer(hooks: ReadonlyMap<string, Register | undefined>, left: string, right: string): string {
  const difference = hooks.get(left)!.clock - hooks.get(right)!.clock;
  if (difference !== 0) return difference > 0 ? left : right;
  return left > right ? left : right;
}

function list(
  homes: ReadonlyMap<string, Home>,
  hooks: ReadonlyMap<string, Register | undefined>,
  before: Tree | undefined,
): Pick<Tree, 'places' | 'children' | 'slots' | 'lost'> {
  const lists = new Map<string, { id: string; key: string }[]>();
  const parents = new Map<string, { parent: string | undefined; slot: string | undefined }>();
  const slotsOf = new Map<string, string[]>();
  const lost: string[] = [];
  for (const [id, { kind, depth }] of homes) {
    if (kind === 'trash' || kind === 'gone') continue;
    if (kind === 'lost' && depth === 0) {
      lost.push(id);
      continue;
    }
    const hook = hooks.get(id)!;
    const parent = hookId(hook.parent);
    const slot = parent === undefined ? undefined : hook.slot;
    const key = placeKey(parent, slot);
    const siblings = lists.get(key);
    if (siblings) siblings.push({ id, key: hook.key });
    else {
      lists.set(key, [{ id, key: hook.key }]);
      parents.set(key, { parent, slot });
      if (parent !== undefined) {
        const names = slotsOf.get(parent);
        if (names) names.push(slot!);
        else slotsOf.set(parent, [slot!]);
      }
    }
  }
  const places = new Map<string, NodePlace>();
  const children = new Map<string, readonly string[]>();
  for (const [key, siblings] of lists) {
    const ids = siblings.sort(compareKeys).map(({ id }) => id);
    const { parent, slot } = parents.get(key)!;
    const isLost = parent !== undefined && homes.get(parent)!.kind === 'lost';
    for (const [index, id] of ids.entries()) places.set(id, { parent, slot, index, isLost });
    children.set(key, same(before?.children.get(key), ids));
  }
  lost.sort(compareText);
  for (const [index, id] of lost.entries()) {
    places.set(id, { parent: undefined, slot: undefined, index, isLost: true });
  }
  const slots = new Map<string, readonly string[]>();
  for (const [id, names] of slotsOf) slots.set(id, same(before?.slots.get(id), names.sort(compareText)));
  return { places, children, slots, lost: same(before?.lost, lost) };
}

function same(before: readonly string[] | undefined, after: readonly string[]): readonly string[] {
  return before && isSameList(before, after) ? before : after;
}

function greatestClock(registers: ReadonlyMap<string, Register | undefined>): number {
  let greatest = 0;
  for (const register of registers.values()) {
    if (register && register.clock > greatest) greatest = register.clock;
  }
  return greatest;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
