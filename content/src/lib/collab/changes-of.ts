import * as Y from 'yjs';
import { isReaders, readerKinds } from '../readers.ts';
import { isOpenKey } from './node-facts.ts';
import { hookId, parseRegister, ROOT, TRASH } from './node-register.ts';
import { isModuleId, isNodeId, isSlotName } from './node-writing.ts';
import { isKeySegment, topKey } from './prop-path.ts';
import { parseName } from './root-texts.ts';
import { type StoredPlace, UpdateReading } from './update-reading.ts';

/** Something an update would change, for the question whether its sender may. */
export type DocChange =
  /** It comes, goes or stands elsewhere. What is in one that comes is part of that. */
  | { readonly kind: 'structure'; readonly node: string; readonly module: string | undefined }
  /** A setting, by its variant key. */
  | {
      readonly kind: 'prop';
      readonly node: string;
      readonly module: string | undefined;
      readonly key: string;
    }
  /** Name, lock, hidden, whom it is for, open settings, module or version. */
  | { readonly kind: 'facts'; readonly node: string; readonly module: string | undefined }
  | { readonly kind: 'meta'; readonly key: string }
  /** Nothing a page is made of, or what builds on something the page does not have: refuse it. */
  | { readonly kind: 'unknown'; readonly what: string };

/**
 * What an update (V1) would change in a page, each thing once. Nothing is applied; the cost is that of the update, not of the
 * page.
 * @throws when it is no update.
 */
export function changesOf(before: Y.Doc, update: Uint8Array): readonly DocChange[] {
  const reading = new UpdateReading(before, update);
  const nodes = before.getMap('nodes');
  const fresh = new Map<string, string | undefined>();
  for (const { root, keys, value } of reading.places()) {
    const [id, key] = keys;
    if (root !== 'nodes' || typeof id !== 'string' || nodes.has(id)) continue;
    if (keys.length === 1 && !fresh.has(id)) fresh.set(id, undefined);
    if (key === 'type' && typeof value === 'string') fresh.set(id, value);
  }
  const moduleOf = (id: string): string | undefined => {
    const node = nodes.get(id);
    const type = node instanceof Y.Map ? node.get('type') : fresh.get(id);
    return typeof type === 'string' ? type : undefined;
  };
  const found = new Map<string, DocChange>();
  for (const place of reading.places()) {
    const change = changeAt(place, moduleOf, (id) => fresh.has(id));
    if (change) found.set(JSON.stringify(change), change);
  }
  for (const what of reading.missing) found.set(what, { kind: 'unknown', what });
  return [...found.values()];
}

function changeAt(
  place: StoredPlace,
  moduleOf: (id: string) => string | undefined,
  isFresh: (id: string) => boolean,
): DocChange | undefined {
  const { root, keys } = place;
  const [first, second, third] = keys;
  if (root === 'meta' && typeof first === 'string' && keys.length === 1) return { kind: 'meta', key: first };
  const text = parseName(root);
  if (text) {
    if (!isNodeId(text.node)) return { kind: 'unknown', what: root };
    if (isFresh(text.node)) return undefined;
    return { kind: 'prop', node: text.node, module: moduleOf(text.node), key: topKey(text.path) };
  }
  if (root !== 'nodes' || typeof first !== 'string')
    return { kind: 'unknown', what: [root, ...keys].join(' ') };
  const node = first;
  const module = moduleOf(node);
  if (!isReadable(place)) return { kind: 'unknown', what: [root, ...keys].join(' ') };
  if (keys.length === 1) return { kind: 'structure', node, module };
  if (isFresh(node)) return undefined;
  if (keys.length === 2 && typeof second === 'string') {
    if (second === 'at' || second === 'props') return { kind: 'structure', node, module };
    if (facts.has(second) || isOpenKey(second)) return { kind: 'facts', node, module };
  }
  if (keys.length === 3 && second === 'props' && typeof third === 'string') {
    return { kind: 'prop', node, module, key: topKey(third) };
  }
  return { kind: 'unknown', what: [root, ...keys].join(' ') };
}

const facts: ReadonlySet<string> = new Set(['type', 'v', 'name', 'lock', 'hidden', ...readerKinds]);

/** Whether what is written at a place among the instances could be read as part of a document. */
function isReadable({ keys, value, isOther }: StoredPlace): boolean {
  const [node, key, setting] = keys;
  if (!isNodeId(String(node))) return false;
  if (keys.length === 1) return value === undefined;
  if (keys.length === 3 && key === 'props' && typeof setting === 'string')
    return isKeySegment(topKey(setting));
  const check = keys.length === 2 ? checks[String(key)] : undefined;
  if (!check) return true;
  return !isOther && (value === undefined || check(value));
}

const isText = (value: unknown) => typeof value === 'string';
const isFlag = (value: unknown) => typeof value === 'boolean';

/** By fact of an instance. */
const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  type: (value) => isText(value) && isModuleId(String(value)),
  v: (value) => Number.isInteger(value) && Number(value) > 0,
  at: isRegister,
  name: isText,
  lock: isFlag,
  hidden: isFlag,
  locales: (value) => isReaders('locales', value),
  groups: (value) => isReaders('groups', value),
  audiences: (value) => isReaders('audiences', value),
};

function isRegister(value: unknown): boolean {
  const register = parseRegister(value);
  if (!register) return false;
  const { parent, slot } = register;
  if (parent === ROOT || parent === TRASH) return slot === '';
  return isNodeId(hookId(parent) ?? '') && isSlotName(slot);
}
