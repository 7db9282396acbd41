import { checkToken } from '@vitrine/themes';
import { expect, test } from 'vitest';
import { readSize, writeSize } from './fluid-size.ts';

test('[STYLE-1] sizes are read in pixels and written back so that they may be chosen', () => {
  const written = [
    ['0.5rem', 8, 8],
    ['999px', 999, 999],
    ['clamp(1.125rem, 1.07rem + 0.25vw, 1.3125rem)', 18, 21],
  ] as const;
  for (const [value, phone, desktop] of written) expect(readSize(value)).toEqual({ phone, desktop });
  for (const value of ['2em', '5vw', 'clamp(1em, 2em, 3em)', 'auto']) expect(readSize(value)).toBeUndefined();
  expect(writeSize({ phone: 12, desktop: 12 }, '4px')).toBe('12px');
  expect(writeSize({ phone: 12, desktop: 12 }, '1rem')).toBe('0.75rem');
  for (const size of [
    { phone: 16, desktop: 24 },
    { phone: 33.5, desktop: 20 },
    { phone: 0, desktop: 90 },
  ]) {
    const css = writeSize(size, '1rem');
    expect([css, checkToken('length', css)]).toEqual([css, undefined]);
    expect(readSize(css)).toEqual(size);
  }
});
