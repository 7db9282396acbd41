import * as Y from 'yjs';
import {
  type Block,
  type HeadingLevel,
  type Inline,
  joinInline,
  type LinkFacts,
  type ListBlock,
  type ListItem,
} from './rich-blocks.ts';
import { attributesOf, type Delta, formatOf, kindOfElement } from './rich-tree.ts';

/** What a shared tree says. What is unknown in it gives its words to a paragraph. */
export function richTreeToBlocks(root: Y.XmlElement): readonly Block[] {
  const blocks: Block[] = [];
  let loose: Inline[] = [];
  for (const child of root.toArray()) {
    if (!(child instanceof Y.XmlElement) || isInlineName(child.nodeName)) {
      loose.push(...readInline(child));
      continue;
    }
    if (loose.length > 0) blocks.push({ kind: 'paragraph', inline: joinInline(loose) });
    loose = [];
    blocks.push(readBlock(child));
  }
  if (loose.length > 0) blocks.push({ kind: 'paragraph', inline: joinInline(loose) });
  return blocks;
}

function isInlineName(name: string): boolean {
  return name === 'link' || name === 'autolink' || name === 'linebreak';
}

function readBlock(element: Y.XmlElement): Block {
  if (element.nodeName === 'list') return readList(element);
  const inline = joinInline(element.toArray().flatMap((child) => readInline(child)));
  const kind = kindOfElement(element);
  if (kind === 'quote') return { kind: 'quote', inline };
  const level = Number(/^h([1-6])$/.exec(kind ?? '')?.[1]);
  if (!level) return { kind: 'paragraph', inline };
  return { kind: 'heading', level: Math.min(4, Math.max(2, level)) as HeadingLevel, inline };
}

function readList(element: Y.XmlElement): ListBlock {
  const type = attributesOf(element).__listType ?? 'number';
  return { kind: 'list', isOrdered: type === 'number', items: element.toArray().flatMap(readItem) };
}

function readItem(item: unknown): readonly ListItem[] {
  if (!(item instanceof Y.XmlElement)) return [];
  if (item.nodeName === 'list') return [{ kind: 'nested', list: readList(item) }];
  const items: ListItem[] = [];
  let words: Inline[] = [];
  for (const child of item.toArray()) {
    if (!(child instanceof Y.XmlElement) || child.nodeName !== 'list') {
      words.push(...readInline(child));
      continue;
    }
    if (words.length > 0) items.push({ kind: 'words', inline: joinInline(words) });
    words = [];
    items.push({ kind: 'nested', list: readList(child) });
  }
  if (words.length > 0 || items.length === 0) items.push({ kind: 'words', inline: joinInline(words) });
  return items;
}

function readInline(part: unknown, link?: LinkFacts): readonly Inline[] {
  if (part instanceof Y.XmlText) {
    return (part.toDelta() as Delta[]).flatMap(({ insert, attributes }) =>
      typeof insert === 'string' ? readText(insert, formatOf(attributes), link) : [],
    );
  }
  if (!(part instanceof Y.XmlElement)) return [];
  if (part.nodeName === 'linebreak') return [{ kind: 'break', ...(link && { link }) }];
  const own = linkOf(part) ?? link;
  return part.toArray().flatMap((child) => readInline(child, own));
}

function readText(text: string, format: number, link: LinkFacts | undefined): readonly Inline[] {
  const facts = link && { link };
  return text.split(/\r\n?|\n/).flatMap((line, index): Inline[] => {
    const words: Inline = {
      kind: 'text',
      text: line.replaceAll('\t', '\u00a0\u00a0').replaceAll('\f', ' '),
      format,
      ...facts,
    };
    return index > 0 ? [{ kind: 'break', ...facts }, words] : [words];
  });
}

function linkOf(element: Y.XmlElement): LinkFacts | undefined {
  if (element.nodeName !== 'link' && element.nodeName !== 'autolink') return undefined;
  const { __url: url, __target: target, __isUnlinked: isUnlinked } = attributesOf(element);
  if (isUnlinked === true) return undefined;
  return { href: typeof url === 'string' ? url : '', isNewTab: target === '_blank' };
}
