import type { MediaAsset } from '../media-api/media-wire.ts';

/** What is said about an asset; what is not named stays. */
export interface AssetPatch {
  readonly title?: string;
  readonly alt?: Readonly<Record<string, string | null>>;
  readonly decorative?: boolean;
  readonly focalPoint?: { readonly x: number; readonly y: number } | null;
  readonly crops?: MediaAsset['crops'];
  readonly folder?: string | null;
}

/** The asset as it will be. */
export function patched(asset: MediaAsset, { alt, focalPoint, folder, ...patch }: AssetPatch): MediaAsset {
  const words = Object.entries({ ...asset.alt, ...alt }).filter(([, each]) => each !== null);
  return {
    ...asset,
    ...patch,
    alt: Object.fromEntries(words) as MediaAsset['alt'],
    ...(focalPoint !== undefined && { focalPoint: focalPoint ?? undefined }),
    ...(folder !== undefined && { folder: folder ?? undefined }),
  };
}
