import type { Experiment } from '@vitrine/content';
import { ask } from '../app/backend.ts';
import type { Editor } from '../app/editor.ts';
import type { CrowdFacts, ExperimentFacts } from '../audiences/audience-facts.ts';
import { putExperiment, removeExperiment } from '../audiences/change-crowd.ts';
import { crowdListOf } from '../audiences/crowd-list.ts';
import { type VersionsThen, versionsNow } from './versions-now.ts';

type Written = Omit<Experiment, 'state'>;

const made = new WeakMap<Editor, Map<string, Written>>();
const turns = new WeakMap<Editor, Promise<void>>();

/** A test that was made with its first other version, in this window: undo takes both back. */
export function rememberTest(editor: Editor, { state: _, ...written }: Experiment): void {
  const known = made.get(editor) ?? new Map<string, Written>();
  made.set(editor, known.set(written.id, written));
}

/**
 * After undo and redo: a test that was made here goes with its last version while it is only planned and nothing else shows it, and
 * comes back with that. Where this is refused the test stays as it is, to be seen in the list of tests.
 */
export function followTests(editor: Editor, before: VersionsThen, now: VersionsThen): void {
  const changed = [...(made.get(editor)?.values() ?? [])].filter(({ id }) => before.has(id) !== now.has(id));
  if (changed.length === 0) return;
  // Whoever goes back and forth quickly means the last of it.
  const turn = (turns.get(editor) ?? Promise.resolve())
    .then(() => bringUpToDate(editor, changed))
    .catch(() => {});
  turns.set(editor, turn);
}

async function bringUpToDate(editor: Editor, changed: readonly Written[]): Promise<void> {
  const { experiments } = await ask<CrowdFacts>('audiences');
  const now = versionsNow(editor);
  for (const written of changed) {
    const known = experiments.find(({ id }) => id === written.id);
    if (!known && now.has(written.id)) await putExperiment(written);
    if (known && !now.has(written.id) && isOnlyHere(editor, known)) await removeExperiment(written.id);
  }
  await crowdListOf(editor.documents).load();
}

// The list may not know yet that it is gone from this page.
function isOnlyHere({ open }: Editor, { state, uses }: ExperimentFacts): boolean {
  return (
    state.kind === 'planned' &&
    uses.every(({ document, isPublished }) => document.id === open.id && !isPublished)
  );
}
