import type { Need } from '@vitrine/data-actions';
import type { ActionScope, NeedResult } from '@vitrine/data-actions/server';
import { ownIslandState } from './islands/island-gatherer.ts';
import { renderSlot } from './render-slot.ts';
import type { PageFrame, PageHole, PlannedInstance } from './stages.ts';

export type ModuleHole = Extract<PageHole, { kind: 'module' }>;

export interface RenderHolesOptions {
  readonly onFailure: (instance: PlannedInstance | undefined, error: unknown) => void;
}

const MOST_KEPT = 64;
const NO_BYTES = Buffer.alloc(0);

/** The holes of one page, with all their questions in one plan where that is possible: one walk, one timer. */
export class HoleGroup {
  readonly holes: readonly ModuleHole[];
  private readonly plan: Readonly<Record<string, Need<unknown>>>;
  /** Those with a deadline of their own are asked each for itself. */
  private readonly hasOwnDeadlines: boolean;

  constructor(holes: readonly ModuleHole[]) {
    this.holes = holes;
    this.hasOwnDeadlines = holes.some(({ instance }) => instance.module.deadline !== undefined);
    this.plan = Object.fromEntries(
      holes.flatMap(({ instance }, index) =>
        Object.entries(instance.plan).map(([name, need]) => [`${index}.${name}`, need]),
      ),
    );
  }

  /** Asks what the holes will need, so that the answers are there when they are rendered. */
  ask(scope: ActionScope): void {
    // `render` asks for the same again and tells what failed.
    scope.runPlan(this.plan, { hole: true }).catch(() => {});
  }

  /** The bytes of the holes for one visitor, in their order. All questions share the visitor's scope. Never rejects. */
  async render(
    scope: ActionScope,
    frame: PageFrame,
    options: RenderHolesOptions,
  ): Promise<readonly Buffer[]> {
    const answers = await (this.hasOwnDeadlines ? this.each(scope) : this.together(scope));
    return this.holes.map((hole, index) => bytesOf(hole, answers[index] ?? {}, frame, options));
  }

  private async together(scope: ActionScope): Promise<readonly Results[]> {
    const { results } = await scope.runPlan(this.plan, { hole: true });
    return this.holes.map(({ instance }, index) => {
      const own: Record<string, NeedResult> = {};
      for (const name in instance.plan) own[name] = results[`${index}.${name}`] as NeedResult;
      return own;
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

function bytesOf(
  hole: ModuleHole,
  results: Results,
  frame: PageFrame,
  { onFailure }: RenderHolesOptions,
): Buffer {
  try {
    const key = plainKey(results);
    const known = key === undefined ? undefined : hole.kept.get(key);
    if (known) return known;
    const bytes = Buffer.from(htmlOf(hole, results, frame, onFailure));
    if (key !== undefined && hole.kept.size < MOST_KEPT) hole.kept.set(key, bytes);
    return bytes;
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
  const slot = renderSlot(instance, { results }, frame);
  if (slot.error !== undefined) onFailure(instance, slot.error);
  const html = slot.pieces.map((piece, index) => (index % 2 === 0 ? piece : (slots[piece] ?? ''))).join('');
  return slot.data ? html + ownIslandState(instance, slot.data) : html;
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
