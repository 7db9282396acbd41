import type { PageNode, Props } from '@vitrine/content';

/** A module instance. Config versions of the demo pages are all 1. */
export function instance(
  id: string,
  type: string,
  props: Props = {},
  slots?: Readonly<Record<string, readonly PageNode[]>>,
): PageNode {
  return { id, type, v: 1, props, ...(slots ? { slots } : {}) };
}

/** A scene as an image setting. The words beside it say what matters: it is decoration, so it has no text of its own. */
export function scene(name: string, focalPoint = { x: 0.5, y: 0.55 }) {
  return { src: `demo/scene-${name}.svg`, alt: '', width: 2000, height: 1125, focalPoint };
}

/** A product picture as decoration. */
export function photo(id: string) {
  return { src: `demo/${id}.svg`, alt: '', width: 1200, height: 1500 };
}

export function page(path: string) {
  return { kind: 'page', path };
}

/** By the English slug. */
export function category(slug: string) {
  return { kind: 'category', slug };
}
