import type { FieldDescription } from '@vitrine/modules';

/** What the panel must know of a module. */
export interface ModuleDescription {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldDescription[];
}

/** The fields all of the modules have alike, as the first one words them. */
export function commonFields(modules: readonly ModuleDescription[]): readonly FieldDescription[] {
  const [first, ...others] = modules;
  if (!first) return [];
  if (others.every(({ fields }) => fields === first.fields)) return first.fields;
  return first.fields.filter((field) =>
    others.every(({ fields }) => fields.some((other) => signatureOf(other) === signatureOf(field))),
  );
}

// How a field is worded, grouped and demanded may differ; what it may hold may not.
function signatureOf(field: FieldDescription): string {
  const { label, help, group, required, when, default: fallback, ...rest } = field;
  return JSON.stringify(rest);
}
