import { nodePrint, type PageNode } from '@vitrine/content';
import { auditCanvas } from '../checks/audit-canvas.ts';
import { whenIdle } from '../checks/when-idle.ts';
import type { CanvasDoor, CanvasSource, InstanceInfo } from './canvas-door.ts';
import { canvasLook } from './canvas-look.ts';
import { CanvasPage } from './canvas-page.ts';
import type { CanvasRenderer } from './canvas-renderer.ts';
import { inSlices } from './in-slices.ts';
import { markOf } from './instance-places.ts';
import { createLateRenderer } from './late-renderer.ts';
import { nameRevisions, type Revisions, sourcesBelow } from './library-addresses.ts';
import { rectOfPlace } from './measure.ts';
import { measureLists } from './measure-lists.ts';
import { HELD } from './morph.ts';
import { createServerQueue } from './server-queue.ts';
import { askServer, readState } from './server-view.ts';
import { createStyleShelf } from './style-shelf.ts';
import { findTexts } from './text-places.ts';

/**
 * Opens the canvas of this window: the page stands still (links and forms do nothing), and the editor's window finds it as
 * `window.vitrineCanvas`. `rendererFor` is given the frame the server rendered the page with; it is asked once the page can be worked
 * on, for until something is changed there is nothing to render.
 */
export function startCanvas(
  rendererFor: (frame: never) => CanvasRenderer | Promise<CanvasRenderer>,
): CanvasDoor {
  const state = readState(document);
  const { prefix } = state;
  const renderer = createLateRenderer(
    async () => {
      const coming = Promise.resolve(rendererFor(state.frame as never));
      // What is said of it is said when it is waited for.
      coming.catch(() => {});
      await inSlices(own, trust);
      return await coming;
    },
    () => {
      if (source) page.arrange(source);
      page.markEmpty();
      tell();
    },
  );
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let source: CanvasSource | undefined;
  let revisions: Revisions = new Map();
  const own = Object.entries(state.instances).map(
    ([id, { data, ...info }]) => [id.slice(prefix.length), { data, info, print: info.print }] as const,
  );

  const styles = createStyleShelf(document);
  styles.add(canvasLook);
  const queue = createServerQueue({
    ask: (ids) => askServer(ids.flatMap(nodeFor), location.pathname + location.search),
    took({ instances, css }, ids) {
      styles.add(css);
      for (const id of ids) {
        const served = instances.get(id);
        if (served) page.take(id, served);
        else page.fail(id, 'error', 'The server does not show this module.');
      }
      // What came may have slots that were not there before.
      if (source) page.arrange(source);
      tell();
    },
    failed(ids, error) {
      const offline = !navigator.onLine || error instanceof TypeError;
      const message = offline ? 'The shop cannot be reached; it is asked again.' : messageOf(error);
      for (const id of ids) page.fail(id, offline ? 'offline' : 'error', message);
      tell();
    },
  });
  const page = new CanvasPage({
    document,
    prefix,
    renderer,
    styles,
    data: new Map(own.flatMap(([id, { data }]) => (data ? [[id, data] as const] : []))),
    info: new Map(own.map(([id, { info }]): [string, InstanceInfo] => [id, info])),
    ask: queue.add,
    freshen: (element) => nameRevisions(element, revisions),
  });

  function trust([id, { print }]: (typeof own)[number]): void {
    const node = source?.node(id);
    if (node && print === nodePrint(node)) page.trust(id, node);
  }

  // Children are asked for themselves; an instance alone shows its slots empty.
  function nodeFor(id: string): PageNode[] {
    const node = source?.node(id);
    return node ? [{ id, type: node.type, v: node.v, props: node.props }] : [];
  }

  const door: CanvasDoor = {
    document: state.document,
    show(next) {
      source = next;
      // Where instances stand; what they show is looked at when it could be changed.
      if (renderer.get()) own.forEach(trust);
      page.arrange(next);
      tell();
      whenIdle(() => void renderer.load(), 0);
    },
    sync({ nodes, structure }) {
      if (!source) return;
      const shown = source;
      // One that is hidden, or shown to others, has not moved.
      const isTurned = (id: string) => shown.isShown(id) !== (page.place(id) !== undefined);
      if (structure || [...nodes].some(isTurned)) page.arrange(source);
      for (const id of nodes) page.update(id, source);
      tell();
    },
    rectOf(id) {
      const place = page.place(id);
      return place && rectOfPlace(place);
    },
    measure: () => (source ? measureLists(source, page) : []),
    ownerOf(node) {
      let foreign: string | undefined;
      for (let owner = ownerMark(node); owner; owner = ownerMark(owner.node)) {
        const id = page.ownId(owner.id);
        if (id !== undefined && page.place(id)) return { id };
        foreign ??= owner.id;
      }
      return foreign === undefined ? undefined : { foreign };
    },
    textsOf(id) {
      const node = page.node(id);
      const place = page.place(id);
      const described = node && renderer.get()?.describe(node.type);
      const values = page.configOf(id);
      if (!place || !described || !values) return [];
      return findTexts({
        fields: described.fields,
        values,
        render: (config) => page.renderWith(id, config),
        content: contentNodes(place.start, place.end),
      });
    },
    holdText(element) {
      element.setAttribute(HELD, '');
      return () => element.removeAttribute(HELD);
    },
    complete: () => renderer.load(),
    infoOf: (id) => page.info(id),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    audit: () => auditCanvas(document, door.ownerOf),
    pictures: () => [...sourcesBelow(document.body)],
    nameRevisions(next) {
      revisions = next;
      nameRevisions(document.body, next);
    },
    refresh() {
      for (const id of page.places.keys()) if (source?.node(id)) queue.add(id, true);
    },
  };
  standStill(document);
  window.addEventListener('online', () => queue.retry());
  window.addEventListener('resize', tell);
  document.addEventListener('load', tell, { capture: true });
  window.vitrineCanvas = door;
  window.parent.postMessage({ kind: 'vitrine-canvas-ready', document: state.document }, location.origin);
  return door;
}

/** The innermost mark that is open at a node. */
function ownerMark(node: Node): { readonly id: string; readonly node: Comment } | undefined {
  let closed = 0;
  for (let at: Node | null = node; at; ) {
    const before: Node | null = at.previousSibling;
    if (!before) {
      at = at.parentNode;
      closed = 0;
      continue;
    }
    const mark = markOf(before);
    if (mark?.kind === 'end') closed++;
    else if (mark && closed > 0) closed--;
    else if (mark) return { id: mark.id, node: before as Comment };
    at = before;
  }
  return undefined;
}

function contentNodes(start: Node, end: Node): Node[] {
  const nodes: Node[] = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) nodes.push(node);
  return nodes;
}

// The editor decides what a click means; nothing on the page may lead away or send anything.
function standStill(document: Document): void {
  document.addEventListener('submit', (event) => event.preventDefault(), { capture: true });
  document.addEventListener('click', (event) => event.preventDefault(), { capture: true });
  document.addEventListener('dragstart', (event) => event.preventDefault(), { capture: true });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
