import type { Block, Inline, LinkFacts, ListBlock } from './rich-blocks.ts';

/** What an element of the shared tree holds: elements, and texts with the formats of their stretches. */
export type RichPart = RichElement | readonly Run[];

export interface RichElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly RichPart[];
}

export interface Run {
  readonly text: string;
  readonly format: number;
}

export function partsOfBlocks(blocks: readonly Block[]): readonly RichElement[] {
  // Born with a text to type in: what others type into it is theirs, and undo leaves it.
  if (blocks.length === 0) return [element('paragraph', {}, [[]])];
  return blocks.map((block) => {
    if (block.kind === 'list') return partOfList(block);
    return element('paragraph', { s_kind: kindOf(block) }, partsOfInline(block.inline));
  });
}

/** The kind is a fact of the element: it is still the same one, with what others write in it, when it is a heading. */
function kindOf(block: Exclude<Block, ListBlock>): string | undefined {
  if (block.kind === 'heading') return `h${block.level}`;
  return block.kind === 'quote' ? 'quote' : undefined;
}

function partOfList({ isOrdered, items }: ListBlock): RichElement {
  const children = items.map((item) =>
    element('listitem', {}, item.kind === 'nested' ? [partOfList(item.list)] : partsOfInline(item.inline)),
  );
  return element('list', isOrdered ? {} : { __tag: 'ul', __listType: 'bullet' }, children);
}

function partsOfInline(inline: readonly Inline[]): readonly RichPart[] {
  const parts: RichPart[] = [];
  for (let at = 0; at < inline.length; ) {
    const { link } = inline[at]!;
    let end = at;
    while (end < inline.length && inline[end]!.link === link) end++;
    const words = partsOfWords(inline.slice(at, end));
    if (link) parts.push(element('link', attributesOf(link), words));
    else parts.push(...words);
    at = end;
  }
  return parts.length > 0 ? parts : [[]];
}

function partsOfWords(inline: readonly Inline[]): readonly RichPart[] {
  const parts: RichPart[] = [];
  let runs: Run[] = [];
  for (const each of inline) {
    if (each.kind === 'text') {
      runs.push({ text: each.text, format: each.format });
      continue;
    }
    if (runs.length > 0) parts.push(runs);
    runs = [];
    parts.push(element('linebreak', {}, []));
  }
  if (runs.length > 0) parts.push(runs);
  return parts;
}

function attributesOf({ href, isNewTab }: LinkFacts): RichElement['attributes'] {
  return { __url: href, ...(isNewTab && { __target: '_blank', __rel: 'noopener' }) };
}

function element(
  name: string,
  attributes: RichElement['attributes'],
  children: readonly RichPart[],
): RichElement {
  return { name, attributes, children };
}
