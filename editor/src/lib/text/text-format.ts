export const blockFormats = ['paragraph', 'h2', 'h3', 'h4', 'quote', 'bullet', 'number'] as const;
export const marks = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;

export type BlockFormat = (typeof blockFormats)[number];
export type Mark = (typeof marks)[number];

/** What a rich text may be made to hold; paragraphs and line breaks are always there. */
export type TextFormat = Exclude<BlockFormat, 'paragraph'> | Mark | 'link';

export const everyFormat: ReadonlySet<TextFormat> = new Set([
  'h2',
  'h3',
  'h4',
  'quote',
  'bullet',
  'number',
  ...marks,
  'link',
]);

/** Where words of a text lead. */
export interface TextLink {
  readonly href: string;
  /** Opens a tab of its own. Default: no. */
  readonly newTab?: boolean;
}

/** What a person can do to the selected words. Setting what is already there takes it away. */
export type TextCommand =
  | { readonly kind: 'block'; readonly block: BlockFormat }
  | { readonly kind: 'mark'; readonly mark: Mark }
  /** `null` takes the link away. */
  | { readonly kind: 'link'; readonly href: null }
  | ({ readonly kind: 'link' } & TextLink)
  /** A list item one level in or out. */
  | { readonly kind: 'indent' }
  | { readonly kind: 'outdent' }
  /** Back to plain paragraphs without marks or links; lists stay lists. */
  | { readonly kind: 'clear' };

/** What the selected words are; a format of only some of them is not named. */
export interface TextState {
  readonly block: BlockFormat | undefined;
  readonly marks: ReadonlySet<Mark>;
  readonly link: TextLink | undefined;
  readonly isCollapsed: boolean;
  readonly isFocused: boolean;
  readonly isEmpty: boolean;
}
