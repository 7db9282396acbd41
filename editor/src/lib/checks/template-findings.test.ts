import type { PageDocument, PropShapes, Props } from '@vitrine/content';
import { makeNode, makePage } from '@vitrine/content/testing';
import { expect, test } from 'vitest';
import { templateFindings } from './template-findings.ts';

const context = {
  locales: ['en', 'de'],
  shapes: (): PropShapes => ({ title: { kind: 'text' }, body: { kind: 'rich-text' } }),
};
const begin = makeNode('hero', {
  id: 'begin',
  props: { title: 'Your title', 'title@de': 'Dein Titel', body: '<p>Tell your story.</p>' },
});
const template: PageDocument = makePage({
  id: 'campaign',
  kind: 'fragment',
  name: 'Campaign',
  nodes: [
    makeNode('hero', { id: 'top', props: { title: 'Sale' } }),
    makeNode('outlet', { id: 'story', slots: { content: [makeNode('box', { slots: { in: [begin] } })] } }),
  ],
});

function found(nodes: PageDocument['nodes']) {
  const use = makeNode('fragment', { id: 'use', props: { fragment: 'campaign' }, slots: { story: nodes } });
  const page = [use, makeNode('hero', { id: 'else', props: { title: 'Your title' } })];
  return templateFindings(page, (id) => (id === 'campaign' ? template : undefined), context);
}

test('[CHECK-12] words of a template that nobody changed are doubted, each where they stand', () => {
  const copy = (props: Props) => [
    makeNode('box', { id: 'b', slots: { in: [{ ...begin, id: 'n1', props }] } }),
  ];
  expect(found(copy(begin.props))).toEqual([
    {
      kind: 'template',
      severity: 'warning',
      node: 'n1',
      path: 'title',
      message: '“Your title” is still the text of the template “Campaign”. Write your own.',
    },
    expect.objectContaining({ path: 'title@de' }),
    expect.objectContaining({ path: 'body', message: expect.stringContaining('“Tell your story.”') }),
  ]);
  expect(found(copy({ title: 'Winter', 'title@de': ' ', body: '<p>Tell your story!</p>' }))).toEqual([]);
});

test('[CHECK-12] what somebody put there himself, or what is hidden, is not', () => {
  expect(found([makeNode('quote', { id: 'q', props: { title: 'Your title' } })])).toEqual([]);
  expect(found([{ ...begin, id: 'h', hidden: true }])).toEqual([]);
  expect(found([])).toEqual([]);
});
