import { readTokens } from './html-tokens.ts';
import {
  type Block,
  formats,
  type HeadingLevel,
  type Inline,
  joinInline,
  type LinkFacts,
  type ListBlock,
  type ListItem,
} from './rich-blocks.ts';

/** Blocks of any HTML: what they do not know gives its words to what is nearest. */
export function htmlToBlocks(html: string): readonly Block[] {
  const reader = new BlockReader();
  for (const token of readTokens(html)) {
    if (token.kind === 'text') reader.text(token.text);
    else if (token.kind === 'open') reader.open(token.tag, token.attributes);
    else reader.close(token.tag);
  }
  return reader.end();
}

const bits: ReadonlyMap<string, number> = new Map([
  ...formats.map(({ tag, bit }) => [tag, bit] as const),
  ['b', 1],
  ['i', 2],
  ['del', 4],
  ['strike', 4],
]);

type WordsKind =
  | { readonly kind: 'paragraph' | 'quote' }
  | { readonly kind: 'heading'; readonly level: HeadingLevel };

interface OpenList {
  readonly isOrdered: boolean;
  readonly items: ListItem[];
  /** Whether the item that is open has given something already. */
  isItemFilled: boolean;
  isItemOpen: boolean;
}

class BlockReader {
  readonly #blocks: Block[] = [];
  readonly #lists: OpenList[] = [];
  readonly #formats = new Map<string, number>();
  #inline: Inline[] = [];
  /** The block words go to when they are not in a list; `undefined` between blocks. */
  #words: WordsKind | undefined;
  #quotes = 0;
  #preformatted = 0;
  /** A line end right behind `<pre>` is none. */
  #isPreStart = false;
  #link: LinkFacts | undefined;
  /** Blocks inside a quote or an item become lines of it. */
  #isLineDue = false;

  text(text: string): void {
    if (this.#preformatted > 0) {
      this.#addLines(text);
      return;
    }
    const isBlank = /^[ \t\r\n\f]*$/.test(text);
    if (isBlank && this.#inline.length === 0) return;
    this.#add({ kind: 'text', text: text.replace(/[ \t\r\n\f]+/g, ' '), format: this.#format() });
  }

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (tag === 'br') this.#add({ kind: 'break' });
    else if (tag === 'a') this.#link = linkOf(attributes);
    else if (bits.has(tag)) this.#formats.set(tag, (this.#formats.get(tag) ?? 0) + 1);
    else if (tag === 'ul' || tag === 'ol') this.#openList(tag === 'ol');
    else if (tag === 'li') this.#openItem();
    else if (tag === 'blockquote') {
      this.#startBlock({ kind: 'quote' });
      this.#quotes++;
    } else if (tag === 'hr') this.#endBlock();
    else if (tag === 'pre') {
      this.#startBlock({ kind: 'paragraph' });
      this.#preformatted++;
      this.#isPreStart = true;
    } else {
      const block = blockOf(tag);
      if (block) this.#startBlock(block);
    }
  }

  close(tag: string): void {
    if (tag === 'a') this.#link = undefined;
    else if (bits.has(tag)) this.#formats.set(tag, Math.max(0, (this.#formats.get(tag) ?? 0) - 1));
    else if (tag === 'ul' || tag === 'ol') this.#closeList();
    else if (tag === 'li') this.#closeItem();
    else if (tag === 'blockquote') {
      this.#quotes = Math.max(0, this.#quotes - 1);
      if (this.#quotes === 0) this.#endBlock();
    } else if (tag === 'pre') {
      this.#preformatted = Math.max(0, this.#preformatted - 1);
      if (this.#inline.at(-1)?.kind === 'break') this.#inline.pop();
      this.#endBlock();
    } else if (blockOf(tag)) this.#endBlock();
  }

  end(): readonly Block[] {
    while (this.#lists.length > 0) this.#closeList();
    this.#finishBlock();
    return this.#blocks;
  }

  #addLines(text: string): void {
    const lines = (this.#isPreStart ? text.replace(/^\r?\n/, '') : text).split(/\r\n?|\n/);
    this.#isPreStart = false;
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.#add({ kind: 'break' });
      // All spaces count here; those a browser would drop become ones it keeps.
      const kept = line.replaceAll('\t', '  ').replace(/^ | (?= |$)/g, '\u00a0');
      if (kept) this.#add({ kind: 'text', text: kept, format: this.#format() });
    }
  }

  #isInside(): boolean {
    return this.#quotes > 0 || this.#lists.at(-1)?.isItemOpen === true;
  }

  #add(inline: Inline): void {
    if (this.#isLineDue && inline.kind === 'text' && this.#inline.length > 0) {
      this.#inline.push({ kind: 'break' });
    }
    this.#isLineDue = false;
    const list = this.#lists.at(-1);
    if (!list) this.#words ??= { kind: this.#quotes > 0 ? 'quote' : 'paragraph' };
    else if (!list.isItemOpen) {
      list.isItemOpen = true;
      list.isItemFilled = false;
    }
    this.#inline.push(this.#link ? { ...inline, link: this.#link } : inline);
  }

  #startBlock(words: WordsKind): void {
    if (this.#isInside()) {
      this.#isLineDue = true;
      return;
    }
    this.#finishBlock();
    if (!this.#lists.length) this.#words = words;
  }

  #endBlock(): void {
    if (this.#isInside()) this.#isLineDue = true;
    else if (!this.#lists.length) this.#finishBlock();
  }

  #finishBlock(): void {
    const inline = this.#takeInline();
    if (this.#words) this.#blocks.push({ ...this.#words, inline: unlessBlankLine(this.#words, inline) });
    this.#words = undefined;
  }

  #openList(isOrdered: boolean): void {
    const around = this.#lists.at(-1);
    if (around) this.#finishItem(around);
    else this.#finishBlock();
    this.#lists.push({ isOrdered, items: [], isItemFilled: false, isItemOpen: false });
  }

  #openItem(): void {
    const list = this.#lists.at(-1);
    if (!list) {
      this.#startBlock({ kind: 'paragraph' });
      return;
    }
    if (list.isItemOpen) this.#closeItem();
    list.isItemOpen = true;
    list.isItemFilled = false;
  }

  #closeItem(): void {
    const list = this.#lists.at(-1);
    if (!list) this.#endBlock();
    if (!list?.isItemOpen) return;
    this.#finishItem(list);
    if (!list.isItemFilled) list.items.push({ kind: 'words', inline: [] });
    list.isItemOpen = false;
  }

  /** Gives what is written so far to the list, as an item. */
  #finishItem(list: OpenList): void {
    const inline = this.#takeInline();
    if (inline.length === 0) return;
    list.items.push({ kind: 'words', inline });
    list.isItemFilled = true;
  }

  #closeList(): void {
    const list = this.#lists.at(-1);
    if (!list) return;
    this.#closeItem();
    this.#lists.pop();
    if (list.items.length === 0) return;
    const block: ListBlock = { kind: 'list', isOrdered: list.isOrdered, items: list.items };
    const around = this.#lists.at(-1);
    if (!around) {
      this.#blocks.push(block);
      return;
    }
    around.items.push({ kind: 'nested', list: block });
    around.isItemFilled = true;
    around.isItemOpen = true;
  }

  #takeInline(): readonly Inline[] {
    const inline = tidy(this.#inline);
    this.#inline = [];
    this.#isLineDue = false;
    return inline;
  }

  #format(): number {
    let format = this.#preformatted > 0 ? 16 : 0;
    for (const [tag, count] of this.#formats) if (count > 0) format |= bits.get(tag)!;
    return format;
  }
}

function blockOf(tag: string): WordsKind | undefined {
  if (tag === 'p' || tag === 'div') return { kind: 'paragraph' };
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (!level) return undefined;
  return { kind: 'heading', level: Math.min(4, Math.max(2, Number(level))) as HeadingLevel };
}

function linkOf(attributes: ReadonlyMap<string, string>): LinkFacts | undefined {
  const href = attributes.get('href');
  return href === undefined ? undefined : { href, isNewTab: attributes.get('target') === '_blank' };
}

/** As a browser shows it: one space where there are several, none at the edges of lines. */
function tidy(inline: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = [];
  let isSpaceBefore = true;
  for (const each of inline) {
    if (each.kind === 'break') {
      trimEnd(out);
      out.push(each);
      isSpaceBefore = true;
      continue;
    }
    let text = each.text.replace(/ +/g, ' ');
    if (isSpaceBefore && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    isSpaceBefore = text.endsWith(' ');
    out.push({ ...each, text });
  }
  trimEnd(out);
  return joinInline(out);
}

function trimEnd(inline: Inline[]): void {
  const last = inline.at(-1);
  if (last?.kind !== 'text' || !last.text.endsWith(' ')) return;
  const text = last.text.slice(0, -1);
  if (text === '') inline.pop();
  else inline[inline.length - 1] = { ...last, text };
}

/** `<p><br></p>` is how an empty paragraph is written so that it is seen. */
function unlessBlankLine(words: WordsKind, inline: readonly Inline[]): readonly Inline[] {
  return words.kind === 'paragraph' && inline.length === 1 && inline[0]!.kind === 'break' ? [] : inline;
}
