import type { CSSProperties, ReactElement } from 'react';
import type { ImageCrop } from '../fields/field.ts';
import { chooseCrop } from './choose-crop.ts';
import { pictureAddress, pictureWidths } from './picture-address.ts';

/** A picture of an author (`image` field) or of the catalogue. */
export interface PictureSource {
  /** Path below the image address, or an `https:` address. */
  readonly src: string;
  readonly alt: string;
  /** Pixels of the original. */
  readonly width: number;
  readonly height: number;
  readonly focalPoint?: { readonly x: number; readonly y: number };
  /** Chosen parts, as fractions, each for a ratio. */
  readonly crops?: readonly ImageCrop[];
}

/**
 * An `<img>` in as many widths as the original has; it never jumps, and loads late unless it has `priority`. `sizes` is what CSS
 * calls it: the width it takes on the page, for example `(min-width: 900px) 50vw, 100vw`.
 */
export function Picture({
  image,
  sizes,
  ratio,
  priority = false,
  className,
  alt = image.alt,
}: {
  image: PictureSource;
  sizes: string;
  /** Width divided by height; the crop for about that ratio, else cropped around the focal point. Default: the picture's own. */
  ratio?: number;
  /** On the first screen: fetched at once and before others. Default false. */
  priority?: boolean;
  className?: string;
  /** Instead of the picture's own, for example empty where the words stand beside it. */
  alt?: string;
}): ReactElement {
  const external = /^https?:/.test(image.src);
  const crop = external ? undefined : chooseCrop(image.crops, ratio);
  const drawn = Math.round(image.width * (crop?.w ?? 1));
  const widths = pictureWidths.filter((width) => width <= drawn);
  const offered = widths.length > 0 ? widths : pictureWidths.slice(0, 1);
  const focal = crop ? undefined : image.focalPoint;
  const style: CSSProperties | undefined = ratio
    ? { objectFit: 'cover', objectPosition: focal && `${percent(focal.x)} ${percent(focal.y)}` }
    : undefined;
  return (
    <img
      className={className}
      src={pictureAddress(image.src, offered.find((width) => width >= 640) ?? offered.at(-1)!, crop)}
      srcSet={
        external
          ? undefined
          : offered.map((width) => `${pictureAddress(image.src, width, crop)} ${width}w`).join(', ')
      }
      sizes={external ? undefined : sizes}
      alt={alt}
      width={drawn}
      height={ratio ? Math.round(drawn / ratio) : image.height}
      loading={priority ? undefined : 'lazy'}
      fetchPriority={priority ? 'high' : undefined}
      decoding={priority ? undefined : 'async'}
      style={style}
    />
  );
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 100)}%`;
}
