import type { AnyView } from '@vitrine/modules';

/** Design tokens by dotted name, for example `colour.ink`, `space.4`, `type.display.family`. Values are CSS. */
export type Tokens = Readonly<Record<string, string>>;

/** How a shop looks: tokens, faces, base style sheet and views of its own for some modules. */
export interface Theme {
  readonly id: string;
  readonly name: string;
  /** What is not said here comes from this theme. */
  readonly base?: Theme;
  /** Become custom properties: `colour.ink` → `--colour-ink`. */
  readonly tokens: Tokens;
  /** Tokens that differ when the visitor prefers dark. */
  readonly darkTokens?: Tokens;
  /** Font files and their `@font-face` rules' source. */
  readonly fonts?: readonly FontFace[];
  /** Plain CSS for elements and layout primitives; small. */
  readonly css?: string;
  /** Module id → a view of the theme's own. */
  readonly views?: Readonly<Record<string, { readonly view: AnyView; readonly css?: string }>>;
}

export interface FontFace {
  readonly family: string;
  /** Address of a woff2 file. */
  readonly src: string;
  /** CSS, for example `100 900`. */
  readonly weight: string;
  readonly style?: 'normal' | 'italic';
  /** CSS unicode-range. */
  readonly range?: string;
  /** Wanted by the first screen: preloaded. */
  readonly preload?: boolean;
}

export function defineTheme(theme: Theme): Theme {
  return theme;
}
