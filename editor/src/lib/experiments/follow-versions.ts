import type { Editor } from '../app/editor.ts';
import { crowdListOf } from '../audiences/crowd-list.ts';
import { shownVersion, showUsualVersion, showVersion } from '../audiences/show-as.ts';
import { followTests } from './tests-made.ts';
import { versionMark } from './version-marks.ts';
import { type VersionsThen, versionsNow } from './versions-now.ts';
import { versionsOnPage } from './versions-on-page.ts';

/** After undo and redo: what came back is selected, what is selected is shown, and what is gone is not shown any more. */
export function followVersions(editor: Editor, before: VersionsThen, way: 'undo' | 'redo'): void {
  const now = versionsNow(editor);
  followTests(editor, before, now);
  for (const id of before.keys()) if (!now.has(id)) showUsualVersion(editor, id);
  if (way === 'redo') selectNew(editor, before, now);
  const [first] = editor.selection;
  const mark = first === undefined ? undefined : versionMark(editor.page.node(first)?.audiences);
  if (mark && shownVersion(editor, mark.experiment) !== mark.version)
    showVersion(editor, named(editor, mark.experiment), mark.version);
}

// The latest is the one that was made.
function selectNew(editor: Editor, before: VersionsThen, now: VersionsThen): void {
  for (const [id, versions] of now) {
    const made = versions.findLast((version) => !before.get(id)?.includes(version));
    const [first] = made === undefined ? [] : (versionsOnPage(editor.page, id).get(made) ?? []);
    if (first !== undefined) editor.select([first]);
  }
}

function named({ documents }: Editor, id: string): { readonly id: string; readonly name: string } {
  const { crowd } = crowdListOf(documents).state.get();
  return crowd?.experiments.find((each) => each.id === id) ?? { id, name: id };
}
