export type { RuntimeChannel } from './lib/channel.ts';
export { createRuntime, type Runtime, type RuntimeOptions } from './lib/create-runtime.ts';
export type { CrowdSource } from './lib/crowd/crowd-source.ts';
export type { ReadyCheck } from './lib/front/health-routes.ts';
export { type ImageFormat, imageWidths } from './lib/images/image-request.ts';
export type { ImageSource } from './lib/images/image-source.ts';
export type { PageAssets } from './lib/page-head.ts';
export type { PlannedPlace, PlannedShop } from './lib/preview/planned-preview.ts';
export type { PreviewGrant } from './lib/preview/preview-link.ts';
export type { StaffMember, StaffOf } from './lib/preview/staff-door.ts';
export type { SitemapOf } from './lib/seo/seo-routes.ts';
export {
  type BreadcrumbStep,
  breadcrumbData,
  type OfferFacts,
  type ProductFacts,
  productData,
} from './lib/seo/structured-data.ts';
export type {
  AddressMaker,
  HeadModel,
  PageObject,
  PageObjectEntry,
  PageObjectSlot,
  SlotState,
  SubjectFacts,
  SubjectRoute,
} from './lib/stages.ts';
export type { ThemeSource } from './lib/theme-sheet.ts';
export type { Shopper, Shoppers } from './lib/visitor/shopper.ts';
export { cookieNames } from './lib/visitor/visitor.ts';
