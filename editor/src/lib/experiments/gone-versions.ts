import type { Editor } from '../app/editor.ts';
import { crowdListOf } from '../audiences/crowd-list.ts';
import { type VersionsThen, versionsNow } from './versions-now.ts';

/** Says which versions of tests went with what was removed, when others of them stayed and the test is not over. */
export async function tellGoneVersions(editor: Editor, before: VersionsThen): Promise<void> {
  const gone = goneVersions(before, versionsNow(editor));
  if (gone.length === 0) return;
  const { state } = crowdListOf(editor.documents);
  if (!state.get().crowd) await crowdListOf(editor.documents).freshen();
  const known = state.get().crowd?.experiments ?? [];
  const sentences = gone.flatMap(({ experiment, version, left }) => {
    const test = known.find(({ id }) => id === experiment);
    if (!test || test.state.kind === 'ended') return [];
    const [letter, kept] = [version.toUpperCase(), left.toUpperCase()];
    return `Version ${letter} of “${test.name}” is gone. Visitors of ${letter} would see nothing here: put it back with Undo, or keep ${kept}.`;
  });
  // Whoever has put it back meanwhile needs no warning.
  const isStillGone = goneVersions(before, versionsNow(editor)).length > 0;
  if (sentences.length > 0 && isStillGone) editor.tell(sentences.join(' '));
}

function goneVersions(before: VersionsThen, now: VersionsThen) {
  return [...now].flatMap(([experiment, left]) =>
    (before.get(experiment) ?? [])
      .filter((version) => !left.includes(version))
      .map((version) => ({ experiment, version, left: left[0]! })),
  );
}
