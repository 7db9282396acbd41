import { describePlan, type Need } from '@vitrine/data-actions';
import { type ActionScope, isLocalPath, type NeedResult } from '@vitrine/data-actions/server';
import { bareText, noteHtml } from './bare-text.ts';
import { settlingPart } from './hole-order.ts';
import { ownIslandState } from './islands/island-gatherer.ts';
import { renderSlot } from './render-slot.ts';
import { createStoredSegment, type Segment } from './segments/segment.ts';
import type { PageFrame, PageHole, PlannedInstance } from './stages.ts';
import { viewProps } from './view-props.ts';

export type ModuleHole = Extract<PageHole, { kind: 'module' }>;

export interface RenderHolesOptions {
  readonly onFailure: (instance: PlannedInstance | undefined, error: unknown) => void;
}

type Plan = Readonly<Record<string, Need<unknown>>>;

const MOST_KEPT = 64;
const NO_BYTES = Buffer.alloc(0);

/** What stands in a hole: bytes of this answer, or kept ones. */
export type HoleBytes = Buffer | Segment;

/** What came of the holes of a page for one visitor: their bytes, or a path where the visitor goes instead. */
export type RenderedHoles =
  | { readonly kind: 'bytes'; readonly bytes: readonly HoleBytes[] }
  | { readonly kind: 'elsewhere'; readonly location: string };

/** The holes of one page, with all their questions in one plan where that is possible: one walk, one timer. */
export class HoleGroup {
  readonly holes: readonly ModuleHole[];
  /** What stands in them may depend on what the browser showed last. */
  readonly readsViewed: boolean;
  private readonly plan: Plan;
  /** What is answered before the rest of it is asked; mostly nothing. */
  private readonly first: Plan | undefined;
  /** Those with a deadline of their own are asked each for itself. */
  private readonly hasOwnDeadlines: boolean;
  /** By hole: names in its own plan, and in the common one. */
  private readonly names: readonly (readonly (readonly [own: string, common: string])[])[];

  constructor(holes: readonly ModuleHole[]) {
    this.holes = holes;
    this.hasOwnDeadlines = holes.some(({ instance }) => instance.module.deadline !== undefined);
    this.names = holes.map(({ instance }, index) =>
      Object.keys(instance.plan).map((name) => [name, `${index}.${name}`]),
    );
    this.plan = Object.fromEntries(
      holes.flatMap(({ instance }, index) =>
        (this.names[index] ?? []).map(([own, common]) => [common, instance.plan[own] as Need<unknown>]),
      ),
    );
    this.readsViewed = describePlan(this.plan).readsViewed;
    this.first = settlingPart(holes.map(({ instance }) => instance.plan));
  }

  /** The holes for one visitor, in their order. All questions share the visitor's scope. Never rejects. */
  async render(scope: ActionScope, frame: PageFrame, options: RenderHolesOptions): Promise<RenderedHoles> {
    if (this.first) await scope.runPlan(this.first, { hole: true });
    const answers = await (this.hasOwnDeadlines ? this.each(scope) : this.together(scope));
    for (const [index, { instance }] of this.holes.entries()) {
      const location = placeOf(instance, answers[index] ?? {}, frame, options);
      if (location !== undefined) return { kind: 'elsewhere', location };
    }
    const bytes = this.holes.map((hole, index) => bytesOf(hole, answers[index] ?? {}, frame, options));
    return { kind: 'bytes', bytes };
  }

  private async together(scope: ActionScope): Promise<readonly Results[]> {
    const { results } = await scope.runPlan(this.plan, { hole: true });
    return this.names.map((names) => {
      const its: Record<string, NeedResult> = {};
      for (const [own, common] of names) its[own] = results[common] as NeedResult;
      return its;
    });
  }

  private each(scope: ActionScope): Promise<readonly Results[]> {
    return Promise.all(
      this.holes.map(async ({ instance: { plan, module } }) => {
        const { results } = await scope.runPlan(plan, { hole: true, deadline: module.deadline });
        return results;
      }),
    );
  }
}

type Results = Readonly<Record<string, NeedResult>>;

function placeOf(
  instance: PlannedInstance,
  results: Results,
  frame: PageFrame,
  { onFailure }: RenderHolesOptions,
): string | undefined {
  const { module } = instance;
  if (!module.leadsTo || instance.failed !== undefined) return undefined;
  const data = wholeData(results);
  if (!data) return undefined;
  try {
    const location = module.leadsTo(viewProps(instance, frame, { data, slots: {} }));
    if (location === undefined || isLocalPath(location)) return location;
    throw new Error(
      `Module "${module.id}" leads to "${location}". Expected a path of this shop, such as "/order?id=1".`,
    );
  } catch (error) {
    onFailure(instance, error);
    return undefined;
  }
}

function bytesOf(
  hole: ModuleHole,
  results: Results,
  frame: PageFrame,
  { onFailure }: RenderHolesOptions,
): HoleBytes {
  try {
    const key = plainKey(results);
    const known = key === undefined ? undefined : hole.kept.get(key);
    if (known) return known;
    const bytes = Buffer.from(htmlOf(hole, results, frame, onFailure));
    if (key === undefined || hole.kept.size >= MOST_KEPT) return bytes;
    const kept = createStoredSegment(bytes);
    hole.kept.set(key, kept);
    return kept;
  } catch (error) {
    onFailure(hole.instance, error);
    return NO_BYTES;
  }
}

function htmlOf(
  { instance, slots }: ModuleHole,
  results: Results,
  frame: PageFrame,
  onFailure: RenderHolesOptions['onFailure'],
): string {
  const text = shownText(instance, results, frame);
  if (text !== undefined) return text;
  const slot = renderSlot(instance, { results }, frame);
  if (slot.error !== undefined) onFailure(instance, slot.error);
  const html = slot.pieces.map((piece, index) => (index % 2 === 0 ? piece : (slots[piece] ?? ''))).join('');
  if (slot.state === 'ok') noteHtml(instance.view, html);
  return slot.data ? html + ownIslandState(instance, slot.data) : html;
}

// An island's HTML stands in a frame, and a view with slots is never bare.
function shownText(instance: PlannedInstance, results: Results, frame: PageFrame): string | undefined {
  if (instance.failed !== undefined || instance.module.island) return undefined;
  const data = wholeData(results);
  return data && bareText(instance.view, () => viewProps(instance, frame, { data, slots: {} }));
}

/** All the answers of a hole; `undefined` when one is not there. */
function wholeData(results: Results): Record<string, unknown> | undefined {
  const data: Record<string, unknown> = {};
  for (const name in results) {
    const { state, value } = results[name] as NeedResult;
    if (state !== 'ok' && state !== 'stale') return undefined;
    data[name] = value;
  }
  return data;
}

// Answers that are a number, yes or no, or nothing look the same for everyone who has them: their HTML is kept with the hole and
// ends with its page. Anything with a text or an object in it is never kept, and a hole that asks nothing is rendered each time.
function plainKey(results: Results): string | undefined {
  let key = '';
  for (const name in results) {
    const { state, value } = results[name] as NeedResult;
    if (state === 'error' || (value !== undefined && typeof value !== 'number' && typeof value !== 'boolean'))
      return undefined;
    key += `${state[0]}${value} `;
  }
  return key === '' ? undefined : key;
}
