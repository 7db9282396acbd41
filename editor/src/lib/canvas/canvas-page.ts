import type { CanvasNode, CanvasRect, CanvasSource, InstanceInfo } from './canvas-door.ts';
import {
  contentOf,
  findPlaces,
  type InstancePlace,
  makePlace,
  park,
  partsIn,
  putAfter,
  slotsIn,
} from './instance-places.ts';
import type { LateRenderer } from './late-renderer.ts';
import { NOTHING_PERSONAL, rectOfSlot } from './measure.ts';
import { morphBetween } from './morph.ts';
import type { ServedInstance } from './server-view.ts';
import type { StyleShelf } from './style-shelf.ts';

export interface CanvasPageOptions {
  readonly document: Document;
  /** What stands before the ids of the document's instances on the page: `_layout.` or nothing. */
  readonly prefix: string;
  readonly renderer: LateRenderer;
  readonly styles: StyleShelf;
  readonly data: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly info: ReadonlyMap<string, InstanceInfo>;
  /** An instance should be asked for, at once when there is nothing to see of it yet. */
  readonly ask: (id: string, urgent: boolean) => void;
  /** Makes what is about to be shown show the files of the media library as they are now. */
  readonly freshen: (element: Element) => void;
}

/** The instances of the document on the page: makes the page look like the document. */
export class CanvasPage {
  readonly #options: CanvasPageOptions;
  readonly #places = new Map<string, InstancePlace>();
  readonly #lists = new Map<string, readonly string[]>();
  /** The nodes the page shows, as they were when it was last brought in line. */
  readonly #shown = new Map<string, CanvasNode>();
  readonly #data: Map<string, Readonly<Record<string, unknown>>>;
  readonly #info: Map<string, InstanceInfo>;
  #root: Comment;

  constructor(options: CanvasPageOptions) {
    this.#options = options;
    this.#data = new Map(options.data);
    this.#info = new Map(options.info);
    const { places, root } = findPlaces(options.document.body);
    if (!root) throw new Error('This page is no canvas: it does not say where the document begins.');
    this.#root = root;
    for (const [id, place] of places) {
      const own = this.ownId(id);
      if (own !== undefined) this.#places.set(own, { ...place, id: own });
    }
  }

  /** The id in the document, of an id on the page. */
  ownId(id: string): string | undefined {
    const { prefix } = this.#options;
    if (!id.startsWith(prefix)) return undefined;
    const own = id.slice(prefix.length);
    return own.includes('.') ? undefined : own;
  }

  place(id: string): InstancePlace | undefined {
    const place = this.#places.get(id);
    return place?.parked ? undefined : place;
  }

  get places(): ReadonlyMap<string, InstancePlace> {
    return this.#places;
  }

  /** Where the document begins while nothing stands in it. */
  rootRect(): CanvasRect | undefined {
    const parent = this.#root.parentElement;
    return parent ? rectOfSlot(parent) : undefined;
  }

  info(id: string): InstanceInfo | undefined {
    return this.#info.get(id);
  }

  node(id: string): CanvasNode | undefined {
    return this.#shown.get(id);
  }

  /** The page shows what the server made of this very instance: it need not be rendered. */
  trust(id: string, node: CanvasNode): void {
    if (this.#places.has(id)) this.#shown.set(id, node);
  }

  /** Says of instances that show nothing what they are, so that they can be found. */
  markEmpty(): void {
    for (const [id, place] of this.#places) {
      const node = this.#shown.get(id);
      if (node && !place.parked && !contentOf(place).some(isToSee)) this.#fill(place, [], node);
    }
  }

  /** Brings lists of instances in line, from the top, and what they show once the renderer is here. */
  arrange(source: CanvasSource): void {
    const seen = new Set<string>();
    this.#arrangeList(source, undefined, undefined, seen);
    for (const [id, place] of this.#places) {
      // What was removed may come back by undo: it is kept, with its answers.
      if (!seen.has(id)) park(place);
    }
  }

  /** Renders an instance when it is not shown as it is now; while the renderer is on its way, later. */
  update(id: string, source: CanvasSource): void {
    const node = source.node(id);
    const place = this.#places.get(id);
    if (!node || !place || node.hidden) return;
    if (this.#shown.get(id) === node) return;
    if (this.#options.renderer.get()) this.#show(place, node);
    else void this.#options.renderer.load();
  }

  /** Takes what the server says about an instance. */
  take(id: string, { content, data, info }: ServedInstance): void {
    const place = this.#places.get(id);
    const node = this.#shown.get(id);
    if (!place || !node) return;
    this.#info.set(id, info);
    if (data) this.#data.set(id, data);
    const isAnswered = info.state === 'ok' || info.state === 'stale';
    if (!isAnswered || !this.#renderHere(place, node)) this.#fill(place, content, node);
  }

  /** The server could not be asked. */
  fail(id: string, state: 'offline' | 'error', message: string): void {
    this.#info.set(id, { state, problems: [message], trace: [] });
  }

  /** The instance rendered with other settings, not shown. */
  renderWith(id: string, config: Readonly<Record<string, unknown>>): readonly Node[] | undefined {
    const node = this.#shown.get(id);
    const rendered = node && this.#render(id, node, config);
    return rendered?.kind === 'rendered' ? this.#parse(rendered.pieces.join('')) : undefined;
  }

  /** What the view of an instance is given. */
  configOf(id: string): Readonly<Record<string, unknown>> | undefined {
    const node = this.#shown.get(id);
    const rendered = node && this.#render(id, node);
    return rendered?.kind === 'rendered' ? rendered.config : undefined;
  }

  #arrangeList(
    source: CanvasSource,
    parent: string | undefined,
    slot: string | undefined,
    seen: Set<string>,
  ): void {
    const key = `${parent ?? ''} ${slot ?? ''}`;
    const ids = source.children(parent, slot);
    const wanted = ids.filter((id) => source.isShown(id));
    const container = parent === undefined ? undefined : this.#places.get(parent)?.slots.get(slot!);
    const isPlaced = parent === undefined || container !== undefined;
    for (const id of wanted) {
      if (isPlaced) seen.add(id);
      if (!this.#places.has(id))
        this.#places.set(id, { ...makePlace(this.#options.document, this.#options.prefix + id), id });
    }
    if (isPlaced) this.#order(key, wanted, container, seen);
    this.#lists.set(key, ids);
    const isComplete = this.#options.renderer.get() !== undefined;
    for (const id of wanted) {
      if (isComplete) this.update(id, source);
      for (const name of this.#places.get(id)!.slots.keys()) this.#arrangeList(source, id, name, seen);
    }
  }

  #order(
    key: string,
    wanted: readonly string[],
    container: Element | undefined,
    seen: ReadonlySet<string>,
  ): void {
    const staying = new Set(wanted);
    for (const id of this.#lists.get(key) ?? []) {
      const place = this.#places.get(id);
      // What was moved out of here stands in a list further up by now, and stays there.
      if (place && !place.parked && !seen.has(id)) park(place);
    }
    const parent = container ?? this.#root.parentNode!;
    let before: Node = container ?? this.#root;
    const next = () => (before === container ? container.firstChild : before.nextSibling);
    wanted.forEach((id, index) => {
      const place = this.#places.get(id)!;
      if (next() !== place.start) {
        // One that was moved down stands in the way of all others; taking it out moves only it.
        const after = wanted[index + 1];
        const other = [...staying]
          .map((each) => this.#places.get(each)!)
          .find(({ start }) => start === next());
        if (other && other.end.nextSibling === place.start && other.id !== after) park(other);
        if (next() !== place.start) putAfter(place, before, parent);
      }
      before = place.end;
    });
  }

  #show(place: InstancePlace, node: CanvasNode): void {
    const { id } = place;
    const isNew = !this.#shown.has(id) && contentOf(place).length === 0;
    this.#shown.set(id, node);
    const described = this.#describe(node.type);
    const knowsData = !described?.asks || this.#data.has(id);
    const isHere = knowsData && this.#renderHere(place, node);
    if (!isHere && isNew) this.#fill(place, [this.#waiting(described?.title ?? node.type)], node);
    if (!isHere || described?.asks) {
      if (!isHere) this.#info.set(id, { state: 'waiting', problems: [], trace: [] });
      this.#options.ask(id, isNew);
    }
  }

  #renderHere(place: InstancePlace, node: CanvasNode): boolean {
    const rendered = this.#render(place.id, node);
    if (rendered.kind === 'failed') return false;
    this.#options.styles.add(rendered.css);
    const known = this.#info.get(place.id);
    this.#info.set(place.id, {
      state: known && known.state !== 'waiting' ? known.state : 'ok',
      trace: known?.trace ?? [],
      problems: rendered.problems,
    });
    this.#fill(place, this.#parse(rendered.pieces.join('')), node);
    return true;
  }

  #render(id: string, node: CanvasNode, config?: Readonly<Record<string, unknown>>) {
    const { renderer, prefix } = this.#options;
    // An open part of a fragment shows what stands in it. (The outlet of a layout is the place of a page, which is the server's.)
    if (node.type === 'outlet' && prefix === '')
      return {
        kind: 'rendered',
        pieces: ['<vt-slot data-slot="content"></vt-slot>'],
        css: '',
        config: {},
        problems: [],
      } as const;
    const here = renderer.get();
    if (!here) return { kind: 'failed', message: 'The renderer is on its way.' } as const;
    return here.render({
      id: prefix + id,
      type: node.type,
      v: node.v,
      props: node.props,
      data: this.#data.get(id) ?? {},
      slots: this.#describe(node.type)?.slots ?? [],
      config,
    });
  }

  #fill(place: InstancePlace, content: readonly Node[], node: CanvasNode): void {
    const old = place.slots;
    for (const each of content)
      if (each.nodeType === each.ELEMENT_NODE) this.#options.freshen(each as Element);
    const seen = content.some(isToSee) ? content : [this.#nothing(place.id, node)];
    // What a fragment brings along has slots of its own, which are not this document's; its open parts are.
    const owners = node.type === 'fragment' ? [place.id, `${this.#options.prefix}${place.id}`] : undefined;
    morphBetween(place.start, place.end, seen, owners);
    place.slots = owners ? partsIn(contentOf(place), owners) : slotsIn(contentOf(place));
    for (const [name, slot] of place.slots) {
      const before = old.get(name);
      if (before && before !== slot) slot.replaceChildren(...before.childNodes);
    }
  }

  #describe(type: string) {
    return this.#options.renderer.get()?.describe(type);
  }

  #parse(html: string): Node[] {
    const template = this.#options.document.createElement('template');
    template.innerHTML = html;
    return [...template.content.childNodes];
  }

  #waiting(title: string): Element {
    return this.#note('vt-waiting', title, 'is being fetched …');
  }

  #nothing(id: string, { type }: CanvasNode): Element {
    const title = this.#describe(type)?.title ?? type;
    const { state, problems } = this.#info.get(id) ?? {};
    // What is made for one visitor alone has no room of its own on the page when there is nothing for them.
    if (state === 'hole') return this.#options.document.createElement(NOTHING_PERSONAL);
    if (state === 'error' || state === 'fallback')
      return this.#note('vt-nothing', title, `shows nothing here. ${problems?.[0] ?? ''}`);
    return this.#note('vt-nothing', title, 'is empty. Fill it in on the right.');
  }

  #note(name: string, title: string, text: string): Element {
    const element = this.#options.document.createElement(name);
    const strong = this.#options.document.createElement('strong');
    strong.textContent = title;
    element.append(strong, ` ${text}`);
    return element;
  }
}

// Text nodes alone do not make a module, and a fallback that is hidden cannot be clicked.
function isToSee(node: Node): boolean {
  return node.nodeType === node.ELEMENT_NODE && !(node as HTMLElement).hidden;
}
