import type { Link } from '@vitrine/modules';
import { linkWindow } from '@vitrine/modules/view';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** Title, introduction and link above the content of a section. `styles` come from a style sheet that imports `section-heading.css`. */
export function SectionHeading({
  id,
  eyebrow,
  title,
  intro,
  link,
  linkLabel,
  href,
  styles,
  children,
}: {
  /** Given to the heading, so that the section can be named by it. */
  id: string;
  eyebrow?: string;
  title?: string;
  intro?: string;
  link?: Link;
  linkLabel?: string;
  href: (link: Link) => string;
  styles: Readonly<Record<string, string | undefined>>;
  /** Stands beside the title, after the link. */
  children?: ReactNode;
}): ReactElement | null {
  const more = link && linkLabel ? link : undefined;
  if (!eyebrow && !title && !intro && !more) return null;
  return (
    <div className={styles.heading}>
      <div className={styles.headingWords}>
        {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
        {title && <h2 id={id}>{title}</h2>}
        {intro && <p className={styles.intro}>{intro}</p>}
      </div>
      {more && (
        <a className={styles.more} href={href(more)} {...linkWindow(more)}>
          {linkLabel}
          <Icon name="forth" size={18} />
        </a>
      )}
      {children}
    </div>
  );
}
