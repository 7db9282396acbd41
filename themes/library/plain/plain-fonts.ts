import type { FallbackFace, FontFace } from '@vitrine/themes';

// Measured in Chromium against the metric twins of Times New Roman and Arial; the ascents are the files' own. Fraunces
// grows narrower with its optical size, so titles and banners have a fallback each.
const serifs = ['Times New Roman', 'Times', 'Liberation Serif', 'Noto Serif'];
const frauncesFallbacks: readonly FallbackFace[] = [
  { family: 'Fraunces fallback', local: serifs, sizeAdjust: '111%', ascent: '88.1%', descent: '23%' },
  {
    family: 'Fraunces banner fallback',
    local: serifs,
    sizeAdjust: '102.2%',
    ascent: '95.7%',
    descent: '25%',
  },
];

const interFallback: FallbackFace = {
  family: 'Inter fallback',
  local: ['Arial', 'Helvetica', 'Liberation Sans', 'Roboto'],
  sizeAdjust: '107%',
  ascent: '90.5%',
  descent: '22.5%',
};

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const latinExt =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

/** Fraunces for titles (with optical sizes), Inter for text. Latin is preloaded; the rest comes when a letter asks for it. */
export const plainFonts: readonly FontFace[] = [
  { ...fraunces('fraunces-latin-opsz-normal'), range: latin, preload: true },
  { ...fraunces('fraunces-latin-ext-opsz-normal'), range: latinExt },
  { ...inter('inter-latin-wght-normal'), range: latin, preload: true },
  { ...inter('inter-latin-ext-wght-normal'), range: latinExt },
  { ...inter('inter-latin-wght-italic'), range: latin, style: 'italic' },
];

function fraunces(name: string): FontFace {
  return {
    family: 'Fraunces Variable',
    src: `/_assets/fonts/${name}.woff2`,
    file: `@fontsource-variable/fraunces/files/${name}.woff2`,
    weight: '100 900',
    fallbacks: frauncesFallbacks,
  };
}

function inter(name: string): FontFace {
  return {
    family: 'Inter Variable',
    src: `/_assets/fonts/${name}.woff2`,
    file: `@fontsource-variable/inter/files/${name}.woff2`,
    weight: '100 900',
    fallbacks: [interFallback],
  };
}
