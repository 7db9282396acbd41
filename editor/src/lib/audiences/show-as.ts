import { type Audience, type Experiment, experimentOf, type VersionName, versionId } from '@vitrine/content';
import type { Editor } from '../app/editor.ts';

/** From now on the page is shown to an audience too, or not any more. */
export function showAudience(editor: Editor, { id, name }: Audience, isShown: boolean): void {
  const others = editor.view.get().audiences.filter((each) => each.id !== id);
  editor.view.set({ audiences: isShown ? [...others, { id, name }] : others, text: undefined });
}

/** The version of a test the page is shown with. */
export function shownVersion(editor: Editor, experiment: string): VersionName {
  const { audiences } = editor.view.get();
  const chosen = audiences.find(({ id }) => experimentOf(id) === experiment);
  return chosen ? versionOf(chosen.id) : usualVersion(editor, experiment);
}

/** From now on the page is shown with this version of a test. */
export function showVersion(
  editor: Editor,
  { id, name }: Pick<Experiment, 'id' | 'name'>,
  version: VersionName,
): void {
  const others = editor.view.get().audiences.filter((each) => experimentOf(each.id) !== id);
  const shown = { id: versionId(id, version), name: `${name}: ${version.toUpperCase()}` };
  const isUsual = version === usualVersion(editor, id);
  editor.view.set({ audiences: isUsual ? others : [...others, shown], text: undefined });
}

/** The page is shown with no version of a test in particular. */
export function showUsualVersion(editor: Editor, experiment: string): void {
  const { audiences } = editor.view.get();
  const others = audiences.filter((each) => experimentOf(each.id) !== experiment);
  if (others.length < audiences.length) editor.view.set({ audiences: others, text: undefined });
}

/** The one that everybody sees who takes part in nothing. */
function usualVersion({ view }: Editor, experiment: string): VersionName {
  const won = view.get().winners.find((id) => experimentOf(id) === experiment);
  return won === undefined ? 'a' : versionOf(won);
}

function versionOf(id: string): VersionName {
  return id.slice(-1) as VersionName;
}
