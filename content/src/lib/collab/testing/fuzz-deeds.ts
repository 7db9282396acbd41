import * as Y from 'yjs';
import { canonicalText } from '../../canonical.ts';
import type { Place } from '../../edit.ts';
import type { Json, PageDocument, PageNode } from '../../page.ts';
import { walk } from '../../walk.ts';
import type { PageInYdoc } from '../page-in-ydoc.ts';
import type { PageUndo } from '../page-undo.ts';
import { type FuzzWorld, type Word, wordPattern } from './fuzz-world.ts';
import type { SeededRandom } from './seeded-random.ts';

const keys = ['title', 'title@de', 'cta/label'];
const richKeys = ['body', 'body@de'];
const plainKeys = ['align', 'align@sm', 'cta/colour'];

/** What somebody did to texts that may leave half a word of somebody else. */
export interface Traces {
  /** Texts something was taken out of. */
  readonly cutTexts: Set<string>;
  /** Any text may have been one. */
  hasRestored: boolean;
}

export interface FuzzDeedsOptions {
  readonly page: PageInYdoc;
  readonly undo: PageUndo;
  readonly random: SeededRandom;
  readonly world: FuzzWorld;
  readonly user: number;
  readonly traces: Traces;
  /** Forms the page had. */
  readonly versions: readonly PageDocument[];
}

/** Everything a person can do to a page, by chance. */
export class FuzzDeeds {
  readonly #page: PageInYdoc;
  readonly #undo: PageUndo;
  readonly #random: SeededRandom;
  readonly #world: FuzzWorld;
  readonly #user: number;
  readonly #traces: Traces;
  readonly #versions: readonly PageDocument[];

  constructor({ page, undo, random, world, user, traces, versions }: FuzzDeedsOptions) {
    this.#page = page;
    this.#undo = undo;
    this.#random = random;
    this.#world = world;
    this.#user = user;
    this.#traces = traces;
    this.#versions = versions;
  }

  /** @param id The instance it is done to. @returns What went wrong. */
  do(name: Deed, id: string | undefined): string | undefined {
    const random = this.#random;
    const page = this.#page;
    if (name === 'insert') this.#insert();
    else if (name === 'undo') this.#undo.undo();
    else if (name === 'undo many') for (let count = random.below(12); count >= 0; count--) this.#undo.undo();
    else if (name === 'redo') for (let count = random.below(4); count >= 0; count--) this.#undo.redo();
    else if (name === 'undo and redo') return this.#undoAndRedo();
    else if (name === 'restore') return this.#restore();
    else if (id === undefined) return undefined;
    else if (name === 'move') this.#move(id);
    else if (name === 'remove') page.remove([id]);
    else if (name === 'duplicate') page.duplicate([id]);
    else if (name === 'paste') this.#paste(id);
    else if (name === 'type') this.#type(id, random.pick(keys));
    else if (name === 'type rich') this.#typeRich(id, random.pick(richKeys));
    else if (name === 'cut') this.#cut(id, random.pick(keys));
    else if (name === 'say') this.#say(id, random.pick(keys));
    else if (name === 'say rich') this.#sayRich(id, random.pick(richKeys));
    else if (name === 'set') {
      const path = random.pick(plainKeys);
      page.setAt(id, path, this.#word(id, path, { isPlain: true }));
    } else if (name === 'reset')
      page.setAt(id, random.pick([...keys, ...richKeys, ...plainKeys, 'links', 'cta']), undefined);
    else if (name === 'items') this.#items(id);
    else if (name === 'facts') {
      page.setFacts(
        id,
        random.pick([
          { name: random.letters(4) },
          { hidden: true },
          { locales: ['de'] },
          { locales: undefined, groups: ['anyone', 'trade'] },
          { name: undefined, lock: true },
          { open: [random.pick(keys.slice(0, 1)), random.pick(['align', 'body', 'tags'])] },
          { open: undefined },
        ]),
      );
    } else if (name === 'meta')
      page.setMeta({ name: random.letters(5), seo: { 'title@de': random.letters(4) } });
    return undefined;
  }

  anyNode(): string | undefined {
    const lost = this.#page.lost();
    if (lost.length > 0 && this.#random.chance(0.3)) return this.#random.pick(lost);
    const ids = [...walk(this.#page.toDocument().nodes)].map(({ node }) => node.id);
    return ids.length > 0 ? this.#random.pick(ids) : undefined;
  }

  #anyPlace(): Place {
    const parent = this.#random.chance(0.4) ? undefined : this.anyNode();
    const slot = parent === undefined ? undefined : this.#random.pick(['main', 'aside']);
    const length = this.#page.children(parent, slot).length;
    return { parent, slot, index: this.#random.below(length + 1) };
  }

  #insert(): void {
    const nodes = Array.from({ length: this.#random.chance(0.8) ? 1 : 2 }, () => this.#newNode(0));
    this.#page.insert(nodes, this.#anyPlace());
    for (const { node } of walk(nodes)) {
      const word = typeof node.props.body === 'string' ? node.props.body.match(wordPattern)?.[0] : undefined;
      if (word) this.#noteText(word);
    }
  }

  #newNode(depth: number): PageNode {
    const id = `m${this.#world.count++}`;
    const props: Record<string, Json> = { title: this.#word(id, 'title') };
    if (this.#random.chance(0.3)) props.body = `<p>${this.#word(id, 'body')}</p>`;
    if (this.#random.chance(0.3)) props.tags = [this.#word(id, 'tags/?'), this.#word(id, 'tags/?')];
    const hasChild = depth < 2 && this.#random.chance(0.3);
    const slots = hasChild ? { main: [this.#newNode(depth + 1)] } : undefined;
    return { id, type: 'card', v: 1, props, ...(slots && { slots }) };
  }

  #paste(id: string): void {
    const renamed = (node: PageNode): PageNode => ({
      ...node,
      id: `m${this.#world.count++}`,
      ...(node.slots && {
        slots: Object.fromEntries(
          Object.entries(node.slots).map(([slot, children]) => [slot, children.map(renamed)]),
        ),
      }),
    });
    this.#page.insert([renamed(this.#page.toNode(id))], this.#anyPlace());
  }

  #move(id: string): void {
    const ids = this.#random.chance(0.8) ? [id] : [id, this.anyNode() ?? id];
    this.#page.move(ids, this.#anyPlace());
  }

  #word(node: string, path: string, facts: Partial<Word> = {}): string {
    const word = `A${this.#random.letters(10)}Z`;
    this.#world.words.set(word, { user: this.#user, node, path, ...facts });
    return word;
  }

  #type(id: string, path: string): void {
    const text = this.#page.text(id, path);
    const word = this.#word(id, path);
    // With spaces around it: of words written together parts are kept when they are replaced.
    this.#page.transact(() => text.insert(this.#gapIn(text.toString()), ` ${word} `));
  }

  /** A position that is in no word. */
  #gapIn(text: string): number {
    const ends = [...text.matchAll(wordPattern)].map((match) => match.index + match[0].length);
    return this.#random.pick([0, text.length, ...ends]);
  }

  #typeRich(id: string, path: string): void {
    const root = this.#page.richText(id, path);
    this.#page.transact(() => {
      if (this.#random.chance(0.3)) {
        const paragraph = new Y.XmlElement('paragraph');
        root.insert(this.#random.below(root.length + 1), [paragraph]);
        paragraph.insert(0, [new Y.XmlText()]);
      }
      const texts = textsIn(root);
      if (texts.length === 0) return;
      const text = this.#random.pick(texts);
      const word = this.#word(id, path, { into: text._item!.id });
      text.insert(this.#gapIn(text.toString()), ` ${word} `);
    });
  }

  #cut(id: string, path: string): void {
    if (typeof this.#page.props(id)[path] !== 'string') return;
    const text = this.#page.text(id, path);
    const words = text.toString().match(wordPattern) ?? [];
    if (words.length === 0) return;
    const word = this.#random.pick(words);
    this.#traces.cutTexts.add(`${id}/${path}`);
    this.#page.transact(() => text.delete(text.toString().indexOf(word), word.length));
  }

  #say(id: string, path: string): void {
    const before = valueAt(this.#page, id, path) ?? '';
    const kept = (before.match(wordPattern) ?? []).filter(() => this.#random.chance(0.8));
    if (kept.join('') !== before.replaceAll(' ', '')) this.#traces.cutTexts.add(`${id}/${path}`);
    this.#page.setAt(
      id,
      path,
      kept.toSpliced(this.#random.below(kept.length + 1), 0, this.#word(id, path)).join(' '),
    );
  }

  #sayRich(id: string, path: string): void {
    const html = valueAt(this.#page, id, path) ?? '';
    const blocks = html.match(/<p>.*?<\/p>/g) ?? [];
    const kept = blocks.filter(() => this.#random.chance(0.8));
    const word = this.#word(id, path);
    const block = `<p><strong>${word}</strong></p>`;
    this.#page.setAt(id, path, kept.toSpliced(this.#random.below(kept.length + 1), 0, block).join(''));
    this.#noteText(word);
  }

  #noteText(word: string): void {
    const facts = this.#world.words.get(word)!;
    const text = textsIn(this.#page.richText(facts.node, facts.path)).find((each) =>
      each.toString().includes(word),
    );
    if (text) this.#world.words.set(word, { ...facts, into: text._item!.id });
  }

  #items(id: string): void {
    const page = this.#page;
    const random = this.#random;
    const path = random.pick(['tags', 'links']);
    const ids = page.itemIds(id, path);
    const item = ids.length > 0 ? random.pick(ids) : undefined;
    const deed = random.pick(['add', 'add', 'move', 'remove', 'label', 'label', 'href', 'list']);
    if (deed === 'add') {
      const word = this.#word(id, `${path}/?`);
      const made = page.insertItem(
        id,
        path,
        random.below(ids.length + 1),
        path === 'tags' ? word : { label: word },
      );
      this.#world.words.set(word, { ...this.#world.words.get(word)!, path: `${path}/${made}` });
    } else if (deed === 'list') {
      const list = page.props(id)[path];
      if (!Array.isArray(list)) return;
      page.setProp(id, path, [...list].filter(() => random.chance(0.8)).toReversed());
    } else if (item === undefined) return;
    else if (deed === 'move') page.moveItem(id, path, item, random.below(ids.length));
    else if (deed === 'remove') page.removeItem(id, path, item);
    else if (deed === 'label') this.#type(id, path === 'tags' ? `tags/${item}` : `links/${item}/label`);
    else if (path === 'links') {
      const at = `links/${item}/href`;
      page.setAt(id, at, this.#word(id, at, { isPlain: true }));
    }
  }

  #undoAndRedo(): string | undefined {
    const before = this.#text();
    if (!this.#undo.canUndo) return undefined;
    this.#undo.undo();
    // A step that others have made meaningless is dropped.
    if (this.#text() === before) return undefined;
    this.#undo.redo();
    return this.#text() === before ? undefined : 'redo did not bring back what undo took';
  }

  #text(): string {
    return canonicalText(this.#page.toDocument()) + JSON.stringify(this.#page.lost());
  }

  #restore(): string | undefined {
    const version = this.#random.pick(this.#versions);
    if (!version) return undefined;
    this.#traces.hasRestored = true;
    if (this.#random.chance(0.5)) {
      this.#page.restore(version);
      const { layout: _, ...wanted } = version;
      const [now, then] = [canonicalText(this.#page.toDocument()), canonicalText(wanted)];
      return now === then ? undefined : 'the page is not the version';
    }
    const nodes = [...walk(version.nodes)].map(({ node }) => node);
    if (nodes.length === 0) return undefined;
    const node = this.#random.pick(nodes);
    const around = new Set(this.#page.ancestors(node.id));
    this.#page.restore({ node });
    // What is around it cannot come back into it.
    if ([...walk([node])].some((each) => around.has(each.node.id))) return undefined;
    const text = (each: PageNode) => canonicalText(each as unknown as PageDocument);
    if (!this.#page.node(node.id)) return `the module ${node.id} is not back`;
    const [now, then] = [text(this.#page.toNode(node.id)), text(node)];
    return now === then ? undefined : 'the module is not the version';
  }
}

function valueAt(page: PageInYdoc, id: string, path: string): string | undefined {
  const [key, field] = path.split('/');
  const value = page.props(id)[key!];
  const own = field === undefined ? value : (value as Record<string, Json> | undefined)?.[field];
  return typeof own === 'string' ? own : undefined;
}

function textsIn(element: Y.XmlElement): Y.XmlText[] {
  return element
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : [],
    );
}

export type Deed = (typeof deeds)[number];

/** As often as they stand here. */
export const deeds = [
  'insert',
  'insert',
  'move',
  'move',
  'move',
  'move',
  'remove',
  'duplicate',
  'paste',
  'type',
  'type',
  'type',
  'type rich',
  'type rich',
  'cut',
  'say',
  'say rich',
  'set',
  'set',
  'reset',
  'items',
  'items',
  'items',
  'facts',
  'meta',
  'undo',
  'undo',
  'undo many',
  'undo many',
  'redo',
  'undo and redo',
  'restore',
] as const;
