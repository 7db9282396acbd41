import { readFileSync } from 'node:fs';
import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import { expect, test } from 'vitest';
import { look } from './look.ts';

type Part = 'variables' | 'light' | 'dark';
const usual: Readonly<Record<Part, Readonly<Record<string, string>>>> =
  defaultCssVariablesResolver(DEFAULT_THEME);
const base = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, look));
const own = readLook(readFileSync(new URL('../look.css', import.meta.url), 'utf8'));

function readLook(css: string): Record<Part, Record<string, string>> {
  const [variables, light, dark] = css.split('\n}\n').map((rule) => {
    const lines = [...rule.matchAll(/^ {2}(--[\w-]+): (.+);$/gm)];
    return Object.fromEntries(lines.map(([, name, value]) => [name!, value!]));
  });
  return { variables: variables!, light: light!, dark: dark! };
}

/** As `look.css` writes it. */
const written = (value: string) => value.replace(/rgba\((\d+), (\d+), (\d+), 0\.05\)/, 'rgb($1 $2 $3 / 5%)');

/** They are other than the library makes them: words that stand back can still be read, and those of a button under the pointer. */
const readable = /^--mantine-color-(dimmed|placeholder|error|(blue|red)-light-color)$/;

test.each(['variables', 'light', 'dark'] as const)('what the look changes is in look.css, %s', (part) => {
  const changed = Object.entries(base[part]).filter(
    ([name, value]) => usual[part][name] !== value && !readable.test(name),
  );
  const kept = Object.entries(own[part]).filter(([name]) => !readable.test(name));
  expect(Object.fromEntries(kept)).toEqual(
    Object.fromEntries(changed.map(([name, value]) => [name, written(value)])),
  );
});

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
