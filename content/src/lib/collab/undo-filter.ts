import * as Y from 'yjs';
import { holds } from './foreign-content.ts';
import { pathOfStoredKey } from './prop-path.ts';
import type { RootNames } from './root-names.ts';
import { parseName, type TextPlace } from './root-texts.ts';
import type { SharedType } from './shared-type.ts';

/** A step of `Y.UndoManager`. */
type Step = Y.UndoManager['undoStack'][number];

/**
 * What undo may take out of a page. By itself it takes out everything a step made, with all that others have put into it
 * meanwhile, and where somebody else wrote the same value at the same time it leaves none at all.
 */
export class UndoFilter {
  readonly #doc: Y.Doc;
  readonly #names: RootNames;
  #steps: readonly Step[] = [];
  #stack: () => readonly Step[] = () => [];
  #direction: 'undo' | 'redo' = 'undo';

  constructor(doc: Y.Doc, names: RootNames) {
    this.#doc = doc;
    this.#names = names;
  }

  /** @param stack The steps the manager takes the next one from. */
  during<T>(direction: 'undo' | 'redo', stack: () => readonly Step[], work: () => T): T {
    this.#direction = direction;
    this.#steps = [...stack()];
    this.#stack = stack;
    try {
      return work();
    } finally {
      this.#steps = [];
    }
  }

  mayDelete(item: Y.Item): boolean {
    // The manager has taken the step it is at from the stack already.
    const step = this.#steps[this.#stack().length];
    if (!step) return true;
    // What redo takes out somebody has taken out on purpose before.
    if (this.#direction === 'undo') {
      const place = placeOf(item, this.#names);
      if (place.kind === 'node' && !this.#mayDeleteOfNode(item, place, step)) return false;
      if (place.kind === 'text' && !this.#mayDeleteOfText(item, place.text, step)) return false;
    }
    if (item.parentSub !== null) putBack(item, step);
    return true;
  }

  /**
   * An inserted instance only loses its place. With nothing of others in it it is gone then; else it is lost and found, and
   * redo gives it its place again with what they did meanwhile.
   */
  #mayDeleteOfNode(item: Y.Item, { id, key, prop }: NodePlace, step: Step): boolean {
    if (this.#isMadeBy(step, id)) return key === 'at';
    if (key !== 'props' || prop === undefined) return true;
    const { path, isOrder } = pathOfStoredKey(prop);
    const isOwnItem = isOrder && !hasBefore(item, step) && makerOf(item) === this.#doc.clientID;
    return !isOwnItem || !this.#holdsForeign(id, path);
  }

  #mayDeleteOfText(item: Y.Item, { node, path, kind }: TextPlace, step: Step): boolean {
    if (this.#isMadeBy(step, node)) return false;
    if (kind === 'text') return true;
    const isPart = item.content instanceof Y.ContentType;
    // The paragraphs of a text that is not wanted any more stay without words: others may be typing in them.
    if (this.#isMadeValue(step, node, path)) return !isPart && item.parentSub === null;
    return !isPart || !holds((item.content as Y.ContentType).type, (client) => client !== this.#doc.clientID);
  }

  #isMadeBy(step: Step, id: string): boolean {
    const item = this.#doc.getMap('nodes')._map.get(id);
    return item !== undefined && Y.isDeleted(step.insertions, item.id);
  }

  #isMadeValue(step: Step, node: string, path: string): boolean {
    const props = (this.#doc.getMap('nodes').get(node) as Y.Map<unknown> | undefined)?.get('props');
    const item = props instanceof Y.Map ? (props._map.get(path) ?? props._map.get(`${path}/$`)) : undefined;
    return item !== undefined && Y.isDeleted(step.insertions, item.id) && !hasBefore(item, step);
  }

  #holdsForeign(id: string, path: string): boolean {
    const isForeign = (client: number) => client !== this.#doc.clientID;
    const props = (this.#doc.getMap('nodes').get(id) as Y.Map<unknown> | undefined)?.get('props');
    if (props instanceof Y.Map) {
      for (const [key, item] of props._map) {
        if (key.startsWith(`${path}/`) && !item.deleted && isForeign(item.id.client)) return true;
      }
    }
    for (const [name, type] of this.#doc.share) {
      const text = parseName(name);
      if (text?.node !== id || (text.path !== path && !text.path.startsWith(`${path}/`))) continue;
      if (holds(type as SharedType, isForeign)) return true;
    }
    return false;
  }
}

interface NodePlace {
  readonly id: string;
  /** `at`, `props`, …; `undefined` for the instance itself. */
  readonly key?: string;
  readonly prop?: string;
}

type ItemPlace =
  | ({ readonly kind: 'node' } & NodePlace)
  | { readonly kind: 'text'; readonly text: TextPlace }
  | { readonly kind: 'other' };

function placeOf(item: Y.Item, names: RootNames): ItemPlace {
  const keys: (string | null)[] = [item.parentSub];
  let type = item.parent as SharedType;
  while (type._item) {
    keys.unshift(type._item.parentSub);
    type = type._item.parent as SharedType;
  }
  const [id, key, prop] = keys;
  const root = names.of(type) ?? '';
  if (root === 'nodes') return { kind: 'node', id: id!, key: key ?? undefined, prop: prop ?? undefined };
  const text = parseName(root);
  return text ? { kind: 'text', text } : { kind: 'other' };
}

/** The value a step replaced, if it is still known. */
function valueBefore(item: Y.Item, step: Step): Y.Item | undefined {
  for (let left = item.left; left; left = left.left) {
    if (Y.isDeleted(step.deletions, left.id) && !Y.isDeleted(step.insertions, left.id)) return left;
  }
  return undefined;
}

/** Who wrote the first value of a key. */
function makerOf(item: Y.Item): number {
  let first = item;
  while (first.left) first = first.left;
  return first.id.client;
}

function hasBefore(item: Y.Item, step: Step): boolean {
  return valueBefore(item, step) !== undefined;
}

// Undo gives a value back what it was, unless somebody else wrote it at the same time; then it would only take it away. What is
// put back takes the place of the item, which is then deleted already.
function putBack(item: Y.Item, step: Step): void {
  const parent = item.parent as SharedType;
  if (parent._map.get(item.parentSub!) !== item) return;
  const before = valueBefore(item, step);
  if (!before || !(before.content instanceof Y.ContentAny)) return;
  const value: unknown = before.content.arr.at(-1);
  if (parent instanceof Y.Map) parent.set(item.parentSub!, value);
  else if (parent instanceof Y.XmlElement) parent.setAttribute(item.parentSub!, value as string);
}
