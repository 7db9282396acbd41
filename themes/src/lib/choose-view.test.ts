import { defineModule } from '@vitrine/modules';
import { expect, test } from 'vitest';
import { chooseView } from './choose-view.ts';
import { defineTheme } from './define-theme.ts';

const own = () => null;
const ofBase = () => null;
const ofTheme = () => null;
const registered = {
  module: defineModule({ id: 'hero', title: 'Hero', kind: 'section', version: 1, config: {} }),
  view: own,
  css: '.hero__own{}',
  presets: [],
};
const base = defineTheme({ id: 'base', name: 'Base', tokens: {}, views: { hero: { view: ofBase } } });

test('a module keeps its own view under a theme that says nothing about it', () => {
  const theme = defineTheme({ id: 'quiet', name: 'Quiet', tokens: {} });
  expect(chooseView(theme, registered)).toEqual({ view: own, css: '.hero__own{}' });
});

test('a view is inherited from the base theme and keeps the style sheet of the module', () => {
  const theme = defineTheme({ id: 'child', name: 'Child', base, tokens: {} });
  expect(chooseView(theme, registered)).toEqual({ view: ofBase, css: '.hero__own{}' });
});

test("a theme's own view and style sheet win over its base's", () => {
  const views = { hero: { view: ofTheme, css: '.loud{}' } };
  const theme = defineTheme({ id: 'loud', name: 'Loud', base, tokens: {}, views });
  expect(chooseView(theme, registered)).toEqual({ view: ofTheme, css: '.loud{}' });
});
