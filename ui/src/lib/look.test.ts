import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import { expect, test } from 'vitest';
import { look, readableColours } from './look.ts';

const theme = mergeMantineTheme(DEFAULT_THEME, look);
const [base, own] = [defaultCssVariablesResolver(theme), readableColours(theme)];

/** The relative luminance of `#rrggbb` or `rgba(r, g, b, …)` (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const parts = colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : [...colour.matchAll(/\d+(?:\.\d+)?/g)].slice(0, 3).map(Number);
  const [red, green, blue] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

test.each(['light', 'dark'] as const)('words on tinted and touched ground can be read, %s', (scheme) => {
  const variables: Readonly<Record<string, string>> = {
    ...base.variables,
    ...base[scheme],
    ...own.variables,
    ...own[scheme],
  };
  const value = (name: string): string => {
    const found = variables[name]!;
    const other = /^var\((.+)\)$/.exec(found)?.[1];
    return other === undefined ? found : value(other);
  };
  for (const colour of ['blue', 'red', 'gray'])
    for (const ground of ['light', 'light-hover'])
      expect(
        contrast(
          value(`--mantine-color-${colour}-light-color`),
          value(`--mantine-color-${colour}-${ground}`),
        ),
        `${colour} on ${ground}`,
      ).toBeGreaterThanOrEqual(4.5);
});
