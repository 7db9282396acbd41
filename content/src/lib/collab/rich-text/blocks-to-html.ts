import { encodeAttribute, encodeText } from './html-entities.ts';
import {
  type Block,
  formats,
  type Inline,
  isEmpty,
  joinInline,
  type LinkFacts,
  type ListBlock,
} from './rich-blocks.ts';

/** The one HTML of these blocks; nothing in it that the fields for rich text would take out. Empty for no words at all. */
export function blocksToHtml(blocks: readonly Block[]): string {
  return isEmpty(blocks) ? '' : blocks.map(writeBlock).join('');
}

function writeBlock(block: Block): string {
  if (block.kind === 'list') return writeList(block);
  const inline = writeInline(block.inline);
  if (block.kind === 'heading') return `<h${block.level}>${inline}</h${block.level}>`;
  if (block.kind === 'quote') return `<blockquote>${inline}</blockquote>`;
  // A paragraph without a line is not seen.
  return `<p>${inline || '<br>'}</p>`;
}

function writeList({ isOrdered, items }: ListBlock): string {
  let html = '';
  let isOpen = false;
  for (const item of items) {
    if (item.kind === 'words') {
      html += `${isOpen ? '</li>' : ''}<li>${writeInline(item.inline)}`;
      isOpen = true;
      continue;
    }
    const nested = writeList(item.list);
    if (!nested) continue;
    html += `${isOpen ? '' : '<li>'}${nested}`;
    isOpen = true;
  }
  if (!isOpen) return '';
  const tag = isOrdered ? 'ol' : 'ul';
  return `<${tag}>${html}</li></${tag}>`;
}

function writeInline(inline: readonly Inline[]): string {
  const parts = keepSpaces(joinInline(inline.map(withSafeLink)));
  let html = '';
  for (let at = 0; at < parts.length; ) {
    const { link } = parts[at]!;
    let end = at;
    while (end < parts.length && parts[end]!.link === link) end++;
    const words = writeFormats(parts.slice(at, end));
    html += link ? `<a${attributesOf(link)}>${words}</a>` : words;
    at = end;
  }
  return html;
}

function withSafeLink(inline: Inline): Inline {
  if (!inline.link || isSafe(inline.link.href)) return inline;
  const { link: _, ...words } = inline;
  return words;
}

function attributesOf({ href, isNewTab }: LinkFacts): string {
  return ` href="${encodeAttribute(href)}"${isNewTab ? ' target="_blank" rel="noopener"' : ''}`;
}

function writeFormats(parts: readonly Inline[]): string {
  let html = '';
  let open: readonly string[] = [];
  for (const [at, part] of parts.entries()) {
    // A line end belongs to what stands on both sides of it.
    const tags = tagsOf(part.kind === 'text' ? part : parts.slice(at).find(({ kind }) => kind === 'text'));
    let same = 0;
    while (same < open.length && open[same] === tags[same]) same++;
    html += closing(open.slice(same));
    open = open.slice(0, same);
    if (part.kind === 'break') {
      html += '<br>';
      continue;
    }
    html += tags
      .slice(same)
      .map((tag) => `<${tag}>`)
      .join('');
    html += encodeText(part.text);
    open = tags;
  }
  return html + closing(open);
}

function tagsOf(part: Inline | undefined): readonly string[] {
  if (part?.kind !== 'text') return [];
  return formats.filter(({ bit }) => (part.format & bit) !== 0).map(({ tag }) => tag);
}

function closing(tags: readonly string[]): string {
  return tags
    .map((tag) => `</${tag}>`)
    .toReversed()
    .join('');
}

/** Spaces a browser would not show become ones it shows. */
function keepSpaces(inline: readonly Inline[]): readonly Inline[] {
  let isEdge = true;
  return inline.map((each, index) => {
    if (each.kind === 'break') {
      isEdge = true;
      return each;
    }
    const isLast = inline[index + 1]?.kind !== 'text';
    let text = '';
    for (let at = 0; at < each.text.length; at++) {
      const letter = each.text[at]!;
      const isSpace = letter === ' ';
      text += isSpace && (isEdge || (isLast && at === each.text.length - 1)) ? '\u00a0' : letter;
      isEdge = isSpace && !isEdge;
    }
    return { ...each, text };
  });
}

/** Addresses that lead somewhere and run nothing; anything else is written as words. */
function isSafe(href: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so what follows could be a scheme.
  if (/[\u0000-\u001f\u007f-\u009f]/.test(href)) return false;
  const scheme = /^\s*([a-z][a-z\d+.-]*):/i.exec(href)?.[1];
  if (scheme) return ['http', 'https', 'mailto', 'tel', 'sms'].includes(scheme.toLowerCase());
  return !href.split(/[/?#]/, 1)[0]!.includes(':');
}
