import type { Command } from './command.ts';

export const commentCommand: Command = {
  id: 'comment',
  title: 'Comment on this module',
  group: 'Edit',
  // The second is what a Mac makes of it.
  keys: ['Mod+Alt+M', 'Mod+Alt+Μ'],
  whileTyping: true,
  isEnabled: (editor) => editor.selection.length > 0,
  run: (editor) =>
    void import('../comments/begin-comment.ts').then(
      ({ beginComment }) => beginComment(editor),
      () => editor.tell('Comments could not be loaded. Try again when the network is back.'),
    ),
};
