import type { Editor } from '../../app/editor.ts';
import type { Restored } from './restore.ts';

/** Says what became of bringing something back. */
export function tellRestored(editor: Pick<Editor, 'tell'>, outcome: Restored, sentence: string): void {
  if (outcome.kind === 'failed') editor.tell(`It could not be brought back. ${outcome.message}`);
  else if (outcome.kind === 'elsewhere') editor.tell(`${sentence} ${outcome.message} Undo takes that back.`);
  else editor.tell(`${sentence} Undo takes that back.`);
}
