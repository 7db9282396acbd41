import type { FieldDescription } from '@vitrine/modules';

export interface FieldGroup {
  /** '' = the fields that stand first, without a heading. */
  readonly title: string;
  readonly fields: readonly FieldDescription[];
}

/** Fields by their group, groups in the order in which they are first named; those without one come first. */
export function groupFields(fields: readonly FieldDescription[]): readonly FieldGroup[] {
  const groups = new Map<string, FieldDescription[]>([['', []]]);
  for (const field of fields) {
    const title = field.group ?? '';
    groups.set(title, [...(groups.get(title) ?? []), field]);
  }
  return [...groups]
    .filter(([, inside]) => inside.length > 0)
    .map(([title, inside]) => ({ title, fields: inside }));
}
