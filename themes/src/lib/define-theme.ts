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
  /** Plain CSS for elements and layout primitives; small. Added to the base theme's, after it. */
  readonly css?: string;
  /** Module id → a view of the theme's own. */
  readonly views?: Readonly<Record<string, ThemeView>>;
}

/** A view that stands in for a module's own. Without `css` the module's own style sheet stays. */
export interface ThemeView {
  readonly view: AnyView;
  readonly css?: string;
}

export interface FontFace {
  readonly family: string;
  /** Address of a woff2 file. */
  readonly src: string;
  /** Module specifier of that file, for whoever serves the address: `@fontsource-variable/inter/files/….woff2`. */
  readonly file?: string;
  /** CSS, for example `100 900`. */
  readonly weight: string;
  readonly style?: 'normal' | 'italic';
  /** CSS unicode-range. */
  readonly range?: string;
  /** Wanted by the first screen: preloaded. */
  readonly preload?: boolean;
  /** What stands in until the file is there, scaled so that nothing moves when it comes; one per optical size, say. */
  readonly fallbacks?: readonly FallbackFace[];
}

/** A face most visitors have, with the measures of the one that is still loading. Percentages are CSS. */
export interface FallbackFace {
  /** Name to put behind the real family in a `font-family` token. */
  readonly family: string;
  /** Installed faces to try, in order. */
  readonly local: readonly string[];
  readonly sizeAdjust: string;
  readonly ascent: string;
  readonly descent: string;
}

/** Checks nothing, infers everything: the place where a theme says what it is. */
export function defineTheme(theme: Theme): Theme {
  return theme;
}

/** A theme and the ones it stands on, the deepest first: later ones win. Throws when themes stand on each other in a ring. */
export function themeChain(theme: Theme): readonly Theme[] {
  const chain: Theme[] = [];
  for (let next: Theme | undefined = theme; next; next = next.base) {
    if (chain.includes(next)) {
      throw new Error(
        `Theme "${theme.id}" stands on itself by way of "${next.id}". Remove one "base" from the ring.`,
      );
    }
    chain.unshift(next);
  }
  return chain;
}
