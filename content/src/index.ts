export {
  type Arrival,
  type Audience,
  type AudienceRule,
  audienceAmong,
  audienceIds,
  audienceWord,
  type CampaignParameter,
  type Device,
  EVERYONE,
  isAmong,
  isAudienceId,
  isAudienceName,
  isBelowAny,
  isIn,
  isSteady,
  type VisitorFacts,
} from './lib/audience.ts';
export { audienceNames } from './lib/audience-names.ts';
export { audienceSchema } from './lib/audience-schema.ts';
export { canonicalText } from './lib/canonical.ts';
export {
  type ComposedPage,
  composePage,
  type KeptPart,
  keptPart,
  missingFragments,
  type OutletPlace,
} from './lib/compose.ts';
export { type DocumentDifference, diffDocuments } from './lib/diff-documents.ts';
export {
  duplicateNode,
  type Edited,
  type EditRefusal,
  insertNode,
  moveNode,
  type Place,
  placeOf,
  removeNode,
  setProp,
} from './lib/edit.ts';
export { equalJson } from './lib/equal-json.ts';
export {
  assignedVersion,
  audienceOf,
  type Crowd,
  type Experiment,
  type ExperimentState,
  type ExperimentVersion,
  experimentOf,
  nobodyApart,
  tellApart,
  type VersionName,
  versionId,
  versionNames,
} from './lib/experiment.ts';
export {
  type Comparison,
  compareVersions,
  FEWEST_VISITORS,
  type VersionCount,
  visitorsNeeded,
} from './lib/experiment-result.ts';
export { experimentSchema } from './lib/experiment-schema.ts';
export { foreignModule, foreignName } from './lib/foreign-module.ts';
export { localise } from './lib/localise.ts';
export { type MigratedDocument, type MigratedNode, migrateDocument } from './lib/migrate-document.ts';
export type { ModuleCatalogue, ModuleFacts, SlotFacts } from './lib/module-catalogue.ts';
export { newDocumentId } from './lib/new-document-id.ts';
export { nodePrint } from './lib/node-print.ts';
export { newUse, type OpenPart, openPartsOf } from './lib/open-parts.ts';
export {
  isOpenSetting,
  type OverrideKey,
  overrideKey,
  parseOverrideKey,
  withOverrides,
} from './lib/open-settings.ts';
export type { DocumentKind, Json, PageDocument, PageNode, Props } from './lib/page.ts';
export { isPageFile, type PageFile, pageFileText, type ReadPageFile, readPageFile } from './lib/page-file.ts';
export type {
  PageStore,
  PublishChange,
  PublishedDocument,
  PublishedVersion,
  PublishHistory,
} from './lib/page-store.ts';
export { type ParsedDocument, parsePageDocument } from './lib/parse-document.ts';
export type { ContentProblem, ProblemCode } from './lib/problem.ts';
export type { PropShape, PropShapes, ShapesOf } from './lib/prop-shape.ts';
export {
  isFor,
  isForLocale,
  type Reader,
  type ReaderKind,
  type Readers,
  readerKinds,
} from './lib/readers.ts';
export { isWaiting, type ReleaseState } from './lib/release-state.ts';
export { type Composed, chooseTemplate, type TemplateFacts } from './lib/template.ts';
export type { Translation, Translations } from './lib/translation.ts';
export { checkUrlMap, normalisePath, type UrlAddress, type UrlEntry, visitedPath } from './lib/url-map.ts';
export { type ValidationContext, validateDocument } from './lib/validate.ts';
export {
  type Breakpoint,
  breakpoints,
  formatVariantKey,
  parseVariantKey,
  resolveProp,
  type VariantChoice,
  type VariantKey,
} from './lib/variant-keys.ts';
export {
  audiencesIn,
  findNode,
  fragmentsOf,
  type Located,
  modulesOf,
  parentsOf,
  walk,
  whereUsed,
} from './lib/walk.ts';
