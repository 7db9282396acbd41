import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout-points');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-points' })).toEqual([]);
});

test('it says what there is, what it pays and what stays', () => {
  expect(renderPreset(module, 'Not used')).toContain(
    'You have 340 points. 340 of them can pay €13.60 of this order.',
  );
  expect(renderPreset(module, 'All used')).toMatch(/checked="".*340 points pay €13\.60.*0 stay yours/s);
  expect(renderPreset(module, 'Some used')).toMatch(/240 stay yours.*value="100"/s);
  expect(renderPreset(module, 'All used')).toMatch(/name="points.count"[^>]*value=""/);
  expect(renderPreset(module, 'Some used', { locale: 'de' })).toContain('100 Punkte zahlen');
});

test('a chosen number stays drawn when it is as many as can pay just now', () => {
  expect(renderPreset(module, 'As many as can pay')).toMatch(/name="points.count"[^>]*value="100"/);
});

test('a number that pays nothing is marked and stays as it was typed', () => {
  const html = renderPreset(module, 'Too few wanted');
  expect(html).toMatch(/aria-invalid="true"[^>]*value="3"/);
  expect(html).toContain('With this number nothing can be paid.');
});

test('who has too few reads so, who has none sees nothing of it', () => {
  expect(renderPreset(module, 'Too few')).toContain('too few to pay here');
  expect(renderPreset(module, 'None')).toBe('');
});
