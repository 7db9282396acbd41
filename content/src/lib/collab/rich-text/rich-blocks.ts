/** Rich text as it is understood here, between HTML on the one side and the shared tree of a text editor on the other. */
export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly inline: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly inline: readonly Inline[] }
  | ListBlock;

export type HeadingLevel = 2 | 3 | 4;

export interface ListBlock {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  readonly items: readonly ListItem[];
}

/** A list inside a list is an item of its own behind the words it belongs to. */
export type ListItem =
  | { readonly kind: 'words'; readonly inline: readonly Inline[] }
  | { readonly kind: 'nested'; readonly list: ListBlock };

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly format: number; readonly link?: LinkFacts }
  | { readonly kind: 'break'; readonly link?: LinkFacts };

/** Neighbours with the same object are one link. */
export interface LinkFacts {
  readonly href: string;
  readonly isNewTab: boolean;
}

/** Bits of a text's format, with the element of each; in the order elements are nested. */
export const formats = [
  { bit: 1, tag: 'strong' },
  { bit: 2, tag: 'em' },
  { bit: 8, tag: 'u' },
  { bit: 4, tag: 's' },
  { bit: 16, tag: 'code' },
  { bit: 32, tag: 'sub' },
  { bit: 64, tag: 'sup' },
] as const;

/** Without empty texts; neighbours of one kind are one. */
export function joinInline(inline: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const each of inline) {
    const last = joined.at(-1);
    if (each.kind === 'text' && each.text === '') continue;
    if (
      each.kind === 'text' &&
      last?.kind === 'text' &&
      last.format === each.format &&
      last.link === each.link
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + each.text };
    } else joined.push(each);
  }
  return joined;
}

export function isEmpty(blocks: readonly Block[]): boolean {
  const [first, ...others] = blocks;
  return !first || (others.length === 0 && first.kind === 'paragraph' && first.inline.length === 0);
}
