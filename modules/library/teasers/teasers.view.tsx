import type { ModuleProps } from '@vitrine/modules';
import { linkWindow, Picture } from '@vitrine/modules/view';
import { SectionHeading } from '../section-heading.tsx';
import styles from './teasers.module.css';
import type { teasers } from './teasers.module.ts';

const ratios = { portrait: 0.8, square: 1, landscape: 4 / 3 };

export function TeasersView({ id, config, href }: ModuleProps<typeof teasers>) {
  if (config.teasers.length === 0) return null;
  const Title = config.title ? 'h3' : 'h2';
  return (
    <section id={id} className={styles.teasers} aria-labelledby={config.title ? `${id}-title` : undefined}>
      <SectionHeading
        id={`${id}-title`}
        eyebrow={config.eyebrow}
        title={config.title}
        href={href}
        styles={styles}
      />
      <ul className={styles.list} data-shape={config.shape}>
        {config.teasers.map((teaser, index) => (
          <li key={index} className={styles.teaser}>
            {teaser.image && (
              <div className={styles.picture}>
                <Picture
                  image={teaser.image}
                  sizes="(min-width: 1400px) 430px, (min-width: 900px) 31vw, (min-width: 600px) 46vw, 92vw"
                  ratio={ratios[config.shape]}
                />
              </div>
            )}
            <Title className={styles.name}>
              {teaser.link ? (
                <a className={styles.link} href={href(teaser.link)} {...linkWindow(teaser.link)}>
                  {teaser.title}
                </a>
              ) : (
                teaser.title
              )}
            </Title>
            {teaser.text && <p className={styles.text}>{teaser.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
