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
  ViewProps,
} from './lib/define-module.ts';
export { defineHole, defineModule } from './lib/define-module.ts';
export type {
  Breakpoint,
  CollectionValue,
  ConfigOf,
  Field,
  FieldKind,
  Fields,
  ImageValue,
  Link,
  Responsive,
  ResponsiveField,
} from './lib/fields/field.ts';
export type { AnyView, ModuleRegistry, RegisteredModule } from './lib/registry.ts';
export { createRegistry } from './lib/registry.ts';
