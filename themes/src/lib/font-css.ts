import type { FontFace, Theme } from './define-theme.ts';
import { themeChain } from './define-theme.ts';

/**
 * `@font-face` rules of the theme and its base themes. Text shows at once in the fallback face and is swapped when
 * the file has come; the fallback has the same measures, so nothing moves.
 */
export function fontCss(theme: Theme): string {
  const fallbacks = new Map<string, string>();
  const faces = fontFaces(theme).map((face) => {
    for (const { family, local, sizeAdjust, ascent, descent } of face.fallbacks ?? []) {
      const sources = local.map((name) => `local("${name}")`).join(',');
      fallbacks.set(
        family,
        `@font-face{font-family:"${family}";src:${sources};size-adjust:${sizeAdjust};ascent-override:${ascent};descent-override:${descent};line-gap-override:0%}`,
      );
    }
    const range = face.range ? `;unicode-range:${face.range}` : '';
    return `@font-face{font-family:"${face.family}";font-style:${face.style ?? 'normal'};font-weight:${face.weight};font-display:swap;src:url("${face.src}") format("woff2")${range}}`;
  });
  return [...fallbacks.values(), ...faces].join('\n');
}

/** All faces a theme may use, its base themes' included; a later one with the same file address replaces an earlier. */
export function fontFaces(theme: Theme): readonly FontFace[] {
  const faces = new Map<string, FontFace>();
  for (const part of themeChain(theme)) for (const face of part.fonts ?? []) faces.set(face.src, face);
  return [...faces.values()];
}

/** Addresses to preload: the faces the first screen is set in. */
export function fontPreloads(theme: Theme): readonly string[] {
  return fontFaces(theme)
    .filter((face) => face.preload)
    .map((face) => face.src);
}
