import type { FieldDescription } from '@vitrine/modules';

/** Whether a field's control is one element a `<label>` can belong to; otherwise it is a group with a name. */
export function hasOwnElement(field: FieldDescription): boolean {
  const { kind, details } = field;
  if (kind === 'select') {
    const { options, control } = details as { options?: readonly unknown[]; control?: string };
    return !(control === 'buttons' && (options?.length ?? 0) <= 3);
  }
  return ['text', 'number', 'boolean', 'date'].includes(kind);
}

/** Whether a control cannot say by itself that the instances differ. */
export function hasNoWords(field: FieldDescription): boolean {
  return (
    ['boolean', 'colour', 'date'].includes(field.kind) || (field.kind === 'select' && !hasOwnElement(field))
  );
}
