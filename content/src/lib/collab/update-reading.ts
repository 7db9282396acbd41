import * as Y from 'yjs';

/** Where something is stored: a root type and the keys that lead to it; `null` = a place in a list or text. */
export interface StoredPlace {
  readonly root: string;
  readonly keys: readonly (string | null)[];
  /** What is written there, when it is one JSON value. */
  readonly value?: unknown;
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

  constructor(doc: Y.Doc, update: Uint8Array) {
    this.#doc = doc;
    this.#update = Y.decodeUpdate(update);
    for (const struct of this.#update.structs) {
      const { client } = struct.id;
      const list = this.#structs.get(client) ?? [];
      this.#structs.set(client, list);
      list.push(struct);
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
        if (place) yield { ...place, value: valueIn(struct) };
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
    let end = state;
    for (const struct of this.#structs.get(client) ?? []) {
      const { clock } = struct.id;
      end = Math.max(end, clock + struct.length);
      if (clock < to && clock + struct.length > Math.max(from, state)) yield struct;
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
    const found = this.#structs
      .get(client)
      ?.find((each) => each.id.clock <= clock && clock < each.id.clock + each.length);
    if (!found) this.missing.add(`Item ${clock} of client ${client} is missing.`);
    return found;
  }
}

function within(place: StoredPlace | undefined, key: string | null): StoredPlace | undefined {
  return place && { root: place.root, keys: [...place.keys, key] };
}

function valueIn(struct: Struct): unknown {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentAny
    ? struct.content.arr.at(-1)
    : undefined;
}
