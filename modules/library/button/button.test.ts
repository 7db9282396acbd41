import { checkModule, moduleById, renderPreset, renderPresetTree } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'button');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'button' })).toEqual([]);
});

test('a button is a link that looks as the theme says', () => {
  expect(renderPreset(module, 'One button', { locale: 'de' })).toMatch(
    /<a class="vt-button [^"]*" data-look="filled" href="\/de\/winter-table">Zur Wintertafel<\/a>/,
  );
});

test('without a place to go to there is nothing to press, and another window cannot reach back', () => {
  const begun = renderPresetTree(module, { name: 'begun', props: { buttons: [{ label: 'Soon' }] } });
  expect(begun.html).toMatch(/<span [^>]*>Soon<\/span>/);
  expect(renderPreset(module, 'Another window')).toMatch(
    /<a [^>]*href="https:\/\/guild.example"[^>]*target="_blank" rel="noopener"/,
  );
  expect(renderPreset(module, 'Nothing yet')).toBe('');
});
