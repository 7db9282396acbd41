import { Button } from '@mantine/core';
import { useEditor } from '../app/editor-context.tsx';
import { focusText } from './focus-text.ts';
import { type TranslationWatch, translationWatch } from './translated.ts';

/** Says of a translation whose original has changed that it holds for what stands there now. */
export function StillRight({
  row,
}: {
  row: Parameters<TranslationWatch['confirm']>[0] & { readonly label: string };
}) {
  const editor = useEditor();
  return (
    <Button
      size="compact-xs"
      variant="light"
      aria-label={`Still right: ${row.label}`}
      onClick={({ currentTarget }) => {
        focusText(currentTarget);
        translationWatch(editor)
          .confirm(row)
          .catch((error: Error) => editor.say(error.message));
      }}
    >
      Still right
    </Button>
  );
}
