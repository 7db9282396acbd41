import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useEditor } from '../app/editor-context.tsx';
import { EditorFieldTools } from '../app/field-tools.tsx';
import { commandById } from '../commands/registry.ts';
import { printedKeys } from '../commands/shortcuts.ts';
import { TextLinkForm } from '../fields/text-link-form.tsx';
import { type MountedRichText, RichTextToolbar } from '../text/index.ts';

/** What can be done to the words of a formatted text on the canvas, beside them. Links find what is in the shop. */
export function TextToolbar({ text, label }: { text: MountedRichText; label: string }) {
  return (
    <EditorFieldTools>
      <RichTextToolbar text={text} placement="floating" label={label} LinkForm={TextLinkForm}>
        <CommentButton />
      </RichTextToolbar>
    </EditorFieldTools>
  );
}

function CommentButton() {
  const editor = useEditor();
  const command = commandById('comment');
  return (
    <Tooltip label={`Comment  ${printedKeys(command.keys?.[0] ?? '')}`} openDelay={400}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label="Comment"
        // The words stay selected until it is known which they are.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => command.run(editor)}
      >
        <IconMessage size={17} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
