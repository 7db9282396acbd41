import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localise } from './localise.ts';
import { arbitraryProps } from './testing/arbitrary-page.ts';
import { formatVariantKey, parseVariantKey, resolveProp } from './variant-keys.ts';

describe('keys of settings', () => {
  test('[PROP-1] are read and written alike', () => {
    expect(parseVariantKey('title')).toEqual({ name: 'title' });
    expect(parseVariantKey('title@de-AT@sm#b')).toEqual({
      name: 'title',
      locale: 'de-AT',
      breakpoint: 'sm',
      arm: 'b',
    });
    expect(parseVariantKey('padding@lg')).toEqual({ name: 'padding', breakpoint: 'lg' });
    fc.assert(
      fc.property(arbitraryProps(), (props) => {
        for (const key of Object.keys(props)) expect(formatVariantKey(parseVariantKey(key)!)).toBe(key);
      }),
    );
  });

  test('[PROP-1] of another form are none', () => {
    const keys = [
      '',
      '@de',
      'title@',
      'title#',
      'title@sm@de',
      'title@de@en',
      'title@sm@md',
      '__proto__',
      'a b',
      'title#b@de',
    ];
    expect(keys.map(parseVariantKey)).toEqual(keys.map(() => undefined));
  });
});

describe('the value of a setting', () => {
  const props = {
    title: 'Hi',
    'title@de': 'Hallo',
    'title@de@sm': 'Hallo!',
    'title#b': 'Hey',
    'title@fr': null,
    padding: 1,
    'padding@md': 2,
  };

  test('[PROP-2] is that of the nearest locale, then of the fallbacks, then the base', () => {
    expect(resolveProp(props, 'title', { locale: 'de-AT' })).toBe('Hallo');
    expect(resolveProp(props, 'title', { locale: 'fr' })).toBe('Hi');
    expect(resolveProp(props, 'title', { locale: 'fr', fallbackLocales: ['de'] })).toBe('Hallo');
    expect(resolveProp(props, 'title')).toBe('Hi');
    expect(resolveProp(props, 'nothing', { locale: 'de' })).toBeUndefined();
    expect(resolveProp(props, 'toString')).toBeUndefined();
  });

  test('[PROP-3] is that of the widest breakpoint which is not too wide', () => {
    expect(
      ['sm', 'md', 'lg'].map((breakpoint) =>
        resolveProp(props, 'padding', { breakpoint: breakpoint as 'sm' }),
      ),
    ).toEqual([1, 2, 2]);
    expect(resolveProp(props, 'title', { locale: 'de', breakpoint: 'lg' })).toBe('Hallo!');
    expect(resolveProp(props, 'title', { locale: 'de' })).toBe('Hallo');
  });

  test('[PROP-4] of an experiment arm never replaces a text of the visitor’s own language', () => {
    expect(resolveProp(props, 'title', { arm: 'b' })).toBe('Hey');
    expect(resolveProp(props, 'title', { arm: 'b', locale: 'de' })).toBe('Hallo');
    expect(resolveProp(props, 'title', { arm: 'c' })).toBe('Hi');
  });

  test('[PROP-5] stands under its plain name after localising', () => {
    expect(localise(props, { locale: 'de', breakpoint: 'md', arm: 'b' })).toEqual({
      title: 'Hallo!',
      padding: 2,
    });
    fc.assert(
      fc.property(arbitraryProps(), (any) => {
        const plain = localise(any, { locale: 'de-AT', breakpoint: 'lg', arm: 'b' });
        expect(localise(plain, { locale: 'en' })).toEqual(plain);
      }),
    );
  });
});
