import type { PageDocument, PageNode } from '../page.ts';
import type { Tree } from './derive-tree.ts';
import { writeFacts } from './node-facts.ts';
import { hookId, hookOf, parseRegister, type Register, ROOT } from './node-register.ts';
import { checkNode, newIds, putNode } from './node-writing.ts';
import { arrange } from './order-key.ts';
import { writeDocumentMeta } from './page-meta.ts';
import { nodeIn, type PageSource } from './page-source.ts';
import { readValues } from './read-values.ts';
import { descendantsOf, removeNodes, writeRegister } from './structure-writing.ts';
import { ValueWriter } from './write-values.ts';

export function restoreDocument(source: PageSource, tree: () => Tree, target: PageDocument): void {
  for (const node of target.nodes) checkNode(node);
  writeDocumentMeta(source, target);
  const restored = new Restoring(source, tree());
  restored.list(undefined, '', target.nodes);
  const now = [...tree().places].filter(([, place]) => !place.isLost).map(([id]) => id);
  restored.removeOthers(tree(), now);
}

export function restoreNode(source: PageSource, tree: () => Tree, target: PageNode): void {
  checkNode(target);
  const now = tree();
  const restored = new Restoring(source, now, target.id);
  restored.node(target);
  const place = now.places.get(target.id);
  if (!place || (place.isLost && place.parent === undefined)) restored.hang(target.id);
  restored.removeOthers(tree(), [...descendantsOf(tree(), target.id)]);
}

class Restoring {
  readonly ids = new Set<string>();
  readonly #source: PageSource;
  readonly #tree: Tree;
  /** Instances around the one that is restored: they cannot go into it. */
  readonly #around: ReadonlySet<string>;

  constructor(source: PageSource, tree: Tree, id?: string) {
    this.#source = source;
    this.#tree = tree;
    const around = new Set<string>();
    for (let at = id && tree.places.get(id)?.parent; at; at = tree.places.get(at)?.parent) around.add(at);
    this.#around = around;
  }

  /** Makes what stands in a slot, and in it, what it was; what is there besides stays. */
  list(parent: string | undefined, slot: string, nodes: readonly PageNode[]): void {
    const hook = hookOf(parent);
    const named = nodes.map((node) => ({
      node,
      id: this.#around.has(node.id) ? newIds(this.#source)() : node.id,
    }));
    const wanted = named.map(({ id }) => {
      const register = parseRegister(nodeIn(this.#source, id)?.get('at'));
      const isThere = this.#tree.places.has(id) && register?.parent === hook && register.slot === slot;
      return isThere ? { id, key: register.key } : { id };
    });
    const keys = arrange(wanted, this.#source.random);
    for (const [index, { id, node }] of named.entries()) {
      const key = keys.get(id) ?? wanted[index]!.key!;
      if (!nodeIn(this.#source, id)) this.#make(node, id, { parent: hook, slot, key });
      else if (keys.has(id)) writeRegister(this.#source, this.#tree, id, { parent: hook, slot, key });
      this.node({ ...node, id });
    }
  }

  node(target: PageNode): void {
    const { id, type, v, props, slots, name, lock, hidden, locales, groups, open } = target;
    this.ids.add(id);
    if (!nodeIn(this.#source, id)) this.#make(target, id, { parent: ROOT, slot: '', key: '' });
    writeFacts(this.#source, id, { type, v, name, lock, hidden, locales, groups, open });
    const values = new ValueWriter(this.#source, id);
    for (const key of Object.keys(readValues(this.#source, id).props)) {
      if (!Object.hasOwn(props, key)) values.write(key, undefined);
    }
    for (const [key, value] of Object.entries(props)) values.write(key, value);
    for (const [slot, children] of Object.entries(slots ?? {})) this.list(id, slot, children);
  }

  /** Also what came back with what it was in when that was removed. */
  removeOthers(tree: Tree, ids: readonly string[]): void {
    removeNodes(
      this.#source,
      tree,
      ids.filter((id) => !this.ids.has(id)),
    );
  }

  /** Gives an instance that stood nowhere the place it had, or the last one on the page. */
  hang(id: string): void {
    const was = parseRegister(nodeIn(this.#source, id)?.get('at'))?.was;
    if (was && this.#canHangIn(was.parent)) {
      writeRegister(this.#source, this.#tree, id, was);
      return;
    }
    const last = (this.#tree.children.get('') ?? []).at(-1);
    const key = last && this.#tree.hooks.get(last)?.key;
    const [made] = arrange(
      [...(last && key ? [{ id: last, key }] : []), { id }],
      this.#source.random,
    ).values();
    writeRegister(this.#source, this.#tree, id, { parent: ROOT, slot: '', key: made! });
  }

  /** Whether that is on the page, and not in what has just been restored. */
  #canHangIn(hook: string): boolean {
    let parent = hookId(hook);
    if (parent === undefined) return hook === ROOT;
    for (let steps = 0; parent !== undefined; steps++) {
      const isThere = this.#tree.places.get(parent)?.isLost === false;
      if (!isThere || this.ids.has(parent) || steps > this.#tree.places.size) return false;
      // As it is written: where a ring was opened, what stands elsewhere may go back to that.
      const register = parseRegister(nodeIn(this.#source, parent)?.get('at'));
      parent = register && hookId(register.parent);
    }
    return true;
  }

  #make({ slots: _, ...node }: PageNode, id: string, hook: Omit<Register, 'clock'>): void {
    putNode(this.#source, node, { register: { ...hook, clock: this.#tree.clock + 1 }, idFor: () => id });
  }
}
