import type { Json, Props } from '../page.ts';
import { keepIdentity } from './keep-identity.ts';
import { compareKeys } from './order-key.ts';
import { type PageSource, propsIn } from './page-source.ts';
import { isItemSegment, isKeySegment, storedKey, topKey } from './prop-path.ts';
import { normaliseRichText, richTextToHtml } from './rich-text/rich-text.ts';
import { markerOf, readPlain } from './stored-value.ts';

export interface NodeValues {
  readonly props: Props;
  /** Ids of list items, parallel to the list, by its path. */
  readonly itemIds: ReadonlyMap<string, readonly string[]>;
}

/**
 * The settings of an instance. A value is there when something says so at its path, or when there is something in it: what
 * somebody puts into a list or text while another resets it is not lost.
 * @param before What of it did not change is the same object.
 * @param stale Settings to read anew; default all.
 */
export function readValues(
  source: PageSource,
  id: string,
  before?: NodeValues,
  stale?: ReadonlySet<string>,
): NodeValues {
  const reader = new ValueReader(source, id, stale);
  const fresh = reader.topKeys().map((key) => [key, reader.read(key)] as const);
  const kept = Object.entries(before?.props ?? {}).filter(([key]) => stale && !stale.has(key));
  const keptIds = [...(before?.itemIds ?? [])].filter(([path]) => stale && !stale.has(topKey(path)));
  const props: Record<string, Json> = {};
  for (const [key, value] of [...kept, ...fresh].sort(byKey)) if (value !== undefined) props[key] = value;
  const itemIds = [...reader.itemIds].map(
    ([path, ids]) => [path, keepIdentity(before?.itemIds.get(path), ids)] as const,
  );
  return { props: keepIdentity(before?.props, props), itemIds: new Map([...keptIds, ...itemIds]) };
}

/** One value, by its path. */
export function readValue(source: PageSource, id: string, path: string): Json | undefined {
  return new ValueReader(source, id, new Set([topKey(path)])).read(path);
}

/** The items of a list with the keys of their order. */
export function readItems(
  source: PageSource,
  id: string,
  path: string,
): readonly { readonly id: string; readonly key: string }[] {
  return new ValueReader(source, id, new Set([topKey(path)])).itemsOf(path);
}

class ValueReader {
  readonly itemIds = new Map<string, readonly string[]>();
  readonly #source: PageSource;
  readonly #id: string;
  readonly #stored = new Map<string, unknown>();
  /** What stands below each path; the settings themselves below the empty one. */
  readonly #below = new Map<string, Set<string>>();

  constructor(source: PageSource, id: string, only: ReadonlySet<string> | undefined) {
    this.#source = source;
    this.#id = id;
    propsIn(source, id)?.forEach((value, key) => {
      if (only && !only.has(topKey(key))) return;
      this.#stored.set(key, value);
      this.#note(key);
    });
    for (const path of source.texts.pathsOf(id)) {
      if (!only || only.has(topKey(path))) this.#note(path);
    }
  }

  topKeys(): readonly string[] {
    return this.#partsOf('').filter(isKeySegment);
  }

  read(path: string): Json | undefined {
    const { texts } = this.#source;
    const stored = this.#stored.get(storedKey(path));
    if (stored === undefined) return this.#readUnsaid(path);
    const marker = markerOf(stored);
    switch (marker?.$) {
      case 'text':
        return texts.existingText(this.#id, path)?.toString() ?? '';
      case 'rich-text':
        return this.#readRichText(path, marker.source);
      case 'list':
        return this.#readList(path);
      case 'object':
        return this.#readObject(path);
      case 'item':
        return undefined;
      default:
        return readPlain(stored as Json);
    }
  }

  itemsOf(path: string): readonly { readonly id: string; readonly key: string }[] {
    return this.#partsOf(path)
      .filter(isItemSegment)
      .flatMap((id) => {
        const marker = markerOf(this.#stored.get(`${path}/${id}`));
        return marker?.$ === 'item' ? [{ id, key: String(marker.key) }] : [];
      })
      .sort(compareKeys);
  }

  /** A value nothing speaks of: it is there if something is in it. */
  #readUnsaid(path: string): Json | undefined {
    const words = this.#source.texts.wordsAt(this.#id, path);
    if (words === 'text') return this.#source.texts.text(this.#id, path).toString();
    if (words === 'rich-text') return this.#readRichText(path, undefined);
    if (this.itemsOf(path).length > 0) return this.#readList(path);
    const object = this.#readObject(path);
    return Object.keys(object).length > 0 ? object : undefined;
  }

  #readRichText(path: string, source: string | undefined): string {
    const element = this.#source.texts.existingRichText(this.#id, path);
    const html = element ? richTextToHtml(element) : '';
    return source !== undefined && normaliseRichText(source) === html ? source : html;
  }

  #readList(path: string): readonly Json[] {
    const items = this.itemsOf(path);
    this.itemIds.set(
      path,
      items.map(({ id }) => id),
    );
    // An item of which nothing is said is an object nobody has filled in.
    return items.map(({ id }) => this.read(`${path}/${id}`) ?? {});
  }

  #readObject(path: string): Readonly<Record<string, Json>> {
    const object: Record<string, Json> = {};
    for (const key of this.#partsOf(path).filter(isKeySegment)) {
      const value = this.read(`${path}/${key}`);
      if (value !== undefined) object[key] = value;
    }
    return object;
  }

  #partsOf(path: string): string[] {
    return [...(this.#below.get(path) ?? [])];
  }

  #note(path: string): void {
    for (let end = path.length; end !== -1; ) {
      const start = path.lastIndexOf('/', end - 1);
      const around = start === -1 ? '' : path.slice(0, start);
      const parts = this.#below.get(around);
      const part = path.slice(start + 1, end);
      if (parts?.has(part)) return;
      if (parts) parts.add(part);
      else this.#below.set(around, new Set([part]));
      end = start;
    }
  }
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
