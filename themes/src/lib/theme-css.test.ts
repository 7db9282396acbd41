import { expect, test } from 'vitest';
import { defineTheme } from './define-theme.ts';
import { fontPreloads } from './font-css.ts';
import { themeCss } from './theme-css.ts';

const face = { family: 'Sea', src: '/_assets/fonts/sea.woff2', weight: '400', preload: true };
const fallback = {
  family: 'Sea fallback',
  local: ['Arial'],
  sizeAdjust: '107%',
  ascent: '90%',
  descent: '22%',
};
const base = defineTheme({
  id: 'base',
  name: 'Base',
  tokens: { 'space.1': '4px' },
  fonts: [{ ...face, fallbacks: [fallback] }],
  css: 'a { /* why */ color: red; }',
});

test('the base style sheet comes before the own one, both below the rules of modules', () => {
  const css = themeCss(defineTheme({ id: 'own', name: 'Own', base, tokens: {}, css: 'a { color: blue; }' }));
  expect(css).toContain('@layer base{a{color: red;}}\n@layer base{a{color: blue;}}');
});

test('text shows in a fallback of the same measures until the font has come', () => {
  const css = themeCss(base);
  expect(css).toContain('font-family:"Sea fallback";src:local("Arial");size-adjust:107%');
  expect(css).toContain('font-display:swap;src:url("/_assets/fonts/sea.woff2") format("woff2")');
});

test('a face said again by a derived theme replaces the one of its base', () => {
  const own = defineTheme({ id: 'own', name: 'Own', base, tokens: {}, fonts: [{ ...face, preload: false }] });
  expect(themeCss(own).match(/font-family:"Sea"/g)).toHaveLength(1);
  expect(fontPreloads(base)).toEqual(['/_assets/fonts/sea.woff2']);
  expect(fontPreloads(own)).toEqual([]);
});
