import { expect, test } from 'vitest';
import { plain } from '../../library/plain/plain.theme.ts';
import { checkToken } from './check-token.ts';
import { checkChosen, withChosen } from './chosen-tokens.ts';
import { weakPairs } from './contrast.ts';
import { defineTheme } from './define-theme.ts';
import { editableTokens } from './editable-tokens.ts';
import { themeCss } from './theme-css.ts';
import { flatTokens } from './token-css.ts';

const base = defineTheme({
  id: 'base',
  name: 'Base',
  tokens: { 'colour.ink': '#111', 'colour.line': '#ccc', 'space.1': '4px', 'motion.fast': '1ms' },
  darkTokens: { 'colour.ink': '#eee' },
});

test('[TOKEN-1] every value of a theme of ours that can be changed is one that may be chosen', () => {
  const problems = editableTokens(plain).flatMap(({ kind, light, dark = light }) =>
    [light, dark].flatMap((value) => checkToken(kind, value) ?? []),
  );
  expect(problems).toEqual([]);
});

test('[TOKEN-2] colours, lengths and numbers pass, everything else is refused with a sentence', () => {
  const good = {
    colour: [
      '#fff',
      '#FFFF',
      '#1d5c56',
      '#1d5c5680',
      'rgb(1 2 3 / 0.5)',
      'rgba(1, 2, 3, .5)',
      'oklch(60% 0.1 120deg)',
    ],
    length: [
      '0',
      '12px',
      '-0.5rem',
      '1.25em',
      '5vw',
      '10%',
      '1rem + 2vw',
      'clamp(1rem, 0.9rem + 0.5vw, 2rem)',
    ],
    number: ['1', '1.6', '.9'],
  };
  const bad = {
    colour: [
      'red;}',
      'url(//x)',
      'var(--a)',
      '#12',
      '#12345g',
      'expression(1)',
      'rgb(1 2 3',
      'rgb(1 2 3)}',
      '',
    ],
    length: [
      '1',
      '1px;',
      '1px}',
      'calc(1px)',
      '1px/**/',
      'clamp(1px, 2px)',
      '1px 2px',
      '1px\n',
      '</style>',
      'env(x)',
    ],
    number: ['-1', '1px', '1e9', '1}', ' 1', '1 '],
  };
  for (const [kind, values] of Object.entries(good))
    for (const value of values)
      expect([value, checkToken(kind as 'colour', value)]).toEqual([value, undefined]);
  for (const [kind, values] of Object.entries(bad))
    for (const value of values)
      expect([value, checkToken(kind as 'colour', value)]).toEqual([value, expect.any(String)]);
});

test('[TOKEN-3] only tokens of the theme that have a kind can be chosen, and dark ones only for colours', () => {
  expect(
    checkChosen(base, {
      light: { 'colour.ink': '#000', 'space.1': '1rem' },
      dark: { 'colour.line': '#000' },
    }),
  ).toEqual([]);
  const chosen = {
    light: { 'motion.fast': '2ms', 'colour.other': '#000', 'space.1': 'red' },
    dark: { 'space.1': '1px' },
  };
  expect(checkChosen(base, chosen)).toHaveLength(4);
});

test('[TOKEN-4] what was chosen takes the place of the theme’s own; a dark value stays when only the light one changes', () => {
  const chosen = withChosen(base, { light: { 'colour.ink': '#222' }, dark: { 'colour.line': '#333' } });
  expect(flatTokens(chosen)).toEqual({
    light: { ...base.tokens, 'colour.ink': '#222' },
    dark: { 'colour.ink': '#eee', 'colour.line': '#333' },
  });
  const child = defineTheme({ id: 'child', name: 'Child', base, tokens: { 'space.1': '8px' } });
  expect(flatTokens(withChosen(child, { light: {}, dark: {} }))).toEqual(flatTokens(child));
});

test('[TOKEN-5] nothing that was brought in past the check reaches a style sheet', () => {
  const evil = '#000;}</style><script>alert(1)</script>';
  const chosen = {
    light: { 'colour.ink': evil, 'x}': '#000', 'space.1': 'url(//evil)' },
    dark: { 'colour.ink': evil },
  };
  expect(themeCss(withChosen(base, chosen))).toBe(themeCss(withChosen(base, { light: {}, dark: {} })));
});

test('[TOKEN-6] text that is hard to read on its ground is told; ours is not', () => {
  const { light, dark } = flatTokens(plain);
  expect([weakPairs(light), weakPairs(dark)]).toEqual([[], []]);
  expect(weakPairs({ ...light, 'colour.ink-soft': '#aaa' })).toContainEqual({
    text: 'colour.ink-soft',
    ground: 'colour.ground',
    ratio: 2.1,
    needed: 4.5,
  });
  expect(weakPairs({ 'colour.ink': 'rgb(0 0 0 / 0.1)', 'colour.ground': '#fff' })).toEqual([]);
});
