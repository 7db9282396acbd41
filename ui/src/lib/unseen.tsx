import type { ComponentProps } from 'react';
import css from './unseen.module.css';

/** Words for who cannot see, in a window's first view. */
export function Unseen(props: ComponentProps<'div'>) {
  return <div {...props} className={css.unseen} />;
}
