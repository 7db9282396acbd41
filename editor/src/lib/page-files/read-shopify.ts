import type { Json } from '@vitrine/content';
import { type Component, type ForeignPage, isList, isObject } from './component.ts';

/** A JSON template of a Shopify theme: `{ sections, order }`; `undefined` when it is none. */
export function readShopify(value: unknown): ForeignPage | undefined {
  if (!isObject(value) || !isObject(value.sections) || !isList(value.order)) return undefined;
  return { from: 'Shopify', seo: {}, components: inOrder(value.sections, value.order), leftOut: 0 };
}

function inOrder(all: { readonly [key: string]: Json }, order: Json | undefined): Component[] {
  const ids = isList(order) ? order : Object.keys(all);
  return ids.flatMap((id) => {
    const given = typeof id === 'string' && Object.hasOwn(all, id) ? all[id] : undefined;
    if (!isObject(given) || given.disabled === true || typeof given.type !== 'string') return [];
    const children = isObject(given.blocks) ? inOrder(given.blocks, given.block_order) : [];
    return [
      {
        name: given.type,
        props: isObject(given.settings) ? given.settings : {},
        slots: children.length > 0 ? [{ name: 'blocks', children }] : [],
        original: given,
      },
    ];
  });
}
