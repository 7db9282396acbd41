import type { ModuleCatalogue, ModuleFacts, Props } from '@vitrine/content';
import type { AnyModule } from './define-module.ts';
import type { Field, Fields } from './fields/field.ts';
import { migrateProps } from './migrate-props.ts';
import { shapesOf } from './shapes-of.ts';
import { validateProps } from './validate-props.ts';

/** What content must know of these modules to check and migrate documents. A later module of the same id replaces the earlier. */
export function moduleCatalogue(modules: readonly AnyModule[]): ModuleCatalogue {
  const facts = new Map(modules.map((module) => [module.id, factsOf(module)]));
  return { ids: [...facts.keys()], describe: (id) => facts.get(id) };
}

function factsOf(module: AnyModule): ModuleFacts {
  return {
    kind: module.kind,
    version: module.version,
    slots: module.slots ?? {},
    texts: Object.entries(module.config as Fields)
      .filter(([, field]) => isTranslated(field))
      .map(([name]) => name),
    labels: Object.fromEntries(
      Object.entries(module.config as Fields).map(([name, { label }]) => [name, label]),
    ),
    shapes: shapesOf(module.config as Fields),
    checkProps: (props) => validateProps(module, props),
    // A module's migrations take JSON and make JSON.
    migrateProps: (props, from) => migrateProps(module, props, from) as Props,
  };
}

function isTranslated(field: Field<unknown>): boolean {
  return field.localised && (field.kind === 'text' || field.kind === 'rich-text');
}
