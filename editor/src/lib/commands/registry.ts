import { arrangeCommands } from './arrange.ts';
import type { Command } from './command.ts';
import { commentCommand } from './comment.ts';
import { editCommands } from './edit.ts';
import { fragmentCommands } from './fragment.ts';
import { pageCommands } from './page.ts';
import { selectCommands } from './select.ts';
import { testVersionCommand } from './test-version.ts';
import { viewCommands } from './view.ts';

/** Everything a person can do, once. */
export const commands: readonly Command[] = [
  ...editCommands,
  ...arrangeCommands,
  ...fragmentCommands,
  testVersionCommand,
  ...selectCommands,
  commentCommand,
  ...viewCommands,
  ...pageCommands,
];

export function commandById(id: string): Command {
  const found = commands.find((command) => command.id === id);
  if (!found)
    throw new Error(`There is no command "${id}". Commands: ${commands.map((each) => each.id).join(', ')}.`);
  return found;
}
