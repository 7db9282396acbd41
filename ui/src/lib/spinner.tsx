import css from './spinner.module.css';

/** Something is on its way; who cannot see it is told by what stands around it. */
export function Spinner({ isSmall }: { readonly isSmall?: boolean }) {
  return <div className={css.spinner} data-small={isSmall || undefined} />;
}
