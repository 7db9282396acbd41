export type { ConfigProblem } from './lib/config-problem.ts';
export type {
  AnyModule,
  DataOf,
  IslandMode,
  ModuleDefinition,
  ModuleKind,
  ModuleProps,
  PageSubject,
  Plan,
  PlanInput,
  Preset,
  SlotDefinition,
  Slots,
  Strangers,
  ViewProps,
} from './lib/define-module.ts';
export { defineHole, defineModule, moduleOfInstance } from './lib/define-module.ts';
export { boolean } from './lib/fields/boolean.ts';
export { category } from './lib/fields/category.ts';
export { collection } from './lib/fields/collection.ts';
export { colour } from './lib/fields/colour.ts';
export { date } from './lib/fields/date.ts';
export { describeFields, type FieldDescription } from './lib/fields/describe-fields.ts';
export type {
  Breakpoint,
  CollectionValue,
  ConfigOf,
  Field,
  FieldKind,
  Fields,
  ImageCrop,
  ImageValue,
  Link,
  Responsive,
  ResponsiveField,
  VideoValue,
} from './lib/fields/field.ts';
export { type HostedFilm, hostedFilm, isNoFilmAtHost } from './lib/fields/hosted-film.ts';
export { image } from './lib/fields/image.ts';
export { isTimeZone } from './lib/fields/is-time-zone.ts';
export { link } from './lib/fields/link.ts';
export { list } from './lib/fields/list.ts';
export { number } from './lib/fields/number.ts';
export { object } from './lib/fields/object.ts';
export { product } from './lib/fields/product.ts';
export { richText } from './lib/fields/rich-text.ts';
export { isSafeLink, isSafeMedia } from './lib/fields/safe-address.ts';
export { type SanitisedHtml, sanitiseHtml } from './lib/fields/sanitise-html.ts';
export { select } from './lib/fields/select.ts';
export { text } from './lib/fields/text.ts';
export { timeZone } from './lib/fields/time-zone.ts';
export { video } from './lib/fields/video.ts';
export { migrateProps } from './lib/migrate-props.ts';
export { moduleCatalogue } from './lib/module-catalogue.ts';
export type { AnyView, ModuleRegistry, RegisteredModule } from './lib/registry.ts';
export { createRegistry } from './lib/registry.ts';
export { type ResolveOptions, resolveConfig } from './lib/resolve-config.ts';
export { shapesOf } from './lib/shapes-of.ts';
export {
  createTranslator,
  type MessageTable,
  messageTable,
  type Translate,
  translate,
} from './lib/translate.ts';
export { validateProps } from './lib/validate-props.ts';
export { pictureWidths } from './lib/view/picture-address.ts';
