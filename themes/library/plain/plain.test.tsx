import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { defineModule } from '@vitrine/modules';
import { chooseView, defineTheme, themeCss, tokenCss } from '@vitrine/themes';
import { fontFiles } from '@vitrine/themes/server';
import { expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { plain } from './plain.theme.ts';
import { plainDarkTokens, plainTokens } from './plain-tokens.ts';

const texts = ['ink', 'ink-soft', 'accent', 'accent-strong', 'sale', 'good', 'warn', 'bad'];
const grounds = ['ground', 'raised', 'sunken'];
const pairs = texts.flatMap((text) => grounds.map((ground) => [text, ground] as const));

test.each(pairs)('light: %s reads well on %s', (text, ground) => {
  expect(contrast(plainTokens[`colour.${text}`]!, plainTokens[`colour.${ground}`]!)).toBeGreaterThanOrEqual(
    4.5,
  );
});

test.each(pairs)('dark: %s reads well on %s', (text, ground) => {
  expect(
    contrast(plainDarkTokens[`colour.${text}`]!, plainDarkTokens[`colour.${ground}`]!),
  ).toBeGreaterThanOrEqual(4.5);
});

test.each([plainTokens, plainDarkTokens])('buttons and outlines of controls can be made out', (tokens) => {
  expect(contrast(tokens['colour.on-accent']!, tokens['colour.accent']!)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(tokens['colour.on-accent']!, tokens['colour.accent-strong']!)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(tokens['colour.ink']!, tokens['colour.accent-soft']!)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(tokens['colour.on-deep']!, tokens['colour.deep']!)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(tokens['colour.on-deep-soft']!, tokens['colour.deep']!)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(tokens['colour.outline']!, tokens['colour.ground']!)).toBeGreaterThanOrEqual(3);
  expect(contrast(tokens['colour.outline']!, tokens['colour.raised']!)).toBeGreaterThanOrEqual(3);
});

test('every dark colour has a light one', () => {
  expect(Object.keys(plainTokens)).toEqual(expect.arrayContaining(Object.keys(plainDarkTokens)));
});

test('every font file is where the theme says', () => {
  const files = fontFiles(plain);
  expect([...files.keys()]).toContain('/_assets/fonts/inter-latin-wght-normal.woff2');
  expect([...files.values()].filter((file) => !existsSync(file))).toEqual([]);
});

test('the style sheet uses no token that is not there', () => {
  const css = themeCss(plain);
  const defined = new Set([...tokenCss(plain).matchAll(/(--[a-z0-9-]+):/g)].map(([, name]) => name));
  const used = [...css.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name);
  expect(used.filter((name) => !defined.has(name))).toEqual([]);
});

test('the whole style sheet stays small enough to stand in every page', () => {
  expect(gzipSync(themeCss(plain)).length).toBeLessThan(5_000);
});

test('a theme of a few lines inherits everything but one token and one view', () => {
  const hero = defineModule({ id: 'hero', title: 'Hero', kind: 'section', version: 1, config: {} });
  const registered = { module: hero, view: () => <p>plain</p>, css: '', presets: [] };
  const view = () => <p>festive</p>;
  const festive = defineTheme({
    id: 'festive',
    name: 'Festive',
    base: plain,
    tokens: { 'colour.accent': '#7a1f3d' },
    views: { hero: { view } },
  });
  expect(chooseView(festive, registered).view).toBe(view);
  expect(chooseView(festive, { ...registered, module: { ...hero, id: 'footer' } }).view).toBe(
    registered.view,
  );
  expect(tokenCss(festive)).toContain('--colour-accent:#7a1f3d;');
  expect(tokenCss(festive)).toContain(`--colour-ink:${plainTokens['colour.ink']};`);
});
