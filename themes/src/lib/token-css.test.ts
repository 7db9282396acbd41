import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defineTheme } from './define-theme.ts';
import { tokenCss } from './token-css.ts';

const base = defineTheme({
  id: 'base',
  name: 'Base',
  tokens: { 'colour.ink': '#111', 'colour.ground': '#fff', 'space.1': '4px' },
  darkTokens: { 'colour.ink': '#eee', 'colour.ground': '#000' },
});

test('a token becomes a custom property on the root', () => {
  expect(tokenCss(base)).toContain(':root{color-scheme:light;--colour-ink:#111;');
});

test('dark tokens hold for visitors who prefer dark and where an element asks for the scheme', () => {
  const css = tokenCss(base);
  expect(css).toContain('@media (prefers-color-scheme:dark){:root{color-scheme:dark;--colour-ink:#eee;');
  expect(css).toContain('[data-scheme="dark"]{color-scheme:dark;--colour-ink:#eee;');
  expect(css).toContain('[data-scheme="light"]{color-scheme:light;--colour-ink:#111;');
});

test('a theme without dark tokens has one rule', () => {
  expect(tokenCss(defineTheme({ id: 'day', name: 'Day', tokens: { 'space.1': '4px' } }))).toBe(
    ':root{color-scheme:light;--space-1:4px;}',
  );
});

test('a theme keeps the tokens of its base and overrides the ones it names, in the dark too', () => {
  const css = tokenCss(defineTheme({ id: 'own', name: 'Own', base, tokens: { 'colour.ink': '#321' } }));
  expect(css).toContain('--colour-ink:#321;--colour-ground:#fff;--space-1:4px;');
  expect(css).not.toContain('--colour-ink:#eee');
  expect(css).toContain('--colour-ground:#000');
});

test('themes that stand on each other in a ring are refused by name', () => {
  const ring = { id: 'ring', name: 'Ring', tokens: {}, base: undefined as unknown };
  ring.base = { id: 'other', name: 'Other', tokens: {}, base: ring };
  expect(() => tokenCss(ring as Parameters<typeof tokenCss>[0])).toThrow(/"ring" stands on itself by way of/);
});

test('no value can break out of its rule', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const theme = defineTheme({ id: 't', name: 'T', tokens: { 'colour.ink': value } });
      if (/[{};<]/.test(value)) expect(() => tokenCss(theme)).toThrow(/colour\.ink/);
      else expect(tokenCss(theme).match(/[{}]/g)).toHaveLength(2);
    }),
  );
});

test('a token name that is none is refused', () => {
  expect(() => tokenCss(defineTheme({ id: 't', name: 'T', tokens: { 'Colour Ink': '#111' } }))).toThrow(
    /"Colour Ink"/,
  );
});
