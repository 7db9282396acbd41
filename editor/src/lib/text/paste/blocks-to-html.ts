import { type Block, joinWords, type PastedMark, type Words } from './paste-block.ts';

const tags: Readonly<Record<Exclude<Block['kind'], 'item'>, string>> = {
  paragraph: 'p',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  quote: 'blockquote',
};

/** Written anew from what was understood, never passed through. Blocks without words are left out. */
export function blocksToHtml(blocks: readonly Block[]): string {
  let html = '';
  const open: ('ul' | 'ol')[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop()}>`;
  };
  for (const block of blocks) {
    const words = writeWords(joinWords(block.words));
    if (words === '') continue;
    if (block.kind !== 'item') {
      closeTo(0);
      html += `<${tags[block.kind]}>${words}</${tags[block.kind]}>`;
      continue;
    }
    const list = block.isOrdered ? 'ol' : 'ul';
    const depth = Math.min(Math.max(1, block.depth), open.length + 1);
    closeTo(depth);
    if (open.length === depth && open.at(-1) !== list) closeTo(depth - 1);
    if (open.length === depth) html += '</li><li>';
    else {
      open.push(list);
      html += `<${list}><li>`;
    }
    html += words;
  }
  closeTo(0);
  return html;
}

const markTags: readonly (readonly [PastedMark, string])[] = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strikethrough', 's'],
  ['code', 'code'],
  ['sub', 'sub'],
  ['sup', 'sup'],
];

function writeWords(words: readonly Words[]): string {
  let html = '';
  let href: string | undefined;
  for (const [index, part] of words.entries()) {
    const next = part.kind === 'text' ? part.href : breakHref(words, index);
    if (next !== href) {
      if (href !== undefined) html += '</a>';
      if (next !== undefined) html += `<a href="${escapeText(next)}">`;
      href = next;
    }
    html += part.kind === 'break' ? '<br>' : writeMarks(part.text, part.marks);
  }
  return href === undefined ? html : `${html}</a>`;
}

/** A line end between two parts of one link belongs to it. */
function breakHref(words: readonly Words[], index: number): string | undefined {
  const [before, after] = [words[index - 1], words[index + 1]];
  if (before?.kind !== 'text' || after?.kind !== 'text') return undefined;
  return before.href === after.href ? before.href : undefined;
}

function writeMarks(text: string, marks: readonly PastedMark[]): string {
  const around = markTags.filter(([mark]) => marks.includes(mark)).map(([, tag]) => tag);
  const start = around.map((tag) => `<${tag}>`).join('');
  const end = around.toReversed().map((tag) => `</${tag}>`);
  return `${start}${escapeText(text)}${end.join('')}`;
}

/** As it is written into HTML, also within quotes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
