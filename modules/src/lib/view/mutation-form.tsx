import type { FormEventHandler, ReactElement, ReactNode } from 'react';

/**
 * A form that posts a mutation, with or without JavaScript: an island may catch `onSubmit`, send the same fields itself and
 * prevent the default. Fields the shopper fills in are children with the names of the mutation's input.
 */
export function MutationForm({
  mutation,
  values = {},
  children,
  className,
  id,
  label,
  onSubmit,
}: {
  /** The mutation, or anything with its id. */
  mutation: { readonly id: string };
  /** Sent as hidden fields. */
  values?: Readonly<Record<string, string | number | boolean | undefined>>;
  children?: ReactNode;
  className?: string;
  id?: string;
  /** Name of the form for screen readers. */
  label?: string;
  onSubmit?: FormEventHandler<HTMLFormElement>;
}): ReactElement {
  return (
    <form
      method="post"
      action={mutationAddress(mutation)}
      className={className}
      id={id}
      aria-label={label}
      onSubmit={onSubmit}
    >
      {Object.entries(values).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={String(value)} />,
      )}
      {children}
    </form>
  );
}

/** Where a mutation is posted. */
export function mutationAddress(mutation: { readonly id: string }): string {
  return `/_actions/${encodeURIComponent(mutation.id)}`;
}
