import type { PropShapes, ShapesOf } from '../../prop-shape.ts';

const card: PropShapes = {
  title: { kind: 'text' },
  body: { kind: 'rich-text' },
  align: { kind: 'plain' },
  tags: { kind: 'list', item: { kind: 'text' } },
  links: {
    kind: 'list',
    item: { kind: 'object', fields: { label: { kind: 'text' }, href: { kind: 'plain' } } },
  },
  cta: { kind: 'object', fields: { label: { kind: 'text' }, colour: { kind: 'plain' } } },
};

export const fuzzShapes: ShapesOf = () => card;
