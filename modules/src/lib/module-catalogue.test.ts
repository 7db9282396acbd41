import { migrateDocument, type PageDocument, validateDocument } from '@vitrine/content';
import { expect, test } from 'vitest';
import { moduleCatalogue } from './module-catalogue.ts';
import { definitions } from './testing-fixture/definitions.gen.ts';

const modules = moduleCatalogue(definitions);
const page = (props: PageDocument['nodes'][number]['props'], v = 2): PageDocument => ({
  schema: 1,
  id: 'home',
  kind: 'page',
  name: 'Home',
  seo: {},
  nodes: [
    {
      id: 'n1',
      type: 'teaser',
      v,
      props,
      slots: { content: [{ id: 'n2', type: 'counter', v: 1, props: {} }] },
    },
  ],
});

test('[MOD-10] Documents are checked with the rules of the modules in them', () => {
  const context = { modules, documents: () => undefined };
  expect(validateDocument(page({ title: 'A', align: 'centre' }), context)).toEqual([]);
  expect(validateDocument(page({ title: 'A', align: 'up' }), context)).toMatchObject([
    { code: 'bad-prop', node: 'n1', path: 'nodes.0.props.align' },
  ]);
});

test('[MOD-10] A text that misses a required language is named', () => {
  const context = { modules, documents: () => undefined, locales: { base: 'en', required: ['en', 'de'] } };
  expect(validateDocument(page({ title: 'A' }), context)).toMatchObject([
    { code: 'missing-locale', node: 'n1', message: expect.stringContaining('"Title" has no text') },
  ]);
  expect(validateDocument(page({ title: 'A', 'title@de': 'Ä' }), context)).toEqual([]);
});

test('[MOD-13] Old instances are brought to the current version of their module', () => {
  const migrated = migrateDocument(page({ heading: 'A' }, 1), modules);
  expect(migrated).toMatchObject({
    kind: 'migrated',
    document: { nodes: [{ v: 2, props: { title: 'A' } }] },
  });
});
