import fc from 'fast-check';
import type { Json, PageDocument, PageNode, Props } from '../page.ts';

/** Any page as it is stored: unique ids, no empty slots, up to about 40 instances in four levels. */
export function arbitraryPage(): fc.Arbitrary<PageDocument> {
  const { list } = fc.letrec<{ list: Shape[]; shape: Shape }>((tie) => ({
    list: fc.array(tie('shape'), { maxLength: 4, depthIdentifier: 'page' }),
    shape: fc.record({
      type: fc.constantFrom('section', 'columns', 'hero', 'text'),
      props: arbitraryProps(),
      locales: fc.subarray(['de', 'de-AT', 'en']),
      groups: fc.subarray(['anyone', 'trade']),
      open: fc.uniqueArray(fc.constantFrom('image', 'padding', 'text'), { maxLength: 2 }),
      slots: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'page' },
        fc.constant({}),
        fc.dictionary(fc.constantFrom('main', 'aside'), tie('list'), { maxKeys: 2 }),
      ),
    }),
  }));
  return list.map((shapes) => {
    let count = 0;
    const nodes = shapes.map((shape) => toNode(shape, () => `n${count++}`));
    return { schema: 1, id: 'any', kind: 'page', name: 'Any', seo: {}, nodes };
  });
}

/** Settings with all kinds of suffixes. */
export function arbitraryProps(): fc.Arbitrary<Props> {
  const key = fc
    .tuple(
      fc.constantFrom('title', 'text', 'padding', 'image'),
      fc.constantFrom('', '@de', '@de-AT', '@en'),
      fc.constantFrom('', '@sm', '@md', '@lg'),
      fc.constantFrom('', '#b'),
    )
    .map((parts) => parts.join(''));
  return fc.dictionary(key, arbitraryJson(), { maxKeys: 5, noNullPrototype: true });
}

function arbitraryJson(): fc.Arbitrary<Json> {
  return fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.dictionary(fc.string(), fc.integer(), { maxKeys: 3, noNullPrototype: true }),
  );
}

interface Shape {
  readonly type: string;
  readonly props: Props;
  readonly locales: readonly string[];
  readonly groups: readonly string[];
  readonly open: readonly string[];
  readonly slots: Readonly<Record<string, readonly Shape[]>>;
}

function toNode({ type, props, locales, groups, open, slots }: Shape, makeId: () => string): PageNode {
  const id = makeId();
  const filled = Object.entries(slots)
    .filter(([, children]) => children.length > 0)
    .map(([name, children]) => [name, children.map((child) => toNode(child, makeId))] as const);
  return {
    id,
    type,
    v: 1,
    props,
    ...(locales.length > 0 && { locales }),
    ...(groups.length > 0 && { groups }),
    ...(open.length > 0 && { open: open.toSorted() }),
    ...(filled.length > 0 && { slots: Object.fromEntries(filled) }),
  };
}
