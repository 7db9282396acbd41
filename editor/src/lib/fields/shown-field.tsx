import type { FieldDescription } from '@vitrine/modules';
import { type ComponentType, memo } from 'react';
import { valuesAt } from './field-place.ts';
import { type FieldProps, type FieldScope, useFieldScope } from './field-scope.tsx';
import { variantOf } from './field-variant.ts';
import { useFieldChanges } from './use-field.ts';
import { useSelected } from './use-selected.ts';

/** A field that is there only while the setting it depends on has the right value in all instances. */
export const ShownField = memo(function ShownField({
  Field,
  siblings,
  ...props
}: FieldProps & {
  readonly Field: ComponentType<FieldProps>;
  readonly siblings: readonly FieldDescription[];
}) {
  const scope = useFieldScope();
  const isShown = useSelected(useFieldChanges(), () => isFieldShown(scope, { siblings, ...props }));
  return isShown && <Field {...props} />;
});

export function isFieldShown(
  { page, ids, fields, locale, baseLocale, breakpoint }: FieldScope,
  {
    field,
    siblings,
    parent = '',
  }: Pick<FieldProps, 'field' | 'parent'> & { readonly siblings: readonly FieldDescription[] },
): boolean {
  const { when } = field;
  if (!when) return true;
  const other = siblings.find(({ name }) => name === when.field);
  if (!other) return true;
  return ids.every((id) => {
    const values = valuesAt(page, id, fields, parent);
    const { value } = variantOf(values, other, { locale, baseLocale, breakpoint });
    return when.is.includes(value ?? other.default);
  });
}
