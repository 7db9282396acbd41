import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-privacy');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-privacy' })).toEqual([]);
});

test('agreeing and withdrawing are one button, with the wording that was read', () => {
  expect(renderPreset(module, 'Privacy')).toMatch(/name="granted" value="no".*>Withdraw</s);
  const html = renderPreset(module, 'Not agreed', { locale: 'de' });
  expect(html).toMatch(/name="textVersion" value="1".*name="granted" value="yes".*>Ich stimme zu</s);
  expect(renderPreset(module, 'Withdrawn')).toContain('You withdrew it on March 1, 2025.');
});

test('deleting wants the email, and says when it is another one', () => {
  expect(renderPreset(module, 'Privacy')).not.toMatch(/<details[^>]*open/);
  expect(renderPreset(module, 'Another email')).toMatch(/<details[^>]*open.*Nothing was deleted/s);
});
