import type { ModuleProps } from '@vitrine/modules';
import { SectionHeading } from '../section-heading.tsx';
import styles from './section.module.css';
import type { section } from './section.module.ts';

export function SectionView({ id, config, slots, href }: ModuleProps<typeof section>) {
  return (
    <section
      id={id}
      className={styles.section}
      data-tone={config.tone}
      data-width={config.width}
      data-room={config.room}
      aria-labelledby={config.title ? `${id}-title` : undefined}
    >
      <SectionHeading
        id={`${id}-title`}
        eyebrow={config.eyebrow}
        title={config.title}
        intro={config.intro}
        link={config.link}
        linkLabel={config.linkLabel}
        href={href}
        styles={styles}
      />
      <div className={styles.content}>{slots.content}</div>
    </section>
  );
}
