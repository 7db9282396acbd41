import type { Theme, Tokens } from './define-theme.ts';
import { themeChain } from './define-theme.ts';

/**
 * The theme's tokens as custom properties on `:root`, with those of its base themes. Dark ones hold when the visitor
 * prefers dark, and wherever an element says `data-scheme="dark"`; `data-scheme="light"` holds the light ones.
 * Throws on a token name or value that would break out of the rule.
 */
export function tokenCss(theme: Theme): string {
  const { light, dark } = flatTokens(theme);
  const lightSide = Object.fromEntries(Object.keys(dark).map((name) => [name, light[name] ?? dark[name]!]));
  const rules = [`:root{color-scheme:light;${declarations(light)}}`];
  if (Object.keys(dark).length > 0) {
    const night = `color-scheme:dark;${declarations(dark)}`;
    rules.push(
      `@media (prefers-color-scheme:dark){:root{${night}}}`,
      `[data-scheme="light"]{color-scheme:light;${declarations(lightSide)}}`,
      `[data-scheme="dark"]{${night}}`,
    );
  }
  return rules.join('\n');
}

/** All tokens of a theme, those of its base themes included, and those that differ in the dark. */
export function flatTokens(theme: Theme): {
  readonly light: Tokens;
  readonly dark: Tokens;
} {
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  for (const part of themeChain(theme)) {
    Object.assign(light, part.tokens);
    Object.assign(dark, part.darkTokens);
    // A light value of a derived theme without a dark one of its own holds in both schemes.
    for (const name of Object.keys(part.tokens)) if (!(name in (part.darkTokens ?? {}))) delete dark[name];
  }
  return { light, dark };
}

/** `colour.ink` → `--colour-ink`. */
function tokenProperty(name: string): string {
  if (!/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/.test(name)) {
    throw new Error(
      `Token name "${name}" is not one. Expected lower-case words, dashes and dots, like "colour.ink-soft".`,
    );
  }
  return `--${name.replaceAll('.', '-')}`;
}

function declarations(tokens: Tokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => {
      if (/[{};<]/.test(value)) {
        throw new Error(
          `Token "${name}" has the value "${value}". Expected a CSS value without braces, semicolons or tags.`,
        );
      }
      return `${tokenProperty(name)}:${value.replace(/\s+/g, ' ').trim()};`;
    })
    .join('');
}
