import type { ImageValue } from '@vitrine/modules';
import { languageName } from '../app/language-name.ts';
import type { MediaAsset } from '../media-api/media-wire.ts';

export type Choice =
  | { readonly kind: 'image'; readonly image: ImageValue }
  /** Why it cannot be chosen, and what to do. */
  | { readonly kind: 'refused'; readonly reason: string };

/** An asset as a field keeps it, with its words in all these languages. Without those in the first one it is not used. */
export function chosenImage(asset: MediaAsset, locales: readonly string[]): Choice {
  const [locale = 'en', ...others] = locales;
  const { src, width, height, focalPoint, crops, decorative } = asset;
  if (asset.kind !== 'picture' || !width || !height)
    return refused('This field shows a picture, and this is a film. Choose a picture.');
  if (asset.trashedAt) return refused('It is in the trash. Restore it first.');
  const alt = decorative ? '' : asset.alt[locale];
  if (alt === undefined)
    return refused(
      `Say what it shows in ${languageName(locale)} first, or mark it as decoration. People who cannot see it are read these words.`,
    );
  return {
    kind: 'image',
    image: {
      src,
      alt,
      ...translations(asset, others),
      width,
      height,
      ...(focalPoint && { focalPoint }),
      ...(crops.length > 0 && { crops }),
    },
  };
}

function translations(
  { alt, decorative }: MediaAsset,
  locales: readonly string[],
): Record<`alt@${string}`, string> {
  const given = locales.flatMap((locale) => {
    const words = alt[locale];
    return decorative || words === undefined ? [] : [[`alt@${locale}`, words] as const];
  });
  return Object.fromEntries(given);
}

/** Whether it still needs words in the language all others fall back to. */
export function lacksAlt({ decorative, alt }: MediaAsset, locale: string): boolean {
  return !decorative && alt[locale] === undefined;
}

function refused(reason: string): Choice {
  return { kind: 'refused', reason };
}
