import type { Theme } from './define-theme.ts';
import { flatTokens } from './token-css.ts';

export type TokenKind = 'colour' | 'length' | 'number';

/** A token people may change without code. */
export interface EditableToken {
  readonly name: string;
  readonly group: TokenGroup;
  readonly label: string;
  readonly kind: TokenKind;
  /** The theme's own value. */
  readonly light: string;
  /** Its own where visitors prefer dark; colours only. */
  readonly dark?: string;
}

export type TokenGroup = 'Colours' | 'Type sizes' | 'Line height' | 'Spacing' | 'Corners';

const groups: readonly { readonly prefix: string; readonly group: TokenGroup; readonly kind: TokenKind }[] = [
  { prefix: 'colour.', group: 'Colours', kind: 'colour' },
  { prefix: 'type.size.', group: 'Type sizes', kind: 'length' },
  { prefix: 'type.leading.', group: 'Line height', kind: 'number' },
  { prefix: 'space.', group: 'Spacing', kind: 'length' },
  { prefix: 'radius.', group: 'Corners', kind: 'length' },
];

/** Tokens of a theme, its base themes' included, that people may change; in the order of the theme. */
export function editableTokens(theme: Theme): readonly EditableToken[] {
  const { light, dark } = flatTokens(theme);
  return Object.entries(light).flatMap(([name, value]): EditableToken[] => {
    const found = groups.find(({ prefix }) => name.startsWith(prefix));
    if (!found) return [];
    const { prefix, group, kind } = found;
    const label = labelOf(name.slice(prefix.length));
    const own = kind === 'colour' ? { dark: dark[name] ?? value } : {};
    return [{ name, group, label, kind, light: value, ...own }];
  });
}

/** `accent-soft` → `Accent soft`; a number is a step. */
function labelOf(name: string): string {
  const words = name.replace(/[.-]/g, ' ');
  return /^\d+$/.test(words) ? `Step ${words}` : words.charAt(0).toUpperCase() + words.slice(1);
}
