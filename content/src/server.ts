export type {
  CommentAnchor,
  CommentChanged,
  CommentMessage,
  CommentThread,
  NewComment,
  NewThread,
} from './lib/server/comment.ts';
export {
  type CommentEdit,
  type CommentQuery,
  type CommentRemoval,
  type CommentStore,
  type CommentStoreOptions,
  createCommentStore,
} from './lib/server/comment-store.ts';
export { contentMigrations } from './lib/server/content.tables.ts';
export {
  type CountedOrder,
  CrowdRefusedError,
  type CrowdStore,
  type VersionView,
} from './lib/server/crowd-store.ts';
export { contentVersion, documentVersion } from './lib/server/document-version.ts';
export { createDraftPageStore } from './lib/server/draft-page-store.ts';
export type {
  CreateDraftOptions,
  DocumentPaths,
  DraftAddress,
  DraftCreated,
  DraftFacts,
  DraftPlace,
  DraftPlaced,
  DraftRemoved,
  DraftStanding,
  DraftStore,
  StateBefore,
} from './lib/server/draft-store.ts';
export type { Asset, AssetVersion } from './lib/server/media/asset.ts';
export type { AssetPatch, Changed } from './lib/server/media/asset-changes.ts';
export type { Replaced } from './lib/server/media/asset-files.ts';
export type { AssetPage, AssetQuery, AssetSort } from './lib/server/media/asset-query.ts';
export { type Assets, type AssetsOptions, createAssets } from './lib/server/media/assets.ts';
export {
  type CheckedFile,
  checkFile,
  checkPromise,
  type FileCheck,
  type MediaLimits,
} from './lib/server/media/check-file.ts';
export type { Crop, RatioCrop } from './lib/server/media/crop.ts';
export { createFolderStorage } from './lib/server/media/folder-storage.ts';
export type { FolderChanged, MediaFolder, MediaFolders } from './lib/server/media/media-folders.ts';
export { type MediaKind, type MediaMime, mediaFormats } from './lib/server/media/media-formats.ts';
export { createMediaShelf, type MediaShelf, type ShelvedFilm } from './lib/server/media/media-shelf.ts';
export type { MediaStorage } from './lib/server/media/media-storage.ts';
export {
  createMediaUsage,
  type MediaUsage,
  type MediaUse,
  publishedUsing,
  type UsingDocument,
} from './lib/server/media/media-usage.ts';
export { createS3Storage, type S3Options } from './lib/server/media/s3-storage.ts';
export { sweepMedia } from './lib/server/media/sweep-media.ts';
export { createMemoryPageStore, type PageStoreOptions } from './lib/server/memory-page-store.ts';
export { createPresetStore, type Preset, type PresetStore } from './lib/server/preset-store.ts';
export {
  createPreviewLinkStore,
  type NewPreviewLink,
  type PreviewLink,
  type PreviewLinkShows,
  type PreviewLinkStore,
  type PreviewLinkStoreOptions,
} from './lib/server/preview-link-store.ts';
export { type PagePublished, PublishRefusedError } from './lib/server/publish.ts';
export type {
  Release,
  ReleaseFacts,
  ReleaseItem,
  ReleaseItemFacts,
} from './lib/server/release.ts';
export { createReleasePageStore } from './lib/server/release-page-store.ts';
export { type ReleasePlace, releasePlaces } from './lib/server/release-places.ts';
export {
  createReleaseStore,
  type DecidedSince,
  type NewReleaseItem,
  type ReleaseChanged,
  type ReleaseChoice,
  type ReleaseStore,
  type ReleaseStoreOptions,
  type WaitingRelease,
} from './lib/server/release-store.ts';
export type { NewReview, Review, ReviewDecision, ReviewState, SeenReview } from './lib/server/review.ts';
export { createReviewStore, type ReviewStore, type ReviewStoreOptions } from './lib/server/review-store.ts';
export {
  type CrowdStoreOptions,
  createCrowdStore,
  type SqlCrowdStore,
} from './lib/server/sql-crowd-store.ts';
export { createSqlDraftStore, type DraftStoreOptions } from './lib/server/sql-draft-store.ts';
export { createSqlPageStore, type PublishReleased } from './lib/server/sql-page-store.ts';
export { createSqlVersionStore, type VersionStoreOptions } from './lib/server/sql-version-store.ts';
export { stylesItem, themeOfStyles } from './lib/server/styles-item.ts';
export {
  createThemeStore,
  type ThemeChanged,
  type ThemeState,
  type ThemeStore,
  type ThemeStoreOptions,
  type ThemeTokens,
} from './lib/server/theme-store.ts';
export { createTranslationStore, type TranslationStore } from './lib/server/translation-store.ts';
export type { NewVersion, VersionFacts, VersionKind, VersionStore } from './lib/server/version-store.ts';
export { type GoesLive, whatGoesLive } from './lib/server/what-goes-live.ts';
