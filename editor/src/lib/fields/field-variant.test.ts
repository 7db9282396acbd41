import type { Json } from '@vitrine/content';
import { type Breakpoint, defineModule, describeFields, number, resolveConfig } from '@vitrine/modules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownBreakpoints, panelBreakpoints, variantOf } from './field-variant.ts';

const title = { name: 'title', localised: true, responsive: false };
const german = { locale: 'de', baseLocale: 'en', breakpoint: 'base' as const };

describe('localised fields', () => {
  test('what has a value of its own shows it', () => {
    expect(variantOf({ title: 'Light', 'title@de': 'Licht' }, title, german)).toEqual({
      key: 'title@de',
      value: 'Licht',
      origin: { kind: 'own' },
    });
  });

  test('what has none shows the base locale’s and says so; an edit makes an own one', () => {
    expect(variantOf({ title: 'Light' }, title, german)).toMatchObject({
      key: 'title@de',
      value: 'Light',
      origin: { kind: 'inherited', key: 'title', locale: 'en' },
    });
  });

  test('a region inherits from its language before the base locale', () => {
    const view = { ...german, locale: 'de-AT' };
    expect(variantOf({ title: 'Light', 'title@de': 'Licht' }, title, view)).toMatchObject({
      key: 'title@de-AT',
      value: 'Licht',
      origin: { kind: 'inherited', key: 'title@de', locale: 'de' },
    });
  });

  test('in the base locale the value without a locale is the own one, unless a named one hides it', () => {
    const view = { ...german, locale: 'en' };
    expect(variantOf({ title: 'Light' }, title, view)).toMatchObject({
      key: 'title',
      origin: { kind: 'own' },
    });
    expect(variantOf({ title: 'Light', 'title@en': 'Bright' }, title, view)).toMatchObject({
      key: 'title@en',
      value: 'Bright',
      origin: { kind: 'own' },
    });
  });

  test('an empty own text is a value; null is none', () => {
    expect(variantOf({ title: 'Light', 'title@de': '' }, title, german).origin).toEqual({ kind: 'own' });
    expect(variantOf({ title: null }, title, german).origin).toEqual({ kind: 'default' });
  });

  test('a field that is the same everywhere is not split by the locale looked at', () => {
    const field = { name: 'tone', localised: false, responsive: false };
    expect(variantOf({ tone: 'warm', 'tone@de': 'cold' }, field, german)).toMatchObject({
      key: 'tone',
      value: 'warm',
    });
  });

  test('names that begin alike and experiment arms are other values', () => {
    expect(variantOf({ titleSize: 'big', 'title#b': 'Other' }, title, german).origin.kind).toBe('default');
  });
});

describe('responsive fields', () => {
  const columns = { name: 'columns', localised: false, responsive: true };
  const at = (breakpoint: Breakpoint) => ({ locale: 'en', baseLocale: 'en', breakpoint });

  test('a width takes the nearest narrower value', () => {
    const props = { columns: 1, 'columns@sm': 2 };
    expect(variantOf(props, columns, at('lg'))).toMatchObject({
      key: 'columns@lg',
      value: 2,
      origin: { kind: 'inherited', key: 'columns@sm', breakpoint: 'sm' },
    });
    expect(variantOf(props, columns, at('base'))).toMatchObject({ key: 'columns', value: 1 });
  });

  test('widths with a value of their own are known', () => {
    expect(ownBreakpoints({ columns: 1, 'columns@md': 2 }, columns, at('lg'))).toEqual(['base', 'md']);
  });
});

test('what the panel shows is what the page gets', () => {
  const field = number({ label: 'Size', responsive: true, localised: true, default: -1 });
  const module = defineModule({ id: 'm', title: 'M', kind: 'block', version: 1, config: { size: field } });
  const [described] = describeFields({ size: field });
  const keys = ['', '@en', '@de', '@de-AT'].flatMap((locale) =>
    ['', '@sm', '@md', '@lg'].map((width) => `size${locale}${width}`),
  );
  const props = fc.dictionary(fc.constantFrom(...keys), fc.nat(99) as fc.Arbitrary<Json>);
  const locales = fc.constantFrom('en', 'de', 'de-AT', 'fr');
  fc.assert(
    fc.property(props, locales, fc.constantFrom(...panelBreakpoints), (values, locale, breakpoint) => {
      const { config } = resolveConfig(module, values, { locale, fallbackLocales: ['en'] });
      const upTo = panelBreakpoints.slice(0, panelBreakpoints.indexOf(breakpoint) + 1);
      const wanted = upTo.map((each) => config.size[each]).findLast((each) => each !== undefined);
      const shown = variantOf(values, described!, { locale, baseLocale: 'en', breakpoint });
      expect(shown.value ?? described!.default).toBe(wanted);
    }),
    { numRuns: 500 },
  );
});
