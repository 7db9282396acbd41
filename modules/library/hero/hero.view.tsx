import type { ModuleProps } from '@vitrine/modules';
import { linkWindow, Picture } from '@vitrine/modules/view';
import styles from './hero.module.css';
import type { hero } from './hero.module.ts';

const sizes = {
  split: '(min-width: 900px) 58vw, 100vw',
  panel: '100vw',
  stacked: '(min-width: 1400px) 1312px, 100vw',
};

export function HeroView({ id, config, href }: ModuleProps<typeof hero>) {
  const Heading = config.level;
  return (
    <section
      className={styles.hero}
      data-layout={config.layout}
      data-side={config.side}
      data-tone={config.tone}
      aria-labelledby={`${id}-title`}
    >
      <div className={styles.words}>
        {config.eyebrow && <p className={styles.eyebrow}>{config.eyebrow}</p>}
        <Heading className={styles.title} id={`${id}-title`}>
          {config.title}
        </Heading>
        {config.text && <p className={styles.text}>{config.text}</p>}
        {(config.link || config.secondLink) && (
          <p className={styles.links}>
            {config.link && config.linkLabel && (
              <a className="vt-button" href={href(config.link)} {...linkWindow(config.link)}>
                {config.linkLabel}
              </a>
            )}
            {config.secondLink && config.secondLabel && (
              <a
                className="vt-button"
                data-look="quiet"
                href={href(config.secondLink)}
                {...linkWindow(config.secondLink)}
              >
                {config.secondLabel}
              </a>
            )}
          </p>
        )}
      </div>
      {config.image && (
        <div className={styles.picture}>
          <Picture image={config.image} sizes={sizes[config.layout]} ratio={1.6} priority={config.priority} />
        </div>
      )}
    </section>
  );
}
