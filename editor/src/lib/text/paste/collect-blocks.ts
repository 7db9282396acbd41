import { addressOf } from './paste-address.ts';
import { type Block, joinWords, type PastedMark, type Words } from './paste-block.ts';
import { marksWithin } from './pasted-marks.ts';
import { isWordMarker, wordParagraph } from './word-paragraph.ts';

type Kind = Block extends infer B ? (B extends Block ? Omit<B, 'words'> : never) : never;

interface Around {
  readonly kind: Kind;
  readonly marks: ReadonlySet<PastedMark>;
  readonly href: string | undefined;
  readonly depth: number;
  readonly isPreformatted: boolean;
}

const names = (list: string): ReadonlySet<string> => new Set(list.toUpperCase().split(' '));

const dropped = names(
  'script style template noscript title meta link head xml svg math canvas iframe object embed video audio picture map ' +
    'input select textarea progress meter datalist rp rt',
);
const apart = names(
  'p div section article header footer main aside nav address figure figcaption dl dt dd fieldset form details summary ' +
    'center table caption thead tbody tfoot tr td th hr pre legend hgroup search dialog body',
);

/** The blocks of a pasted body, one behind the other. */
export function collectBlocks(body: HTMLElement): readonly Block[] {
  const blocks: Block[] = [];
  let kind: Kind = { kind: 'paragraph' };
  let words: Words[] = [];

  const end = () => {
    for (const block of splitAtEmptyLines({ ...kind, words: joinWords(words) } as Block)) blocks.push(block);
    words = [];
  };
  /** A block inside an item or quote is a line of it. */
  const begin = (next: Kind) => {
    if (next === kind && next.kind !== 'paragraph') {
      if (words.length > 0) words.push({ kind: 'break' });
      return;
    }
    end();
    kind = next;
  };

  const walk = (node: Node, around: Around): void => {
    if (node.nodeType === node.TEXT_NODE) add(node.nodeValue ?? '', around);
    if (!isHtml(node) || isLeftOut(node)) return;
    if (node.tagName === 'BR') words.push({ kind: 'break' });
    if (node.tagName === 'IMG') add(emojiOf(node), around);
    const inside = within(node, around);
    const isApart = inside.kind !== around.kind || apart.has(node.tagName);
    if (isApart) begin(inside.kind);
    for (const child of node.childNodes) walk(child, inside);
    if (isApart) begin(around.kind);
  };

  const add = (text: string, { marks, href, isPreformatted, kind: now }: Around) => {
    const isHeading = now.kind === 'h2' || now.kind === 'h3' || now.kind === 'h4';
    const look = {
      // Headings are bold already, and say so in every program.
      marks: [...marks].filter((mark) => !(isHeading && mark === 'bold')),
      ...(href !== undefined && { href }),
    };
    const lines = isPreformatted ? text.replace(/\n$/, '').split('\n') : [text];
    for (const [index, line] of lines.entries()) {
      if (index > 0) words.push({ kind: 'break' });
      words.push({ kind: 'text', text: oneSpace(line), ...look });
    }
  };

  const start: Around = {
    kind,
    marks: new Set(),
    href: undefined,
    depth: 0,
    isPreformatted: false,
  };
  for (const child of body.childNodes) walk(child, start);
  end();
  return blocks;
}

function within(element: HTMLElement, around: Around): Around {
  const tag = element.tagName;
  const isList = tag === 'UL' || tag === 'OL' || tag === 'MENU';
  return {
    kind: kindOf(element, around),
    marks: marksWithin(element, around.marks),
    href: tag === 'A' ? addressOf(element) : around.href,
    depth: around.depth + (isList ? 1 : 0),
    isPreformatted: around.isPreformatted || tag === 'PRE',
  };
}

function kindOf(element: HTMLElement, around: Around): Kind {
  const tag = element.tagName;
  const level = /^H([1-6])$/.exec(tag)?.[1] ?? headingRole(element);
  // A list in a heading, a heading in an item: what is outside wins, except that an item may be in anything.
  if (tag === 'LI') return itemOf(element, around);
  if (around.kind.kind !== 'paragraph') return around.kind;
  if (level) return { kind: level === '1' || level === '2' ? 'h2' : level === '3' ? 'h3' : 'h4' };
  if (tag === 'BLOCKQUOTE') return { kind: 'quote' };
  return (tag === 'P' && wordParagraph(element)) || around.kind;
}

function itemOf(item: HTMLElement, around: Around): Kind {
  // Word in the browser puts each item in a list of its own and says how deep it is beside it.
  const told = Number(item.dataset.ariaLevel ?? item.getAttribute('aria-level') ?? 0);
  const isOrdered = item.parentElement?.tagName === 'OL';
  return { kind: 'item', isOrdered, depth: Math.max(around.depth, told, 1) };
}

function headingRole(element: Element): string | undefined {
  return element.getAttribute('role') === 'heading' ? (element.getAttribute('aria-level') ?? '2') : undefined;
}

function isLeftOut(element: HTMLElement): boolean {
  const style = element.getAttribute('style') ?? '';
  return (
    dropped.has(element.tagName) ||
    element.hasAttribute('hidden') ||
    element.style.display === 'none' ||
    isWordMarker(element) ||
    /mso-hide:\s*all|mso-element:\s*comment|mso-comment-/i.test(style) ||
    element.className === 'Apple-interchange-newline'
  );
}

/** Some programs copy an emoji as a picture of it. */
function emojiOf(picture: Element): string {
  const alt = picture.getAttribute('alt') ?? '';
  return /^(\p{Extended_Pictographic}|\p{Emoji_Component}){1,12}$/u.test(alt) && /\P{ASCII}/u.test(alt)
    ? alt
    : '';
}

/** A space that must not break stays one between words; beside others it is there to be wide. */
function oneSpace(text: string): string {
  return text
    .replaceAll(/[\u200b\ufeff]/g, '')
    .replaceAll(/[ \t\r\n\f\u00a0]+/g, (spaces) => (spaces === '\u00a0' ? spaces : ' '));
}

/** Two line ends in a row are what a paragraph is elsewhere. */
function splitAtEmptyLines(block: Block): Block[] {
  if (block.kind !== 'paragraph') return [block];
  const parts: Words[][] = [[]];
  for (const [index, word] of block.words.entries()) {
    const isSecond = word.kind === 'break' && block.words[index - 1]?.kind === 'break';
    if (isSecond) parts.push([]);
    else parts.at(-1)!.push(word);
  }
  return parts.map((words) => ({ ...block, words: joinWords(words) }));
}

// By its namespace and not its class: the document may be of another window.
function isHtml(node: Node): node is HTMLElement {
  return (
    node.nodeType === node.ELEMENT_NODE && (node as Element).namespaceURI === 'http://www.w3.org/1999/xhtml'
  );
}
