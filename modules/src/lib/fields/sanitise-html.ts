import { isSafeLink } from './safe-address.ts';

const allowedTags = new Set(
  'p br hr strong em b i u s sub sup small code pre blockquote ul ol li h2 h3 h4 a'.split(' '),
);
const voidTags = new Set(['br', 'hr']);
// Their content is code or another language, not words: it goes with the tag.
const droppedWithContent = new Set(
  'script style template iframe object embed noscript noembed noframes xmp plaintext textarea title svg math select'.split(
    ' ',
  ),
);

export interface SanitisedHtml {
  readonly html: string;
  /** What was taken out, for people: `<script>`, `onclick`, `href="javascript:…"`. Empty = nothing was. */
  readonly removed: readonly string[];
}

/**
 * HTML with nothing but the elements and attributes of rich text: paragraphs, headings 2 to 4, lists, quotes, emphasis, code,
 * line breaks and safe links. It is written anew from what was understood, never passed through; tags are balanced, so that it
 * cannot end an element around it. Doing it twice changes nothing.
 */
export function sanitiseHtml(source: string): SanitisedHtml {
  const removed = new Set<string>();
  const open: string[] = [];
  let html = '';
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const end = next === -1 ? source.length : next;
    html += escapeText(source.slice(at, end));
    if (next === -1) break;
    const tag = readTag(source, next);
    at = tag.end;
    if (tag.kind === 'text') html += escapeText(source.slice(next, tag.end));
    else if (tag.kind === 'comment') removed.add('a comment');
    else if (!allowedTags.has(tag.name)) {
      if (tag.kind === 'open') removed.add(`<${tag.name}>`);
      if (tag.kind === 'open' && droppedWithContent.has(tag.name)) at = endOf(source, tag.name, at);
    } else if (tag.kind === 'close') {
      const depth = open.lastIndexOf(tag.name);
      if (depth !== -1) html += closing(open.splice(depth));
    } else if (tag.name === 'a' && open.includes('a')) removed.add('a link inside a link');
    else {
      html += `<${tag.name}${attributesOf(tag, removed)}>`;
      if (!voidTags.has(tag.name)) open.push(tag.name);
    }
  }
  return { html: html + closing(open), removed: [...removed] };
}

interface Tag {
  readonly kind: 'open' | 'close' | 'comment' | 'text';
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Index behind it. */
  readonly end: number;
}

const tagName = /<(\/?)([a-z][^\s/>]*)/iy;
const attribute = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/y;

function readTag(source: string, start: number): Tag {
  const nothing = { name: '', attributes: [] };
  if (source.startsWith('<!--', start)) {
    const end = source.indexOf('-->', start + 4);
    return { ...nothing, kind: 'comment', end: end === -1 ? source.length : end + 3 };
  }
  if (/[!?]|\/[^a-z]/iy.test(source.slice(start + 1, start + 3))) {
    const end = source.indexOf('>', start);
    return { ...nothing, kind: 'comment', end: end === -1 ? source.length : end + 1 };
  }
  tagName.lastIndex = start;
  const begin = tagName.exec(source);
  if (!begin) return { ...nothing, kind: 'text', end: start + 1 };
  const attributes: [string, string][] = [];
  let at = tagName.lastIndex;
  while (at < source.length) {
    attribute.lastIndex = at;
    const match = attribute.exec(source);
    if (!match) break;
    attributes.push([match[1]!.toLowerCase(), unescapeAttribute(match[2] ?? match[3] ?? match[4] ?? '')]);
    at = attribute.lastIndex;
  }
  const end = source.indexOf('>', at);
  return {
    kind: begin[1] ? 'close' : 'open',
    name: begin[2]!.toLowerCase(),
    attributes,
    end: end === -1 ? source.length : end + 1,
  };
}

function endOf(source: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi');
  close.lastIndex = from;
  const match = close.exec(source);
  if (!match) return source.length;
  const end = source.indexOf('>', match.index);
  return end === -1 ? source.length : end + 1;
}

function attributesOf(tag: Tag, removed: Set<string>): string {
  const kept = new Map<string, string>();
  for (const [name, value] of tag.attributes) {
    if (kept.has(name)) continue;
    if (tag.name === 'a' && name === 'href' && isSafeLink(value)) kept.set('href', value);
    else if (tag.name === 'a' && name === 'target' && value === '_blank') kept.set('target', value);
    else if (name === 'lang' && /^[a-z0-9-]+$/i.test(value)) kept.set(name, value);
    else if (name === 'dir' && /^(ltr|rtl|auto)$/.test(value)) kept.set(name, value);
    else if (name === 'href') removed.add(`href="${value.slice(0, 20)}…"`);
    // Written anew below whenever it is needed.
    else if (name !== 'rel') removed.add(name);
  }
  if (kept.has('target')) kept.set('rel', 'noopener');
  return [...kept].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
}

function closing(tags: readonly string[]): string {
  return [...tags]
    .reverse()
    .map((name) => `</${name}>`)
    .join('');
}

function escapeText(text: string): string {
  return text
    .replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
};

// An entity not known here stays as it is written and is escaped again, so that the browser sees what was checked.
function unescapeAttribute(value: string): string {
  return value.replace(/&(#39|[a-z]+);/g, (whole, name: string) => entities[name] ?? whole);
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
