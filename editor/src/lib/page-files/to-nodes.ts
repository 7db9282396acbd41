import { foreignModule, type PageNode } from '@vitrine/content';
import type { ModuleDescription } from '../app/backend.ts';
import { type Component, isObject, textIn } from './component.ts';
import { ownModule } from './own-module.ts';
import { isText, joined, kebab, type Words, wordsOf } from './words-of.ts';

export interface ToNodesOptions {
  readonly modules: readonly ModuleDescription[];
  /** What a formatted text can hold of some HTML. */
  readonly clean: (html: string) => string;
}

export interface MadeNodes {
  readonly nodes: readonly PageNode[];
  /** Names of components that have no module here, with how many there are of each. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Addresses of pictures that lie elsewhere, each once. */
  readonly pictures: readonly string[];
  /** What modules that are called alike could not take: `Hero: description, buttons`. */
  readonly left: readonly string[];
}

type Piece =
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'node'; readonly node: PageNode };

/** Columns that stand in one row here. */
const MOST_COLUMNS = 3;
const places = ['first', 'second', 'third'] as const;

const nothing = /^(space|spacer|divider|separator|more|nextpage)$/;
const columns = /^(columns|grid|row|two-columns|three-columns|multi-?column)$/;
const boxes =
  /^(box|section|container|flex|stack|group|div|wrapper|fragment|column|buttons|cover|slot|inside|page|main)$/;
const pictures = /^(image|picture|photo|img)$/;

/**
 * A page of another builder in modules of this shop: words become texts, columns stay columns, what is called like a module here
 * becomes one with the settings that fit. All else is kept as it came, in its place.
 */
export function toNodes(components: readonly Component[], { modules, clean }: ToNodesOptions): MadeNodes {
  const unknown = new Map<string, number>();
  const found = new Set<string>();
  const left = new Set<string>();
  let count = 0;
  const newId = () => `i${++count}`;

  return { nodes: listOf(components), unknown, pictures: [...found], left: [...left] };

  function listOf(list: readonly Component[]): readonly PageNode[] {
    const nodes: PageNode[] = [];
    let waiting: Words | undefined;
    const write = () => {
      const text = waiting && textModule(waiting);
      waiting = undefined;
      if (text) nodes.push(text);
    };
    for (const piece of list.flatMap(piecesOf)) {
      if (piece.kind === 'words') {
        waiting = waiting ? joined(waiting, piece.words) : piece.words;
        continue;
      }
      write();
      nodes.push(piece.node);
    }
    write();
    return nodes;
  }

  function piecesOf(component: Component): readonly Piece[] {
    const kind = kebab(component.name);
    if (nothing.test(kind)) return [];
    const own = ownModule(component, modules);
    if (own) {
      if (own.without.length > 0) left.add(`${component.name}: ${own.without.join(', ')}`);
      const slots = own.slots.map(({ name, children }) => [name, listOf(children)] as const);
      const inside = Object.fromEntries(slots.filter(([, nodes]) => nodes.length > 0));
      return [
        node({ ...own.node, ...(Object.keys(inside).length > 0 && { slots: inside }) }),
        ...childrenOf(own.left).flatMap(piecesOf),
      ];
    }
    const words = wordsOf(component);
    if (words) return [{ kind: 'words', words }, ...childrenOf(component.slots).flatMap(piecesOf)];
    if (pictures.test(kind)) return [picture(component), ...childrenOf(component.slots).flatMap(piecesOf)];
    if (columns.test(kind) && component.slots.length > 1) return rowsOf(component).map(node);
    if (boxes.test(kind) || columns.test(kind) || isText(component.name)) {
      if (component.slots.length > 0) return childrenOf(component.slots).flatMap(piecesOf);
      if (textIn(component.props.html) === undefined) return [];
    }
    unknown.set(component.name, (unknown.get(component.name) ?? 0) + 1);
    return [
      node(foreignModule(component.name, component.original)),
      ...childrenOf(component.slots).flatMap(piecesOf),
    ];
  }

  function node(facts: Omit<PageNode, 'id'>): Piece {
    return { kind: 'node', node: { id: newId(), ...facts } };
  }

  function rowsOf({ slots }: Component): Omit<PageNode, 'id'>[] {
    const rows: Omit<PageNode, 'id'>[] = [];
    for (let start = 0; start < slots.length; start += MOST_COLUMNS) {
      const row = slots.slice(start, start + MOST_COLUMNS);
      const filled = row.map(({ children }, index) => [places[index]!, listOf(children)] as const);
      rows.push({
        type: 'columns',
        v: versionOf('columns'),
        props: { split: row.length === MOST_COLUMNS ? 'thirds' : 'halves' },
        slots: Object.fromEntries(filled.filter(([, nodes]) => nodes.length > 0)),
      });
    }
    return rows;
  }

  function textModule(words: Words): PageNode | undefined {
    const cleaned = [...words].map(([locale, html]) => [locale, clean(html)] as const);
    const props = Object.fromEntries(
      cleaned
        .filter(([, html]) => html !== '')
        .map(([locale, html]) => [locale === '' ? 'body' : `body@${locale}`, html]),
    );
    return Object.keys(props).length === 0
      ? undefined
      : { id: newId(), type: 'rich-text', v: versionOf('rich-text'), props };
  }

  // The picture has to be uploaded first: what is seen of a page comes from the shop itself.
  function picture(component: Component): Piece {
    const address = addressOf(component);
    if (address !== undefined) found.add(address);
    else unknown.set(component.name, (unknown.get(component.name) ?? 0) + 1);
    return node(foreignModule(address === undefined ? component.name : 'Picture', component.original));
  }

  function versionOf(module: string): number {
    return modules.find(({ id }) => id === module)?.version ?? 1;
  }
}

function childrenOf(slots: Component['slots']): readonly Component[] {
  return slots.flatMap(({ children }) => children);
}

function addressOf({ props }: Component): string | undefined {
  for (const key of ['src', 'url', 'image', 'href']) {
    const value = props[key];
    const address = textIn(value) ?? (isObject(value) ? (textIn(value.src) ?? textIn(value.url)) : undefined);
    if (address !== undefined) return address;
  }
  return /<img\b[^>]*\bsrc="(?<src>[^"]+)"/i.exec(textIn(props.html) ?? '')?.groups?.src;
}
