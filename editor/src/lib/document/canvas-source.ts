import { isFor, type Reader } from '@vitrine/content';
import type { PageInYdoc } from '@vitrine/content/collab';
import type { CanvasNode, CanvasSource } from '../canvas/canvas-door.ts';

/** A page as its canvas reads it. A node is the same object until its type, version, settings or visibility change; not when it moves. */
export function canvasSource(page: PageInYdoc, reader: Reader): CanvasSource {
  const nodes = new Map<string, CanvasNode>();
  return {
    children: (parent, slot) => page.children(parent, slot),
    isShown(id) {
      const facts = page.node(id);
      return facts !== undefined && !facts.hidden && isFor(facts, reader);
    },
    node(id) {
      const facts = page.node(id);
      if (!facts) return undefined;
      const props = page.props(id);
      const { type, v } = facts;
      const hidden = facts.hidden === true || !isFor(facts, reader);
      const known = nodes.get(id);
      if (known && known.props === props && known.type === type && known.v === v && known.hidden === hidden)
        return known;
      const node: CanvasNode = { type, v, props, hidden };
      nodes.set(id, node);
      return node;
    },
  };
}
