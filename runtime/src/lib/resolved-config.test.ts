import type { PageNode } from '@vitrine/content';
import { defineModule, list, text } from '@vitrine/modules';
import { expect, it } from 'vitest';
import { configResolver } from './resolved-config.ts';

const module = defineModule({
  id: 'note',
  title: 'Note',
  kind: 'block',
  version: 1,
  config: {
    title: text({ label: 'Title', localised: true }),
    lines: list({ label: 'Lines', of: text({ label: 'Line' }) }),
  },
});
const node: PageNode = {
  id: 'n',
  type: 'note',
  v: 1,
  props: { title: 'Hi', 'title@de': 'Hallo', lines: ['a', 'b'] },
};
const english = configResolver({ locale: 'en' });

it('works out a config once per document and locale, and another document anew', () => {
  const german = configResolver({ locale: 'de', fallbackLocales: ['en'] });
  const { config } = english(module, node);
  expect(config).toEqual({ title: 'Hi', lines: ['a', 'b'] });
  expect(german(module, node).config.title).toBe('Hallo');
  expect(english(module, { ...node, id: 'm' }).config).toBe(config);
  expect(configResolver({ locale: 'en' })(module, node).config).toBe(config);
  expect(english(module, { ...node, props: { title: 'Hi' } }).config).not.toBe(config);
});

it('lets no page change what other pages share, nor freezes the document', () => {
  const { config } = english(module, node);
  expect(() => (config.lines as string[]).push('c')).toThrow(TypeError);
  expect(Object.isFrozen(node.props.lines)).toBe(false);
});

it('tells problems each time, and throws each time when settings are of a version to come', () => {
  const wrong = { ...node, props: { title: 3 } };
  expect(english(module, wrong).problems).toHaveLength(1);
  expect(english(module, wrong).problems).toHaveLength(1);
  const newer = { ...node, v: 2 };
  expect(() => english(module, newer)).toThrow(/version 2/);
  expect(() => english(module, newer)).toThrow(/version 2/);
});
