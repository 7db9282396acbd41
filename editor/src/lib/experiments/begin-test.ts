import type { Editor } from '../app/editor.ts';
import { versionMark } from './version-marks.ts';
import { versionRefusal } from './versions-on-page.ts';

/** Why what is selected cannot be tested against another version of it, in a sentence. */
export function testRefusal(editor: Editor): string | undefined {
  const [id, ...others] = editor.selection;
  if (id === undefined || others.length > 0) return 'Select the one module first that shall be tested.';
  const { audiences } = editor.page.node(id) ?? {};
  if (versionMark(audiences)) return 'It is under test already. Add a version in its settings.';
  // Of the audiences a module is for any one is enough, so its versions would be for all of those.
  if (audiences?.some((each) => !each.startsWith('!')))
    return 'It is for some visitors only. Put it into a section, show that to them, and test what is in it.';
  return versionRefusal(editor, id);
}

/** Asks what shall be tested. */
export function beginTest(editor: Editor): void {
  const refused = testRefusal(editor);
  if (refused !== undefined) editor.tell(refused);
  else editor.view.set({ dialog: 'test-version' });
}
