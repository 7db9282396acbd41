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

/** The holes of one page for one visitor, in their order. All their questions share the visitor's scope. Never rejects. */
export function renderHoles(
  holes: readonly ModuleHole[],
  scope: ActionScope,
  frame: PageFrame,
  options: RenderHolesOptions,
): Promise<Buffer[]> {
  return Promise.all(holes.map((hole) => renderHole(hole, scope, frame, options)));
}

async function renderHole(
  hole: ModuleHole,
  scope: ActionScope,
  frame: PageFrame,
  { onFailure }: RenderHolesOptions,
): Promise<Buffer> {
  const { instance } = hole;
  try {
    const { results } = await scope.runPlan(instance.plan, {
      hole: true,
      deadline: instance.module.deadline,
    });
    const key = plainKey(results);
    const known = key === undefined ? undefined : hole.kept.get(key);
    if (known) return known;
    const bytes = Buffer.from(write(hole, results, frame, onFailure));
    if (key !== undefined && hole.kept.size < MOST_KEPT) hole.kept.set(key, bytes);
    return bytes;
  } catch (error) {
    onFailure(instance, error);
    return NO_BYTES;
  }
}

function write(
  { instance, slots }: ModuleHole,
  results: Readonly<Record<string, NeedResult>>,
  frame: PageFrame,
  onFailure: RenderHolesOptions['onFailure'],
): string {
  const slot = renderSlot(instance, { results }, frame);
  if (slot.error !== undefined) onFailure(instance, slot.error);
  const html = slot.pieces.map((piece, index) => (index % 2 === 0 ? piece : (slots[piece] ?? ''))).join('');
  return slot.data ? html + ownIslandState(instance, slot.data) : html;
}

// Answers that are a number, yes or no, or nothing look the same for everyone who has them: their HTML is kept with the hole and
// ends with its page. Anything with a text or an object in it is never kept.
function plainKey(results: Readonly<Record<string, NeedResult>>): string | undefined {
  let key = '';
  for (const { state, value } of Object.values(results)) {
    if (state === 'error' || (value !== undefined && typeof value !== 'number' && typeof value !== 'boolean'))
      return undefined;
    key += `${state[0]}${value} `;
  }
  return key;
}
