import type { TokenKind } from './editable-tokens.ts';

const NUMBER = String.raw`[+-]?(?:\d{1,5}(?:\.\d{1,6})?|\.\d{1,6})`;
const LENGTH = `(?:${NUMBER}(?:px|rem|em|ch|vw|vh|vmin|vmax|%)|0)`;
const SUM = `${LENGTH}(?: [+-] ${LENGTH})?`;
const PART = `(?:${NUMBER}(?:%|deg|turn)?|none)`;

const syntax: Readonly<Record<TokenKind, RegExp>> = {
  colour: new RegExp(
    String.raw`^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|transparent|(?:rgba?|hsla?|hwb|oklch|oklab|lab|lch)\( ?${PART}(?:(?: ?, ?| )${PART}){2}(?: ?[,/] ?${PART})? ?\))$`,
    'i',
  ),
  length: new RegExp(String.raw`^(?:${SUM}|clamp\(${SUM}, ${SUM}, ${SUM}\))$`),
  number: /^(?:\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})$/,
};

const wanted: Readonly<Record<TokenKind, string>> = {
  colour: 'a colour such as #1d5c56 or rgb(29 92 86 / 0.5)',
  length: 'a length such as 1.5rem, 12px or clamp(1rem, 0.9rem + 0.5vw, 1.25rem)',
  number: 'a number such as 1.6',
};

/** What is wrong with a value somebody chose for a token, as a sentence; `undefined` = nothing. Only what is known to be harmless passes. */
export function checkToken(kind: TokenKind, value: string): string | undefined {
  if (syntax[kind].test(value)) return undefined;
  return `“${value.slice(0, 60)}” cannot be used. Expected ${wanted[kind]}.`;
}
