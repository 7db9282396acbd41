import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-menu');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-menu' })).toEqual([]);
});

test('it says where one is, and signs out by a form', () => {
  const html = renderPreset(module, 'At the orders');
  expect(html).toMatch(/<a href="\/account\/orders" aria-current="page">Orders/);
  expect(html.match(/aria-current/g)).toHaveLength(1);
  expect(html).toContain('action="/_actions/account.sign-out"');
});

test('points are an entry where they can be collected', () => {
  expect(renderPreset(module, 'At the orders')).toContain('href="/account/points"');
  expect(renderPreset(module, 'Signed in')).not.toContain('/account/points');
});

test('who is not signed in is asked to, and comes back here', () => {
  expect(renderPreset(module, 'Signed out')).toMatch(/href="\/account\/sign-in\?next=%2F/);
});
