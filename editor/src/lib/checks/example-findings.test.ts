import type { PropShapes, Props } from '@vitrine/content';
import { makeNode } from '@vitrine/content/testing';
import { expect, test } from 'vitest';
import { exampleFindings } from './example-findings.ts';
import { told } from './finding.ts';

const context = {
  locales: ['en', 'de'],
  shapes: (): PropShapes => ({
    title: { kind: 'text' },
    label: { kind: 'text' },
    body: { kind: 'rich-text' },
    rows: { kind: 'list', item: { kind: 'object', fields: { answer: { kind: 'text' } } } },
  }),
};
const example = {
  title: 'Will it survive the dishwasher?',
  'title@de': 'Übersteht es die Spülmaschine?',
  label: 'Read more',
  body: '<p>All of our mugs <b>do</b>.</p>',
  rows: [{ answer: 'It comes within two working days.' }],
};
const describe = (type: string) =>
  type === 'questions' ? { presets: [{ name: 'Questions', props: example }] } : undefined;
const found = (props: Props, type = 'questions') =>
  exampleFindings([makeNode(type, { id: 'q', props })], describe, context).map(({ path }) => path);

test('[CHECK-14] sentences of the example a module was added with are doubted, wherever they stand now', () => {
  expect(exampleFindings([makeNode('questions', { id: 'q', props: example })], describe, context)[0]).toEqual(
    {
      kind: 'example',
      severity: 'warning',
      node: 'q',
      path: 'title',
      message: '“Will it survive the dishwasher?” is still the example this came with. Write your own.',
    },
  );
  expect(found(example)).toEqual(['title', 'title@de', 'body', 'rows.0.answer']);
  expect(found({ rows: [{ answer: 'Of course.' }, ...example.rows] })).toEqual(['rows.1.answer']);
});

test('[CHECK-14] a list tells those of one instance in one line', () => {
  const findings = exampleFindings([makeNode('questions', { id: 'q', props: example })], describe, context);
  const other = { kind: 'picture', severity: 'warning', node: 'q', message: 'A picture.' } as const;
  expect(told([...findings, other]).map(({ message }) => message)).toEqual([
    '“Will it survive the dishwasher?” is still the example this came with. Write your own. 3 other texts of it, in any language, too.',
    'A picture.',
  ]);
  expect(told(findings.slice(0, 1))).toEqual(findings.slice(0, 1));
});

test('[CHECK-14] labels, own words and other modules are not', () => {
  expect(found({ label: 'Read more', title: 'Will it survive the oven?' })).toEqual([]);
  expect(found(example, 'story')).toEqual([]);
});
