import type * as Y from 'yjs';
import { equalJson } from '../equal-json.ts';
import { isOpenName } from '../open-settings.ts';
import type { Json } from '../page.ts';
import { isReaders, type Readers, readerKinds } from '../readers.ts';
import type { NodePlace } from './derive-tree.ts';
import { nodeIn, type PageSource } from './page-source.ts';

/** An instance without its settings, and where it stands. */
export interface NodeFacts extends Readers {
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly name?: string;
  readonly lock?: boolean;
  readonly hidden?: boolean;
  readonly open?: readonly string[];
  /** Absent at the top of the page, and for what is lost. */
  readonly parent: string | undefined;
  readonly slot: string | undefined;
  readonly index: number;
}

/** What a person may say of an instance; `undefined` takes it back. */
export interface FactChange {
  readonly name?: string | undefined;
  readonly lock?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly locales?: readonly string[] | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly audiences?: readonly string[] | undefined;
  /** All of them; only what is different is written, so what others open or close meanwhile stays. */
  readonly open?: readonly string[] | undefined;
}

// A key of its own for each, so that two who open different settings at the same time both do.
const OPEN = 'open/';

export function openKey(name: string): string {
  return `${OPEN}${name}`;
}

export function isOpenKey(key: string): boolean {
  return key.startsWith(OPEN) && isOpenName(key.slice(OPEN.length));
}

export function readFacts(source: PageSource, id: string, { parent, slot, index }: NodePlace): NodeFacts {
  const node = nodeIn(source, id)!;
  const v = Number(node.get('v'));
  const name = node.get('name');
  const lock = node.get('lock');
  const hidden = node.get('hidden');
  const open = openIn(node);
  return {
    id,
    type: node.get('type') as string,
    v: Number.isInteger(v) && v > 0 ? v : 1,
    ...(typeof name === 'string' && { name }),
    ...(typeof lock === 'boolean' && { lock }),
    ...(typeof hidden === 'boolean' && { hidden }),
    ...readersIn(node),
    ...(open.length > 0 && { open }),
    parent,
    slot,
    index,
  };
}

export function writeFacts(
  source: PageSource,
  id: string,
  change: FactChange & { type?: string; v?: number },
): void {
  const node = nodeIn(source, id);
  if (!node) throw new Error(`There is no module "${id}" in this page. Was it removed for good?`);
  const { open, ...plain } = change;
  if ('open' in change) writeOpen(node, open ?? []);
  for (const [fact, value] of Object.entries(plain)) {
    if (equalJson(node.get(fact) as Json | undefined, value as Json | undefined)) continue;
    if (value === undefined) node.delete(fact);
    else node.set(fact, value);
  }
}

function readersIn(node: Y.Map<unknown>): Readers {
  const named = readerKinds.filter((kind) => isReaders(kind, node.get(kind)));
  return Object.fromEntries(named.map((kind) => [kind, node.get(kind) as string[]]));
}

function openIn(node: Y.Map<unknown>): string[] {
  return [...node.entries()]
    .filter(([key, value]) => value === true && isOpenKey(key))
    .map(([key]) => key.slice(OPEN.length))
    .sort((left, right) => (left < right ? -1 : 1));
}

/** @throws when one of them is no name of a setting. */
export function checkOpenNames(names: readonly string[]): void {
  const wrong = names.find((name) => !isOpenName(name));
  if (wrong !== undefined) throw new Error(`"${wrong}" is no name of a setting; expected for example title.`);
}

function writeOpen(node: Y.Map<unknown>, names: readonly string[]): void {
  checkOpenNames(names);
  const before = openIn(node);
  for (const name of before) if (!names.includes(name)) node.delete(openKey(name));
  for (const name of names) if (!before.includes(name)) node.set(openKey(name), true);
}
