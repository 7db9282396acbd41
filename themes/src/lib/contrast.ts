import type { Tokens } from './define-theme.ts';

/** WCAG 2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Two colours that are seen on each other, and cannot be told apart well enough. */
export interface WeakPair {
  readonly text: string;
  readonly ground: string;
  /** Rounded down, so that it never looks like enough. */
  readonly ratio: number;
  readonly needed: number;
}

const texts = ['ink', 'ink-soft', 'accent', 'accent-strong', 'sale', 'good', 'warn', 'bad'];
const grounds = ['ground', 'raised', 'sunken'];
const pairs: readonly (readonly [string, string, number])[] = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground, 4.5] as const)),
  ['on-accent', 'accent', 4.5],
  ['on-deep', 'deep', 4.5],
  ['on-deep-soft', 'deep', 4.5],
  ...grounds.map((ground) => ['outline', ground, 3] as const),
];

/** Pairs of a theme's colours that are too weak. Only opaque colours written `#rgb` or `#rrggbb` are judged. */
export function weakPairs(tokens: Tokens): readonly WeakPair[] {
  return pairs.flatMap(([text, ground, needed]): WeakPair[] => {
    const one = sixDigits(tokens[`colour.${text}`]);
    const other = sixDigits(tokens[`colour.${ground}`]);
    if (!one || !other) return [];
    const ratio = contrast(one, other);
    if (ratio >= needed) return [];
    return [
      {
        text: `colour.${text}`,
        ground: `colour.${ground}`,
        ratio: Math.floor(ratio * 10) / 10,
        needed,
      },
    ];
  });
}

function sixDigits(colour = ''): string | undefined {
  if (/^#[\da-f]{6}$/i.test(colour)) return colour;
  if (!/^#[\da-f]{3}$/i.test(colour)) return undefined;
  return `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}`;
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
