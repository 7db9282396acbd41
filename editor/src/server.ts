export type { CommentLetter } from './lib/api/comment-routes.ts';
export {
  createEditorApi,
  type EditorApi,
  type EditorApiOptions,
  type Pickers,
  type PickMarket,
} from './lib/api/editor-api.ts';
export { firstQuestions } from './lib/api/first-questions.ts';
export type { LinkTargets } from './lib/api/link-states.ts';
export {
  createReleaseRunner,
  type ReleaseRunner,
  type ReleaseRunnerOptions,
} from './lib/api/release-runner.ts';
export { createReviewNews, type ReviewLetter } from './lib/api/review-news.ts';
export type { Catalogue, ModuleDescription } from './lib/app/backend.ts';
export { EARLY_FRAME } from './lib/app/canvas-address.ts';
export type { LinkTarget } from './lib/checks/link-target.ts';
export { createMediaApi, type MediaApiOptions } from './lib/media-api/media-api.ts';
export type {
  AllowedCrop,
  MediaAsset,
  MediaPage,
  MediaUses,
  MediaVersion,
  UploadResult,
} from './lib/media-api/media-wire.ts';
export { createUploads, type Uploads, type UploadsOptions } from './lib/media-api/uploads.ts';
export { createRooms, type RoomChanged, type Rooms, type RoomsOptions } from './lib/room/create-rooms.ts';
export type { Can, ChangeSubject, RoomActor, RoomCapability } from './lib/room/rights.ts';
export { type RoomLimits, roomLimits } from './lib/room/room-limits.ts';
export type { RoomLogger } from './lib/room/room-logger.ts';
