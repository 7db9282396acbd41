import { pictureAddress } from '@vitrine/modules/view';
import type { MediaAsset } from '../media-api/media-wire.ts';

/** Where a picture is fetched so that a replaced file is seen at once. */
export function pictureOf({ src, revision }: Pick<MediaAsset, 'src' | 'revision'>, width: number): string {
  return `${pictureAddress(src, width)}?v=${revision}`;
}

/** Where a film is fetched. */
export function filmOf({ src, revision }: Pick<MediaAsset, 'src' | 'revision'>): string {
  return `${src}?v=${revision}`;
}
