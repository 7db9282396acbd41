import * as Y from 'yjs';
import type { PageNode } from '../page.ts';
import { readerKinds } from '../readers.ts';
import { addFresh, type FreshValues, writeFreshTexts } from './fresh-values.ts';
import { checkOpenNames, openKey } from './node-facts.ts';
import { hookOf, packRegister, type Register } from './node-register.ts';
import { keysAt } from './order-key.ts';
import type { PageSource } from './page-source.ts';
import { isKeySegment, makeNodeId, shapeOf } from './prop-path.ts';

const nodeId = /^[A-Za-z0-9][\w-]{0,63}$/;
const moduleId = /^[a-z0-9][a-z0-9./_-]{0,127}$/i;
const slotName = /^[A-Za-z0-9][\w-]{0,63}$/;

export function isNodeId(text: string): boolean {
  return nodeId.test(text);
}

export function isModuleId(text: string): boolean {
  return moduleId.test(text);
}

export function isSlotName(text: string): boolean {
  return slotName.test(text);
}

/** Throws when an instance, or one in it, could not be read as part of a document. */
export function checkNode(node: PageNode): void {
  if (!moduleId.test(node.type))
    throw new Error(`"${node.type}" is no id of a module; expected for example hero.`);
  const key = Object.keys(node.props).find((each) => !isKeySegment(each));
  if (key !== undefined) {
    throw new Error(
      `"${key}" is no key of a setting of module "${node.id}"; expected for example title, title@de or padding@sm.`,
    );
  }
  checkOpenNames(node.open ?? []);
  for (const [slot, children] of Object.entries(node.slots ?? {})) {
    if (!slotName.test(slot)) throw new Error(`"${slot}" is no name of a slot; expected for example main.`);
    for (const child of children) checkNode(child);
  }
}

/** Writes an instance with what is in its slots. `idFor` is asked once for each. */
export function putNode(
  source: PageSource,
  node: PageNode,
  { register, idFor }: { readonly register: Register; readonly idFor: (node: PageNode) => string },
): string {
  const { nodes, random } = source;
  const id = idFor(node);
  const fresh: FreshValues = { entries: [], texts: [] };
  const shapes = source.shapes(node.type);
  for (const [key, value] of Object.entries(node.props)) {
    addFresh(fresh, { path: key, value, shape: shapeOf(shapes, key), random });
  }
  const stored = new Y.Map<unknown>();
  stored.set('type', node.type);
  stored.set('v', node.v);
  stored.set('at', packRegister(register));
  stored.set('props', new Y.Map(fresh.entries));
  for (const fact of ['name', 'lock', 'hidden', ...readerKinds] as const) {
    if (node[fact] !== undefined) stored.set(fact, node[fact]);
  }
  for (const name of node.open ?? []) stored.set(openKey(name), true);
  nodes.set(id, stored);
  writeFreshTexts(source, id, fresh);
  for (const [slot, children] of Object.entries(node.slots ?? {})) {
    const keys = keysAt([], { index: 0, count: children.length, random });
    for (const [index, child] of children.entries()) {
      const at = { parent: hookOf(id), slot, key: keys[index]!, clock: register.clock };
      putNode(source, child, { register: at, idFor });
    }
  }
  return id;
}

/** Gives every instance the id it has, or a new one when that is taken. */
export function freeIds({ nodes, random }: PageSource): (node: PageNode) => string {
  const given = new Set<string>();
  return ({ id: wanted }) => {
    let id = wanted;
    while (!nodeId.test(id) || nodes.has(id) || given.has(id)) id = makeNodeId(random);
    given.add(id);
    return id;
  };
}

export function newIds({ nodes, random }: PageSource): () => string {
  return () => {
    let id = makeNodeId(random);
    while (nodes.has(id)) id = makeNodeId(random);
    return id;
  };
}
