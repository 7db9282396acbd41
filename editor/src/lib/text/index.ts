// The one door to everything that needs Lexical. The rest of the editor imports it with `import()` only, so that nobody waits
// for it who writes no text.
export { type MountedPlainText, type MountPlainTextOptions, mountPlainText } from './mount-plain-text.ts';
export { type MountedRichText, type MountRichTextOptions, mountRichText } from './mount-rich-text.ts';
export type { TextCommand, TextFormat, TextLink, TextState } from './text-format.ts';
export type { LinkForm, LinkFormProps } from './toolbar/link-form.ts';
export { RichTextField, type RichTextFieldProps } from './toolbar/rich-text-field.tsx';
export { RichTextToolbar, type RichTextToolbarProps } from './toolbar/rich-text-toolbar.tsx';
