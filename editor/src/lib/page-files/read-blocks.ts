import type { Json } from '@vitrine/content';
import { type Component, type ForeignPage, isList, isObject, textIn } from './component.ts';

const BLOCK = /^\s+(?<end>\/)?wp:(?<name>[a-z0-9/-]+)\s+(?<facts>\{.*\}\s+)?(?<alone>\/)?$/s;

/** Deeper is an accident or an attack. */
const DEEPEST = 40;

interface Open {
  readonly name: string;
  readonly props: Readonly<Record<string, Json>>;
  readonly children: Component[];
  html: string;
}

/** A page of the WordPress block editor as it is stored: HTML with a comment around each block; `undefined` when it is none. */
export function readBlocks(text: string): ForeignPage | undefined {
  if (!/<!--\s+wp:/.test(text)) return undefined;
  const page = open('page', {});
  const trail: Open[] = [page];
  let from = 0;
  const close = () => {
    const ended = trail.pop()!;
    trail.at(-1)!.children.push(component(ended));
  };
  for (const { inside, start, after } of comments(text)) {
    const groups = BLOCK.exec(inside)?.groups;
    if (!groups) continue;
    loose(trail, text.slice(from, start));
    from = after;
    const { end, name = '', facts, alone } = groups;
    if (end !== undefined) {
      // One that was never opened ends nothing; one inside it that was never closed ends with it.
      const depth = trail.findLastIndex((each, index) => index > 0 && each.name === name);
      while (depth > 0 && trail.length > depth) close();
    } else if (trail.length <= DEEPEST) {
      trail.push(open(name, factsIn(facts)));
      if (alone !== undefined) close();
    }
  }
  loose(trail, text.slice(from));
  while (trail.length > 1) close();
  return { from: 'WordPress', seo: {}, components: page.children, leftOut: 0 };
}

/** What stands in comments. Each character is looked at once, whatever somebody wrote. */
function* comments(text: string) {
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) return;
    yield { inside: text.slice(start + 4, close), start, after: close + 3 };
    start = text.indexOf('<!--', close + 3);
  }
}

// Between blocks at the top there are words of the classic editor; within a block it is the block's own HTML.
function loose(trail: readonly Open[], html: string): void {
  if (html.trim() === '') return;
  const around = trail.at(-1)!;
  if (trail.length > 1) around.html += html;
  else around.children.push(component({ ...open('freeform', {}), html }));
}

function open(name: string, props: Readonly<Record<string, Json>>): Open {
  return { name, props, children: [], html: '' };
}

/** A page as the API of WordPress answers it to an editor: with `content.raw`; `undefined` when it is none. */
export function readWordPress(value: unknown): ForeignPage | undefined {
  const entry = isList(value) ? value[0] : value;
  if (!isObject(entry) || !isObject(entry.content)) return undefined;
  const { raw, rendered } = entry.content;
  const html = textIn(raw) ?? textIn(rendered);
  if (html === undefined) return undefined;
  const page = readBlocks(html) ?? {
    from: 'WordPress',
    seo: {},
    components: [component({ ...open('freeform', {}), html })],
    leftOut: 0,
  };
  const title = isObject(entry.title) ? (textIn(entry.title.raw) ?? textIn(entry.title.rendered)) : undefined;
  return { ...page, ...(title !== undefined && { name: title }) };
}

function component({ name, props, children, html }: Open): Component {
  const own = name.replace(/^core\//, '');
  return {
    name: own,
    props: { ...props, ...(html.trim() !== '' && { html: html.trim() }) },
    slots: slotsOf(own, children),
    original: { name, ...props, html, inside: children.map(({ original }) => original) },
  };
}

function slotsOf(name: string, children: readonly Component[]): Component['slots'] {
  if (children.length === 0) return [];
  if (name !== 'columns') return [{ name: 'inside', children }];
  return children.map((column, index) => ({
    name: `column-${index + 1}`,
    children: column.slots.flatMap((slot) => slot.children),
  }));
}

function factsIn(text: string | undefined): Readonly<Record<string, Json>> {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
