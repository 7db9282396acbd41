import { expect, test } from 'vitest';
import type { ChangeGroup } from '../panels/history/change-groups.ts';
import { shoppersSee } from './shoppers-see.ts';

const meta = (key: string): ChangeGroup['lines'][number] => ({
  difference: { kind: 'meta', key, before: 'One', after: 'Two' },
  label: key,
  shown: { kind: 'sentence', text: '' },
});
const page = (...lines: ChangeGroup['lines']): ChangeGroup => ({
  node: undefined,
  change: 'changed',
  title: 'The page',
  excerpt: '',
  sentence: undefined,
  lines,
});

test('[REVIEW-20] the name of a page is nothing that shoppers see', () => {
  const added: ChangeGroup = { ...page(), node: 'a', change: 'added', title: 'Hero' };
  expect(shoppersSee([page(meta('name')), added])).toEqual([added]);
  expect(shoppersSee([page(meta('name'), meta('seo/title'))])).toEqual([page(meta('seo/title'))]);
});
