import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCssColour } from './css-colour.rules.ts';

describe('colours of swatches', () => {
  it.each([
    '#abc',
    '#ABCD',
    '#c8553d',
    '#c8553dcc',
    'Teal',
    'rebeccapurple',
    'rgb(200 85 61)',
    'rgb(200, 85, 61)',
    'rgba(200,85,61,.5)',
    'rgb(78% 33% 24% / 50%)',
    'hsl(10deg 56% 51%)',
    'oklch(60% 0.1 40)',
    'OKLCH(0.6 0.1 40turn / none)',
  ])('[CAT-31] %s is one', (text) => {
    expect(isCssColour(text)).toBe(true);
  });

  it.each([
    '',
    '#ab',
    '#abcde',
    '#ggg',
    'blu',
    'url(x)',
    'url(https://example.com/a.png)',
    'rgb(1 2)',
    'rgb(1, 2, 3',
    'rgb(url(x) 2 3)',
    'calc(1)',
    'var(--x)',
    'red url(x)',
    'red; background: blue',
    'currentcolor',
    'inherit',
  ])('[CAT-31] %s is none', (text) => {
    expect(isCssColour(text)).toBe(false);
  });

  it('[CAT-31] nothing passes that could load or begin anything', () => {
    const bits = fc.constantFrom(
      'url',
      'var',
      '(',
      ')',
      '#',
      'rgb',
      ' ',
      ',',
      '/',
      ';',
      ':',
      '1',
      '50%',
      'red',
      "'",
      'f',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        if (isCssColour(text)) expect(text).not.toMatch(/url|var|[;:'"]|\(.*\(/);
      }),
      { numRuns: 2000 },
    );
  });
});
