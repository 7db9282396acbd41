import { IconPhoto } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './hit-view.module.css';

/** How something of the catalogue is shown in lists and cards. */
export interface HitFace {
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  /** At the end of the line, for example a price. */
  readonly aside?: string;
  /** Address of a small picture. */
  readonly image?: string;
  /** Instead of a picture. */
  readonly icon?: ReactNode;
}

export function HitView({ face }: { face: HitFace }) {
  const { title, note, aside, image, icon } = face;
  return (
    <span className={css.hit}>
      <span className={css.picture}>
        {image ? (
          <img src={image} alt="" loading="lazy" />
        ) : (
          (icon ?? <IconPhoto size={16} stroke={1.5} aria-hidden />)
        )}
      </span>
      <span className={css.words}>
        <span className={css.title}>{title}</span>
        {note && <span className={css.note}>{note}</span>}
      </span>
      {aside && <span className={css.aside}>{aside}</span>}
    </span>
  );
}
