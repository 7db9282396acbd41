import type { Command } from './command.ts';

export const testVersionCommand: Command = {
  id: 'test-version',
  title: 'Test another version …',
  group: 'Arrange',
  capability: 'content.write',
  isEnabled: ({ selection, page }) => selection.length === 1 && page.node(selection[0]!)?.type !== 'outlet',
  run: (editor) =>
    void import('../experiments/begin-test.ts').then(
      ({ beginTest }) => beginTest(editor),
      () => editor.tell('Tests could not be loaded. Try again when the network is back.'),
    ),
};
