import type { ComponentProps, ReactNode } from 'react';
import css from './plain-button.module.css';

type Kind = 'filled' | 'default' | 'light' | 'subtle';

export interface PlainButtonProps extends ComponentProps<'button'> {
  readonly kind?: Kind;
  /** Stands before the words. */
  readonly icon?: ReactNode;
  /** As high as a line. */
  readonly isCompact?: boolean;
}

/**
 * A button of a window's first view. It looks like those of the component library, which weighs more than all that is to be seen at
 * first and comes with what is shown `later`.
 */
export function PlainButton({
  kind = 'filled',
  icon,
  isCompact,
  className = '',
  children,
  ...rest
}: PlainButtonProps) {
  return (
    <button
      type="button"
      className={`${css.button} ${className}`}
      data-kind={kind}
      data-compact={isCompact || undefined}
      {...rest}
    >
      {icon && (
        <span className={css.section} data-section>
          {icon}
        </span>
      )}
      {children}
    </button>
  );
}

export interface IconButtonProps extends ComponentProps<'button'> {
  readonly kind?: Kind;
  readonly isLarge?: boolean;
}

/** The same with nothing but an icon; its name is its `aria-label`. */
export function IconButton({ kind = 'subtle', isLarge, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`${css.button} ${css.icon} ${className}`}
      data-kind={kind}
      data-large={isLarge || undefined}
      {...rest}
    />
  );
}

/** Several side by side as one; it wants a name. */
export function ButtonGroup({ children, label }: { children: ReactNode; label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div className={css.group} role="group" aria-label={label}>
      {children}
    </div>
  );
}
