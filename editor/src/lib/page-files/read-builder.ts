import type { Json } from '@vitrine/content';
import { type Component, type ForeignPage, isList, isObject, seoOf, textIn } from './component.ts';

/** A content entry of Builder.io, alone, in a list or as its content API answers; `undefined` when it is none. */
export function readBuilder(value: unknown): ForeignPage | undefined {
  const entry = firstEntry(value);
  if (!isObject(entry) || !isObject(entry.data)) return undefined;
  const { data } = entry;
  const blocks = isList(data.blocks) ? data.blocks : blocksIn(data.blocksString);
  if (!blocks) return undefined;
  const counted = { leftOut: ['cssCode', 'jsCode', 'tsCode'].filter((key) => textIn(data[key])).length };
  const components = blocks.flatMap((each) => component(each, counted));
  const seo = withLanguages(seoOf(data));
  return {
    from: 'Builder',
    name: textIn(entry.name) ?? textIn(data.title),
    seo,
    components,
    leftOut: counted.leftOut,
  };
}

function firstEntry(value: unknown): unknown {
  if (isList(value)) return value[0];
  return isObject(value) && isList(value.results) ? value.results[0] : value;
}

/** Older entries keep their elements as a text. */
function blocksIn(text: Json | undefined): readonly Json[] | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isList(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

// Elements stand in three places: children, lists of elements among the options, and the blocks of columns.
function component(element: Json, counted: { leftOut: number }): Component[] {
  if (!isObject(element)) return [];
  for (const key of ['bindings', 'actions', 'code', 'animations', 'responsiveStyles', 'repeat']) {
    const value = element[key];
    if ((isObject(value) || isList(value)) && Object.keys(value).length > 0) counted.leftOut++;
  }
  const made = isObject(element.component) ? element.component : {};
  const options = isObject(made.options) ? made.options : {};
  const inside = (list: readonly Json[]) => list.flatMap((each) => component(each, counted));
  const slots: { name: string; children: readonly Component[] }[] = [];
  const props: Record<string, Json> = {};
  for (const [name, value] of Object.entries(options)) {
    if (isElements(value)) slots.push({ name, children: inside(value) });
    else if (name === 'columns' && isList(value))
      for (const [index, column] of value.entries()) {
        const blocks = isObject(column) && isList(column.blocks) ? column.blocks : [];
        slots.push({ name: `column-${index + 1}`, children: inside(blocks) });
      }
    else props[name] = value;
  }
  if (isList(element.children) && element.children.length > 0)
    slots.push({ name: 'children', children: inside(element.children) });
  return [
    {
      name: textIn(made.name)?.replace(/^Core:/, '') ?? 'Box',
      props: withLanguages(props),
      slots,
      original: element,
    },
  ];
}

function isElements(value: Json): value is readonly Json[] {
  return (
    isList(value) &&
    value.length > 0 &&
    value.every((each) => isObject(each) && each['@type'] === '@builder.io/sdk:Element')
  );
}

/** `{ Default, 'de-DE' }` becomes the value and the one at `name@de-DE`. */
function withLanguages(props: Readonly<Record<string, Json>>): Record<string, Json> {
  const all: Record<string, Json> = {};
  for (const [name, value] of Object.entries(props)) {
    if (!isObject(value) || value['@type'] !== '@builder.io/core:LocalizedValue') {
      all[name] = value;
      continue;
    }
    const { '@type': _, Default = Object.values(value)[1] ?? null, ...others } = value;
    all[name] = Default;
    for (const [locale, other] of Object.entries(others)) all[`${name}@${locale}`] = other;
  }
  return all;
}
