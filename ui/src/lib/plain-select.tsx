import type { ComponentProps } from 'react';
import css from './plain-select.module.css';

export interface PlainSelectProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

/** A choice in a window's first view, as `PlainButton` is a button of it. `className` and `style` are those of its place. */
export function PlainSelect({ options, onChoose, className = '', style, ...rest }: PlainSelectProps) {
  return (
    <div className={`${css.place} ${className}`} style={style}>
      <select className={css.select} onChange={({ currentTarget: { value } }) => onChoose(value)} {...rest}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <svg className={css.arrow} viewBox="0 0 15 15" fill="none" stroke="currentColor" aria-hidden>
        <path
          d="M5.2 5.8 7.5 3.5l2.3 2.3M5.2 9.2l2.3 2.3 2.3-2.3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </div>
  );
}
