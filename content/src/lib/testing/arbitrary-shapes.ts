import fc from 'fast-check';
import type { PropShape, PropShapes } from '../prop-shape.ts';

/** Any shapes for the settings of `arbitraryProps`; the same for every module. */
export function arbitraryShapes(): fc.Arbitrary<PropShapes> {
  const { shape } = fc.letrec<{ shape: PropShape }>((tie) => ({
    shape: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constantFrom<PropShape>({ kind: 'text' }, { kind: 'rich-text' }, { kind: 'plain' }),
      fc.record({ kind: fc.constant('list' as const), item: tie('shape') }),
      fc.record({
        kind: fc.constant('object' as const),
        fields: fc.dictionary(fc.constantFrom('a', 'label', 'link'), tie('shape'), {
          maxKeys: 3,
          noNullPrototype: true,
        }),
      }),
    ),
  }));
  return fc.record({ title: shape, text: shape, padding: shape, image: shape }, { requiredKeys: [] });
}
