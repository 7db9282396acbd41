import type { ComponentType } from 'react';
import type { AnyModule, Preset } from './define-module.ts';

// biome-ignore lint/suspicious/noExplicitAny: views of every module.
export type AnyView = ComponentType<any>;

/** A module with everything needed to render it. */
export interface RegisteredModule {
  readonly module: AnyModule;
  readonly view: AnyView;
  /** Its style sheet's text, class names already scoped. */
  readonly css: string;
  readonly presets: readonly Preset[];
}

/** The modules a site is composed from, by id. A later registration of the same id replaces the earlier one. */
export interface ModuleRegistry {
  get(id: string): RegisteredModule | undefined;
  readonly all: readonly RegisteredModule[];
}

export function createRegistry(modules: readonly RegisteredModule[]): ModuleRegistry {
  const byId = new Map(modules.map((entry) => [entry.module.id, entry]));
  return { get: (id) => byId.get(id), all: [...byId.values()] };
}
