import * as Y from 'yjs';
import type { PageDocument } from '../../page.ts';
import { PageInYdoc } from '../page-in-ydoc.ts';
import { PageUndo } from '../page-undo.ts';
import { type Deed, deeds, FuzzDeeds, type Traces } from './fuzz-deeds.ts';
import { fuzzShapes } from './fuzz-shapes.ts';
import { type FuzzWorld, type Sight, sightOf } from './fuzz-world.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Somebody with a replica of the page, who does things by chance and looks after each whether it was right. */
export class FuzzUser {
  readonly doc = new Y.Doc();
  readonly page: PageInYdoc;
  /** What was seen before and is not any more, because of something this user did. */
  readonly hidden = { nodes: new Set<string>(), words: new Set<string>() };
  readonly traces: Traces = { cutTexts: new Set(), hasRestored: false };
  hasUndone = false;
  /** What was done since the last meeting. */
  readonly log: string[] = [];
  readonly #random: SeededRandom;
  readonly #world: FuzzWorld;
  readonly #user: number;
  readonly #deeds: FuzzDeeds;
  /** What came to sight by what this user did. */
  readonly #shown = { nodes: new Set<string>(), words: new Set<string>() };
  readonly #versions: PageDocument[] = [];
  #now = 1_000_000;

  constructor(user: number, random: SeededRandom, world: FuzzWorld) {
    this.#user = user;
    this.#random = random;
    this.#world = world;
    this.doc.clientID = 100 + user;
    this.page = new PageInYdoc(this.doc, fuzzShapes, { random: random.next });
    const undo = new PageUndo(this.page, { now: () => this.#now });
    const { page, traces } = this;
    this.#deeds = new FuzzDeeds({ page, undo, random, world, user, traces, versions: this.#versions });
  }

  /** Begins anew, with the page as it is now as one more version. */
  remember(): void {
    this.#versions.push(this.page.toDocument());
    this.hidden.nodes.clear();
    this.hidden.words.clear();
    this.traces.cutTexts.clear();
    this.traces.hasRestored = false;
    this.hasUndone = false;
    this.log.length = 0;
  }

  /** @returns What went wrong. */
  act(): string | undefined {
    this.#now += this.#random.chance(0.5) ? 100 : 2_000;
    const before = sightOf(this.page, this.#world);
    const placed = this.#placed();
    const known = new Set(this.doc.getMap('nodes').keys());
    const name = this.#random.pick(deeds);
    const id = this.#deeds.anyNode();
    this.log.push(`user ${this.#user}: ${name} ${id ?? ''}`);
    if (name.startsWith('undo') || name === 'redo') this.hasUndone = true;
    const wrong = this.#deeds.do(name, id);
    for (const each of this.doc.getMap('nodes').keys())
      if (!known.has(each)) this.#world.makers.set(each, this.#user);
    const fault = wrong ?? this.#comparePlaces(name, placed);
    return fault ? `${name}: ${fault}` : this.#compare(name, before, sightOf(this.page, this.#world));
  }

  #comparePlaces(name: Deed, before: ReadonlySet<string>): string | undefined {
    const after = this.#placed();
    for (const each of before) {
      if (after.has(each) || this.#world.unhung.has(each)) continue;
      if (this.#world.makers.get(each) !== this.#user)
        return `${name} took the place of ${each}, which others inserted`;
      this.#world.unhung.add(each);
    }
    return undefined;
  }

  #compare(name: Deed, before: Sight, after: Sight): string | undefined {
    // Words first: what is removed now is not removed yet.
    for (const kind of ['words', 'nodes'] as const) {
      for (const each of before[kind]) {
        if (after[kind].has(each)) continue;
        const maker = kind === 'nodes' ? this.#world.makers.get(each) : this.#world.words.get(each)!.user;
        const isAlone = kind === 'nodes' ? this.#staysPut(each) : this.#staysWritten(each, after);
        if (name.startsWith('undo') && isAlone && maker !== this.#user && !this.#shown[kind].has(each)) {
          return `undo hid ${kind} ${each} of user ${maker}`;
        }
        this.hidden[kind].add(each);
        if (kind === 'nodes') this.#world.removed.add(each);
        if (kind === 'words') {
          const { node, path } = this.#world.words.get(each)!;
          this.traces.cutTexts.add(`${node}/${path}`);
        }
      }
      for (const each of after[kind]) if (!before[kind].has(each)) this.#shown[kind].add(each);
    }
    return undefined;
  }

  /** A module goes back into one that somebody else has removed, or to nowhere when its insertion was undone. */
  #staysPut(id: string): boolean {
    return !this.#world.removed.has(id) && !this.#world.unhung.has(id);
  }

  /** A word goes with the module it is in, unless undo takes that away from under others who wrote in it. */
  #staysWritten(word: string, after: Sight): boolean {
    const { node } = this.#world.words.get(word)!;
    const isOwnModule = this.#world.makers.get(node) === this.#user && !this.#world.removed.has(node);
    return after.nodes.has(node) || isOwnModule;
  }

  #placed(): ReadonlySet<string> {
    const nodes = [...this.doc.getMap<Y.Map<unknown>>('nodes')];
    return new Set(nodes.filter(([, node]) => node.has('at')).map(([id]) => id));
  }
}
