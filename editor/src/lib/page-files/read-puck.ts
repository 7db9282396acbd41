import type { Json } from '@vitrine/content';
import { type Component, type ForeignPage, isList, isObject, seoOf, textIn } from './component.ts';

/** A page of Puck: `{ root, content, zones }`; `undefined` when it is none. */
export function readPuck(value: unknown): ForeignPage | undefined {
  if (!isObject(value) || !isComponents(value.content)) return undefined;
  const zones = isObject(value.zones) ? value.zones : {};
  const root = isObject(value.root) ? value.root : {};
  const facts = isObject(root.props) ? root.props : root;
  return {
    from: 'Puck',
    name: textIn(facts.title),
    seo: seoOf(facts),
    components: value.content.map((each) => component(each, zones)),
    leftOut: 0,
  };
}

interface PuckComponent {
  readonly [key: string]: Json;
  readonly type: string;
  readonly props: { readonly [key: string]: Json };
}

// What stands in a component is a list among its settings, in older data a zone called `<id>:<name>`.
function component(given: PuckComponent, zones: { readonly [key: string]: Json }): Component {
  const { id, ...props } = given.props;
  const own = Object.entries(props).filter(([, value]) => isComponents(value) && value.length > 0);
  const zoned = Object.entries(zones).flatMap(([key, value]) =>
    typeof id === 'string' && key.startsWith(`${id}:`) ? [[key.slice(id.length + 1), value] as const] : [],
  );
  const slots = [...own, ...zoned].flatMap(([name, value]) =>
    isComponents(value) ? [{ name, children: value.map((each) => component(each, zones)) }] : [],
  );
  const inside = new Set(own.map(([name]) => name));
  return {
    name: given.type,
    props: Object.fromEntries(Object.entries(props).filter(([name]) => !inside.has(name))),
    slots,
    original: given,
  };
}

function isComponents(value: Json | undefined): value is readonly PuckComponent[] {
  return (
    isList(value) &&
    value.every((each) => isObject(each) && typeof each.type === 'string' && isObject(each.props))
  );
}
