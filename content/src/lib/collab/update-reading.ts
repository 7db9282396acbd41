import * as Y from 'yjs';

/** Where something is stored: a root type and the keys that lead to it; `null` = a place in a list or text. */
export interface StoredPlace {
  readonly root: string;
  readonly keys: readonly (string | null)[];
  /** What is written there, when it is one JSON value. */
  readonly value?: unknown;
  /** Something is written there that is no JSON value: a shared type, bytes, a document. */
  readonly isOther?: boolean;
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** An update taken apart without applying it. */
export class UpdateReading {
  /** Sentences about what it builds on and the document does not have. */
  readonly missing = new Set<string>();
  readonly #doc: Y.Doc;
  readonly #structs = new Map<number, Struct[]>();
  readonly #update: ReturnType<typeof Y.decodeUpdate>;
  readonly #known = new Map<Struct, StoredPlace | undefined>();
  #places: readonly StoredPlace[] | undefined;

  /** @throws when it is no update, or none that Yjs would write. */
  constructor(doc: Y.Doc, update: Uint8Array) {
    this.#doc = doc;
    this.#update = Y.decodeUpdate(update);
    for (const ranges of this.#update.ds.clients.values()) refuseOverlaps(ranges);
    for (const struct of this.#update.structs) {
      const { client, clock } = struct.id;
      const list = this.#structs.get(client) ?? [];
      this.#structs.set(client, list);
      const last = list.at(-1);
      // Yjs would take the later ones for the only ones.
      if (last && clock !== endOf(last)) this.missing.add(`Changes of client ${client} come in two parts.`);
      else list.push(struct);
    }
  }

  /** Of everything it writes or deletes; what is there already, or was deleted with all around it, is not. */
  places(): readonly StoredPlace[] {
    this.#places ??= [...this.#written(), ...this.#deleted()];
    return this.#places;
  }

  *#written(): Generator<StoredPlace> {
    const { store } = this.#doc;
    for (const [client, structs] of this.#structs) {
      let next = Y.getState(store, client);
      for (const struct of structs) {
        const { clock } = struct.id;
        if (clock + struct.length <= next) continue;
        if (clock > next || struct instanceof Y.Skip) {
          this.missing.add(`Changes of client ${client} before ${clock} are missing.`);
          break;
        }
        next = clock + struct.length;
        const place = this.#placeOf(struct);
        if (place) yield { ...place, ...contentOf(struct) };
      }
    }
  }

  *#deleted(): Generator<StoredPlace> {
    for (const [client, ranges] of this.#update.ds.clients) {
      for (const { clock, len } of ranges) {
        for (const struct of this.#structsIn(client, clock, clock + len)) {
          const place = struct instanceof Y.Item && !struct.deleted ? this.#placeOf(struct) : undefined;
          if (place) yield place;
        }
      }
    }
  }

  *#structsIn(client: number, from: number, to: number): Generator<Struct> {
    const state = Y.getState(this.#doc.store, client);
    const stored = this.#doc.store.clients.get(client) ?? [];
    if (from < state) {
      for (let index = Y.findIndexSS(stored, from); index < stored.length; index++) {
        if (stored[index]!.id.clock >= to) break;
        yield stored[index]!;
      }
    }
    const written = this.#structs.get(client) ?? [];
    const end = Math.max(state, written.length > 0 ? endOf(written.at(-1)!) : 0);
    for (let index = indexAt(written, Math.max(from, state)); index < written.length; index++) {
      if (written[index]!.id.clock >= to) break;
      yield written[index]!;
    }
    if (to > end) this.missing.add(`Deleted parts of client ${client} before ${to} are missing.`);
  }

  #placeOf(struct: Struct): StoredPlace | undefined {
    if (this.#known.has(struct)) return this.#known.get(struct);
    // Against an update whose parts point at each other in a circle.
    this.#known.set(struct, undefined);
    const place = struct instanceof Y.Item ? this.#placeOfItem(struct) : undefined;
    this.#known.set(struct, place);
    return place;
  }

  #placeOfItem(item: Y.Item): StoredPlace | undefined {
    const parent: unknown = item.parent;
    if (typeof parent === 'string') return { root: parent, keys: [item.parentSub] };
    if (parent instanceof Y.AbstractType) {
      if (parent._item) return within(this.#placeOf(parent._item), item.parentSub);
      return { root: Y.findRootTypeKey(parent), keys: [item.parentSub] };
    }
    if (parent instanceof Y.ID) {
      const around = this.#find(parent);
      return around && within(this.#placeOf(around), item.parentSub);
    }
    // Beside another one: in the same place.
    const beside = item.origin ?? item.rightOrigin;
    const other = beside && this.#find(beside);
    const place = other ? this.#placeOf(other) : undefined;
    return place && { root: place.root, keys: place.keys };
  }

  #find({ client, clock }: Y.ID): Struct | undefined {
    const { store } = this.#doc;
    if (clock < Y.getState(store, client)) {
      const stored = store.clients.get(client)!;
      return stored[Y.findIndexSS(stored, clock)];
    }
    const written = this.#structs.get(client) ?? [];
    const found = written[indexAt(written, clock)];
    if (!found) this.missing.add(`Item ${clock} of client ${client} is missing.`);
    return found;
  }
}

function within(place: StoredPlace | undefined, key: string | null): StoredPlace | undefined {
  return place && { root: place.root, keys: [...place.keys, key] };
}

function contentOf(struct: Struct): Pick<StoredPlace, 'value' | 'isOther'> {
  if (!(struct instanceof Y.Item)) return {};
  const { content } = struct;
  if (content instanceof Y.ContentAny) return { value: content.arr.at(-1) };
  return content instanceof Y.ContentDeleted ? {} : { isOther: true };
}

function endOf(struct: Struct): number {
  return struct.id.clock + struct.length;
}

/** What is deleted over and over again would be read as often. */
function refuseOverlaps(ranges: readonly { readonly clock: number; readonly len: number }[]): void {
  let end = 0;
  for (const { clock, len } of ranges) {
    if (clock < end) throw new Error(`Expected each part to be deleted once, but ${clock} is again.`);
    end = clock + len;
  }
}

/** Which of the pieces, one behind the other, a clock is in or before; their number when it is behind all. */
function indexAt(structs: readonly Struct[], clock: number): number {
  let [low, high] = [0, structs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(structs[middle]!) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
