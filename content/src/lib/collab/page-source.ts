import * as Y from 'yjs';
import type { PropShape, PropShapes, ShapesOf } from '../prop-shape.ts';
import { shapeAt } from './prop-path.ts';
import { RootTexts } from './root-texts.ts';

/** Where a page is stored, and what is needed to read and write it. */
export interface PageSource {
  readonly doc: Y.Doc;
  /** `schema id kind name layout composes`, `seo/<key>`, `path/<channel>/<locale>`. */
  readonly meta: Y.Map<unknown>;
  /** By id: `type v at name lock hidden`, `open/<setting>`, and `props`, a flat map of paths. */
  readonly nodes: Y.Map<unknown>;
  readonly texts: RootTexts;
  readonly shapes: ShapesOf;
  /** From 0 to 1, without 1. */
  readonly random: () => number;
}

export function openSource(doc: Y.Doc, shapes: ShapesOf, random: () => number): PageSource {
  return {
    doc,
    meta: doc.getMap('meta'),
    nodes: doc.getMap('nodes'),
    texts: new RootTexts(doc),
    shapes,
    random,
  };
}

/** An instance as it is stored; `undefined` when there is none. */
export function nodeIn({ nodes }: PageSource, id: string): Y.Map<unknown> | undefined {
  const node = nodes.get(id);
  return node instanceof Y.Map && typeof node.get('type') === 'string' ? node : undefined;
}

export function propsIn(source: PageSource, id: string): Y.Map<unknown> | undefined {
  const props = nodeIn(source, id)?.get('props');
  return props instanceof Y.Map ? props : undefined;
}

export function shapesIn(source: PageSource, id: string): PropShapes | undefined {
  return source.shapes(nodeIn(source, id)?.get('type') as string);
}

export function shapeIn(source: PageSource, id: string, path: string): PropShape {
  return shapeAt(shapesIn(source, id), path);
}
