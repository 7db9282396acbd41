import * as Y from 'yjs';
import { canonicalText } from '../../canonical.ts';
import type { PageDocument, PageNode } from '../../page.ts';
import { parsePageDocument } from '../../parse-document.ts';
import { walk } from '../../walk.ts';
import { PageInYdoc } from '../page-in-ydoc.ts';
import { fuzzShapes } from './fuzz-shapes.ts';
import { FuzzUser } from './fuzz-user.ts';
import { type FuzzWorld, type Sight, sightOf } from './fuzz-world.ts';
import { SeededRandom } from './seeded-random.ts';

const users = 3;
const rounds = 4;
const deedsPerRound = 7;

/** Three people apart, then together, several times. @returns What went wrong, with what led to it. */
export function runFuzzSession(seed: number): string | undefined {
  const random = new SeededRandom(seed);
  const world: FuzzWorld = {
    words: new Map(),
    makers: new Map(),
    removed: new Set(),
    unhung: new Set(),
    count: 0,
  };
  const all = Array.from({ length: users }, (_, user) => new FuzzUser(user, random, world));
  PageInYdoc.fill(all[0]!.doc, firstPage(random), fuzzShapes);
  sync(all, random);
  for (let round = 0; round < rounds; round++) {
    for (const user of all) user.remember();
    const expected = sightOf(all[0]!.page, world);
    const created = new Set(world.makers.keys());
    const written = new Set(world.words.keys());
    for (const user of all) {
      for (let deed = 0; deed < deedsPerRound; deed++) {
        const fault = user.act();
        if (fault) return report(seed, round, all, fault);
      }
    }
    sync(all, random);
    const newNodes = [...world.makers.keys()].filter((id) => !created.has(id));
    const newWords = [...world.words.keys()].filter((word) => !written.has(word));
    const wanted: Sight = {
      nodes: new Set([...expected.nodes, ...newNodes]),
      words: new Set([...expected.words, ...newWords]),
    };
    const fault = check(all, world, wanted);
    if (fault) return report(seed, round, all, fault);
  }
  return undefined;
}

function report(seed: number, round: number, all: readonly FuzzUser[], fault: string): string {
  return `Session ${seed}, round ${round}: ${fault}\n${all.flatMap((user) => user.log).join('\n')}`;
}

function check(all: readonly FuzzUser[], world: FuzzWorld, wanted: Sight): string | undefined {
  const [first, ...others] = all as [FuzzUser, ...FuzzUser[]];
  const text = textOf(first.page);
  for (const other of others) {
    if (textOf(other.page) !== text) return `replicas differ:\n${text}\n${textOf(other.page)}`;
  }
  if (textOf(new PageInYdoc(first.doc, fuzzShapes)) !== text) return 'what is kept is not what is stored';
  const parsed = parsePageDocument(first.page.toDocument());
  if (parsed.kind !== 'ok') return `it is no document: ${parsed.problems[0]!.message}`;
  const ids = [...walk(nodesOf(first.page))].map(({ node }) => node.id);
  if (new Set(ids).size !== ids.length) return 'a module stands twice';
  const sight = sightOf(first.page, world);
  for (const id of wanted.nodes) {
    if (!sight.nodes.has(id) && !isRemoved(id, all, world)) return `module ${id} is lost`;
  }
  for (const word of wanted.words) {
    if (sight.words.has(word) || isAccountedFor(word, all, world, sight)) continue;
    const { user, node, path } = world.words.get(word)!;
    return `word ${word} of user ${user} in ${path} of ${node} is lost`;
  }
  return undefined;
}

/** Whether somebody removed an instance, or it and what was in it was undone. */
function isRemoved(id: string, all: readonly FuzzUser[], world: FuzzWorld): boolean {
  if (world.unhung.has(id) || all.some((user) => user.hidden.nodes.has(id))) return true;
  // Undo may bring it back into something that redo removes again at the same time.
  return world.removed.has(id) && all.some((user) => user.hasUndone);
}

/** Whether somebody took a word away, or what it was written in. */
function isAccountedFor(word: string, all: readonly FuzzUser[], world: FuzzWorld, sight: Sight): boolean {
  const { node, path, into, isPlain } = world.words.get(word)!;
  if (isPlain || !sight.nodes.has(node) || all.some((user) => user.hidden.words.has(word))) return true;
  const { doc, page } = all[0]!;
  if (into) {
    const item = Y.getItem(doc.store, into);
    if (item.deleted) return true;
  }
  const [list, item] = path.split('/');
  if ((list === 'links' || list === 'tags') && !page.itemIds(node, list).includes(item!)) return true;
  // Two who cut the same text at the same time may each leave half of a word.
  return (
    all.filter((user) => user.traces.hasRestored || user.traces.cutTexts.has(`${node}/${path}`)).length > 1
  );
}

function nodesOf(page: PageInYdoc) {
  return [...page.toDocument().nodes, ...page.lost().map((id) => page.toNode(id))];
}

function textOf(page: PageInYdoc): string {
  return (
    canonicalText({ ...page.toDocument(), nodes: nodesOf(page) }) + JSON.stringify([page.lost(), page.meta()])
  );
}

function sync(all: readonly FuzzUser[], random: SeededRandom): void {
  for (let round = 0; round < 2; round++) {
    for (const from of all) {
      for (const to of all) {
        if (from === to || (round === 0 && random.chance(0.3))) continue;
        Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'remote');
      }
    }
  }
}

function firstPage(random: SeededRandom): PageDocument {
  const node = (index: number): PageNode => ({
    id: `first${index}`,
    type: 'card',
    v: 1,
    props: { title: random.letters(5), links: [{ label: random.letters(4), href: '/' }] },
  });
  const [a, b, ...others] = Array.from({ length: 6 }, (_, index) => node(index));
  const nodes: PageNode[] = [
    { ...a!, slots: { main: others.slice(2) } },
    { ...b!, slots: { aside: others.slice(0, 2) } },
  ];
  return { schema: 1, id: 'fuzz', kind: 'page', name: 'Fuzz', seo: {}, nodes };
}
