import type { Editor } from '../app/editor.ts';

export type CommandGroup = 'Edit' | 'Arrange' | 'Select' | 'Insert' | 'View' | 'Page';

/** Something a person can do. Menus, shortcuts, the command palette and tests are all made from these. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /** As `Mod+Shift+D`; `Mod` is Ctrl, on a Mac Cmd. The first is shown. */
  readonly keys?: readonly string[];
  readonly capability?: 'content.write' | 'content.publish';
  /** Its keys are meant in fields and texts too. Default false. */
  readonly whileTyping?: boolean;
  /** Default: always. */
  isEnabled?(editor: Editor): boolean;
  run(editor: Editor): void;
}

export function isEnabled(command: Command, editor: Editor): boolean {
  if (command.capability === 'content.write' && !editor.canWrite) return false;
  if (command.capability && !editor.can(command.capability)) return false;
  return command.isEnabled?.(editor) ?? true;
}
