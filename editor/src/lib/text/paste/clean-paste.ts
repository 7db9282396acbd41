import { everyFormat, type TextFormat } from '../text-format.ts';
import { blocksToHtml } from './blocks-to-html.ts';
import { collectBlocks } from './collect-blocks.ts';
import { type Block, joinWords } from './paste-block.ts';

export interface CleanPasteOptions {
  /** Default: all of them. What is left out becomes paragraphs and plain words. */
  readonly formats?: ReadonlySet<TextFormat>;
}

/**
 * What a text can hold of HTML from a clipboard: paragraphs, headings 2 to 4, quotes, lists, links that are safe, marks. Knows
 * the ways of Word, Google Docs and the web; of a table the words stay, of a picture nothing. Doing it twice changes nothing.
 */
export function cleanPaste(html: string, { formats = everyFormat }: CleanPasteOptions = {}): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks = collectBlocks(body).map((block) => within(formats, block));
  return blocksToHtml(blocks);
}

/** Plain text as HTML: an empty line ends a paragraph, any other line end is kept. */
export function plainToHtml(text: string): string {
  const paragraphs = text.replaceAll(/\r\n?/g, '\n').split(/\n[^\S\n]*\n/);
  return blocksToHtml(
    paragraphs.map((lines) => ({
      kind: 'paragraph',
      words: lines.split('\n').flatMap((line, index) => {
        const words = { kind: 'text', text: line, marks: [] } as const;
        return index === 0 ? [words] : [{ kind: 'break' } as const, words];
      }),
    })),
  );
}

function within(formats: ReadonlySet<TextFormat>, block: Block): Block {
  const words = joinWords(
    block.words.map((part) => {
      if (part.kind === 'break') return part;
      const { href, ...plain } = part;
      const marks = part.marks.filter((mark) => mark === 'sub' || mark === 'sup' || formats.has(mark));
      return { ...plain, marks, ...(href && formats.has('link') && { href }) };
    }),
  );
  if (block.kind === 'item') {
    return formats.has(block.isOrdered ? 'number' : 'bullet')
      ? { ...block, words }
      : { kind: 'paragraph', words };
  }
  return block.kind === 'paragraph' || formats.has(block.kind)
    ? { ...block, words }
    : { kind: 'paragraph', words };
}
