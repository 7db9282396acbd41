import type { Json } from '@vitrine/content';
import { escapeText } from '../text/paste/blocks-to-html.ts';
import { type Component, textIn } from './component.ts';

/** Words of one piece by language; `''` are those without one. HTML that may hold anything. */
export type Words = ReadonlyMap<string, string>;

type Props = Readonly<Record<string, Json>>;

const headings = /^(heading|title|headline|page-title)$/;
const texts =
  /^(text|paragraph|rich-?text|richtext|html|freeform|text-block|list|quote|pullquote|verse|table|preformatted|core-paragraph|description|caption|subheading)$/;
const buttons = /^(button|link|cta|buttons?-link|button-link)$/;
const wordKeys = [
  'html',
  'text',
  'content',
  'body',
  'richtext',
  'children',
  'title',
  'heading',
  'value',
  'description',
];
const addressKeys = ['href', 'url', 'link', 'button_link', 'to'];
const labelKeys = ['label', 'text', 'button_label', 'title', 'children'];

/** What a piece says when it is a text, a heading or a button by its name; `undefined` when it is something else. */
export function wordsOf({ name, props }: Component): Words | undefined {
  const kind = kebab(name);
  if (headings.test(kind)) {
    return each(props, wordKeys, (words) => (isHtml(words, /<h[1-6]/i) ? words : `<h2>${plain(words)}</h2>`));
  }
  if (texts.test(kind)) return each(props, wordKeys, (words) => (isHtml(words) ? words : paragraphs(words)));
  if (!buttons.test(kind)) return undefined;
  const html = textIn(props.html);
  if (html !== undefined) return new Map([['', html]]);
  const address = addressKeys.map((key) => textIn(props[key])).find((value) => value !== undefined);
  return each(props, labelKeys, (label) =>
    address === undefined
      ? `<p>${plain(label)}</p>`
      : `<p><a href="${escapeText(address)}">${plain(label)}</a></p>`,
  );
}

/** Whether something is called like a text. */
export function isText(name: string): boolean {
  return texts.test(kebab(name));
}

/** `RichText` and `rich_text` are `rich-text`. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_/.:]+/g, '-')
    .toLowerCase();
}

/** Two pieces below each other. Where one has no words in a language, it has those without one there too. */
export function joined(one: Words, other: Words): Words {
  const locales = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...locales].map((locale) => [
      locale,
      [one, other].map((words) => words.get(locale) ?? words.get('') ?? '').join(''),
    ]),
  );
}

function each(props: Props, keys: readonly string[], write: (words: string) => string): Words | undefined {
  const key = keys.find((name) => textIn(props[name]) !== undefined);
  if (key === undefined) return undefined;
  const all = new Map<string, string>();
  for (const [name, value] of Object.entries(props)) {
    const words = textIn(value);
    if (words === undefined) continue;
    if (name === key) all.set('', write(words));
    else if (name.startsWith(`${key}@`)) all.set(name.slice(key.length + 1), write(words));
  }
  return all;
}

// A text may well have a < in it.
const tags =
  /<\/?(a|abbr|b|blockquote|br|code|div|em|figure|h[1-6]|i|img|li|mark|ol|p|pre|s|small|span|strong|sub|sup|table|u|ul)\b[^>]*>/i;

function isHtml(words: string, like = tags): boolean {
  return like.test(words);
}

function plain(words: string): string {
  return isHtml(words) ? words.replace(/<\/?(p|div|h[1-6])\b[^>]*>/gi, '') : escapeText(words);
}

function paragraphs(words: string): string {
  return words
    .split(/\n\s*\n/)
    .map((part) => `<p>${escapeText(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}
