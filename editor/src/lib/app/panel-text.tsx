import type { RichTextProps } from '../fields/field-tools.tsx';
import { TextLinkForm } from '../fields/text-link-form.tsx';
import { RichTextField } from '../text/index.ts';
import { useEditor } from './editor-context.tsx';

/** A formatted text in the panel, with the carets of others and links into the shop. */
export function PanelText(props: RichTextProps) {
  const { undo, awareness } = useEditor().open;
  return <RichTextField {...props} undo={undo} awareness={awareness} LinkForm={TextLinkForm} />;
}
