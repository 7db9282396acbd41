import type { Asset, AssetVersion, Crop, MediaKind, MediaUse, RatioCrop } from '@vitrine/content/server';

/** An asset as the media API tells it. */
export interface MediaAsset {
  readonly id: string;
  /** For `ImageValue.src` or `VideoValue.src`; the same for the asset's whole life. */
  readonly src: string;
  readonly kind: MediaKind;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
  /** Another file, another number. `?v=<revision>` behind an address of the picture fetches this file and no older one. */
  readonly revision: number;
  readonly sha256: string;
  readonly folder?: string;
  readonly title: string;
  readonly alt: Readonly<Record<string, string>>;
  readonly decorative: boolean;
  readonly focalPoint?: { readonly x: number; readonly y: number };
  readonly crops: readonly RatioCrop[];
  /** ISO 8601. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** In the trash since then. */
  readonly trashedAt?: string;
}

export interface MediaPage {
  readonly assets: readonly MediaAsset[];
  /** How many there are in all. */
  readonly total: number;
  /** For `after`; absent on the last page. */
  readonly next?: string;
}

export interface MediaVersion extends Omit<AssetVersion, 'at'> {
  readonly at: string;
}

/** What became of an upload. */
export type UploadResult =
  | { readonly kind: 'unfinished'; readonly offset: number; readonly bytes: number }
  | {
      /** `exists`: this file is in the library already (or in its trash), and nothing was made. */
      readonly kind: 'created' | 'exists' | 'replaced' | 'unchanged';
      readonly asset: MediaAsset;
    };

export interface MediaUses {
  readonly uses: readonly MediaUse[];
}

export interface AllowedCrop {
  /** On the grid of addresses; to be kept in `ImageValue.crops`. */
  readonly crop: Crop;
}

/** Names of people by their ids; those that are not known are left out. */
export type NamesOf = (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;

export async function toMediaAssets(assets: readonly Asset[], namesOf: NamesOf): Promise<MediaAsset[]> {
  const names = await namesOf([
    ...new Set(assets.flatMap(({ createdBy, updatedBy }) => [createdBy, updatedBy])),
  ]);
  return assets.map(({ createdAt, createdBy, updatedAt, updatedBy, deletedAt, ...facts }) => ({
    ...facts,
    createdAt: createdAt.toISOString(),
    createdBy: names[createdBy] ?? createdBy,
    updatedAt: updatedAt.toISOString(),
    updatedBy: names[updatedBy] ?? updatedBy,
    trashedAt: deletedAt?.toISOString(),
  }));
}
