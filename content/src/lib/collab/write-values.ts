import type * as Y from 'yjs';
import { equalJson } from '../equal-json.ts';
import type { Json } from '../page.ts';
import type { PropShape } from '../prop-shape.ts';
import {
  addFresh,
  addFreshItem,
  type FreshValues,
  fieldShape,
  itemShape,
  richMarker,
  writeFreshTexts,
} from './fresh-values.ts';
import { matchItems } from './match-items.ts';
import { arrange, keysAt } from './order-key.ts';
import { type PageSource, propsIn, shapeIn } from './page-source.ts';
import { isItemSegment, lastSegment, makeItemId, storedKey } from './prop-path.ts';
import { readItems, readValue } from './read-values.ts';
import { htmlToRichText, normaliseRichText, richTextToHtml } from './rich-text/rich-text.ts';
import { kindFor, type ValueKind } from './stored-shape.ts';
import { isRecord, type Marker, markerOf, storePlain } from './stored-value.ts';
import { patchText } from './text-patch.ts';

/** Changes values of one instance, each by the smallest difference. */
export class ValueWriter {
  readonly #source: PageSource;
  readonly #id: string;
  readonly #props: Y.Map<unknown>;

  constructor(source: PageSource, id: string) {
    const props = propsIn(source, id);
    if (!props) throw new Error(`There is no module "${id}" in this page. Was it removed for good?`);
    this.#source = source;
    this.#id = id;
    this.#props = props;
  }

  /** `undefined` takes the value away, so that the inherited one shows. */
  write(path: string, value: Json | undefined): void {
    if (value === undefined && isItemSegment(lastSegment(path))) {
      this.#remove(path);
      return;
    }
    this.#openUp(path, value !== undefined);
    this.#write(path, { before: this.#read(path), after: value, shape: this.#shape(path) });
  }

  insertItem(path: string, index: number, value: Json): string {
    this.#openUp(`${path}/0`, true);
    const keys = readItems(this.#source, this.#id, path).map(({ key }) => key);
    const { random } = this.#source;
    const [key] = keysAt(keys, { index: clamp(index, keys.length), count: 1, random });
    const fresh: FreshValues = { entries: [], texts: [] };
    const item = addFreshItem(fresh, { path, key: key!, value, shape: itemShape(this.#shape(path)), random });
    this.#putFresh(fresh);
    return item;
  }

  /** @param index Counted without the item. */
  moveItem(path: string, item: string, index: number): void {
    const items = readItems(this.#source, this.#id, path);
    const now = items.findIndex(({ id }) => id === item);
    const others = items.toSpliced(now, 1).map(({ key }) => key);
    const at = clamp(index, others.length);
    if (now === -1 || now === at) return;
    const [key] = keysAt(others, { index: at, count: 1, random: this.#source.random });
    this.#put(`${path}/${item}`, { $: 'item', key: key! });
  }

  removeItem(path: string, item: string): void {
    this.#remove(`${path}/${item}`);
  }

  /** Makes the value a text, with the words it has, unless it is one. */
  becomeText(path: string, kind: 'text' | 'rich-text'): void {
    if (markerOf(this.#props.get(storedKey(path)))?.$ === kind) return;
    this.#openUp(path, true);
    const before = this.#read(path);
    this.#write(path, { before, after: typeof before === 'string' ? before : '', shape: { kind } });
  }

  #write(path: string, { before, after, shape }: Difference): void {
    if (after === undefined) {
      if (before !== undefined) this.#clear(path);
      return;
    }
    const kind = kindFor(after, shape);
    if (before === undefined || kind !== this.#kindAt(path)) {
      if (before !== undefined) this.#clear(path);
      const fresh: FreshValues = { entries: [], texts: [] };
      addFresh(fresh, { path, value: after, shape, random: this.#source.random });
      this.#putFresh(fresh);
      return;
    }
    switch (kind) {
      case 'text':
        this.#say(path, { $: 'text' });
        patchText(this.#source.texts.text(this.#id, path), after as string);
        return;
      case 'rich-text':
        this.#writeRichText(path, { before, after, shape });
        return;
      case 'list':
        this.#say(path, { $: 'list' });
        this.#writeList(path, { before, after, shape });
        return;
      case 'object':
        this.#say(path, { $: 'object' });
        this.#writeObject(path, { before, after, shape });
        return;
      default:
        if (!equalJson(before, after)) this.#put(storedKey(path), storePlain(after));
    }
  }

  #writeRichText(path: string, { before, after }: Difference): void {
    if (before === after && this.#props.has(storedKey(path))) return;
    const html = after as string;
    const element = this.#source.texts.richText(this.#id, path);
    if (richTextToHtml(element) !== normaliseRichText(html)) htmlToRichText(html, element);
    this.#say(path, richMarker(html));
  }

  #writeList(path: string, { before, after, shape }: Difference): void {
    const [old, wanted] = [before as readonly Json[], after as readonly Json[]];
    const items = readItems(this.#source, this.#id, path);
    const matches = matchItems(old, wanted);
    const { random } = this.#source;
    const kept = new Set(matches);
    for (const [index, { id }] of items.entries()) if (!kept.has(index)) this.removeItem(path, id);
    const order = matches.map((match) => (match === undefined ? { id: makeItemId(random) } : items[match]!));
    for (const [item, key] of arrange(order, random)) this.#put(`${path}/${item}`, { $: 'item', key });
    for (const [index, value] of wanted.entries()) {
      const match = matches[index];
      const each = {
        before: match === undefined ? undefined : old[match],
        after: value,
        shape: itemShape(shape),
      };
      this.#write(`${path}/${order[index]!.id}`, each);
    }
  }

  #writeObject(path: string, { before, after, shape }: Difference): void {
    const [old, wanted] = [before as Record<string, Json>, after as Record<string, Json>];
    for (const key of new Set([...Object.keys(old), ...Object.keys(wanted)])) {
      this.#write(`${path}/${key}`, {
        before: Object.hasOwn(old, key) ? old[key] : undefined,
        after: Object.hasOwn(wanted, key) ? wanted[key] : undefined,
        shape: fieldShape(shape, key),
      });
    }
  }

  /** Makes what a path leads through lists and objects that can be written into. */
  #openUp(path: string, isMade: boolean): void {
    const segments = path.split('/');
    for (let count = 1; count < segments.length; count++) {
      const around = segments.slice(0, count).join('/');
      const kind = isItemSegment(segments[count]!) ? 'list' : 'object';
      const before = this.#read(around);
      if (before === undefined && !isMade) return;
      if (before !== undefined && this.#kindAt(around) === kind) {
        if (isMade) this.#say(around, { $: kind });
        continue;
      }
      const isUsable = kind === 'list' ? Array.isArray(before) : isRecord(before);
      const own = this.#shape(around);
      const shape: PropShape =
        own.kind === kind ? own : kind === 'list' ? { kind, item: { kind: 'plain' } } : { kind, fields: {} };
      this.#write(around, { before, after: isUsable ? before : kind === 'list' ? [] : {}, shape });
    }
  }

  #kindAt(path: string): ValueKind {
    const stored = this.#props.get(storedKey(path));
    const marker = markerOf(stored)?.$;
    if (marker === 'text' || marker === 'rich-text' || marker === 'list' || marker === 'object')
      return marker;
    if (stored !== undefined) return 'plain';
    const words = this.#source.texts.wordsAt(this.#id, path);
    if (words) return words;
    return Array.isArray(this.#read(path)) ? 'list' : 'object';
  }

  #read(path: string): Json | undefined {
    return readValue(this.#source, this.#id, path);
  }

  #shape(path: string): PropShape {
    return shapeIn(this.#source, this.#id, path);
  }

  /** Takes out a value, but not the place of a list item. */
  #clear(path: string): void {
    const own = storedKey(path);
    for (const key of [...this.#props.keys()]) {
      if (key === own || key.startsWith(`${path}/`)) this.#props.delete(key);
    }
    this.#source.texts.clear(this.#id, path);
  }

  /** Takes out a list item. What is below stays, so that undo brings it back with what others changed in it meanwhile. */
  #remove(path: string): void {
    if (this.#props.has(path)) this.#props.delete(path);
  }

  #putFresh(fresh: FreshValues): void {
    for (const [key, stored] of fresh.entries) this.#props.set(key, stored);
    writeFreshTexts(this.#source, this.#id, fresh);
  }

  #say(path: string, marker: Marker): void {
    // An item is an object unless it says otherwise.
    if (marker.$ === 'object' && isItemSegment(lastSegment(path))) return;
    const now = this.#props.get(storedKey(path));
    if (!equalJson(now as Json | undefined, marker as Json)) this.#put(storedKey(path), marker);
  }

  #put(key: string, stored: Marker | Json): void {
    this.#props.set(key, stored);
  }
}

interface Difference {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly shape: PropShape;
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length));
}
