import { EditorFieldTools } from '../app/field-tools.tsx';
import { TextLinkForm } from '../fields/text-link-form.tsx';
import { type MountedRichText, RichTextToolbar } from '../text/index.ts';

/** What can be done to the words of a formatted text on the canvas, beside them. Links find what is in the shop. */
export function TextToolbar({ text, label }: { text: MountedRichText; label: string }) {
  return (
    <EditorFieldTools>
      <RichTextToolbar text={text} placement="floating" label={label} LinkForm={TextLinkForm} />
    </EditorFieldTools>
  );
}
