import type { ModuleProps } from '@vitrine/modules';
import { linkWindow, Picture, RichText } from '@vitrine/modules/view';
import { Icon } from '../icon.tsx';
import styles from './image-text.module.css';
import type { imageText } from './image-text.module.ts';

const ratios = { portrait: 0.8, square: 1, landscape: 4 / 3 };

export function ImageTextView({ id, config, href }: ModuleProps<typeof imageText>) {
  return (
    <section
      id={id}
      className={styles.pair}
      data-side={config.side}
      data-tone={config.tone}
      aria-labelledby={`${id}-title`}
    >
      {config.image && (
        <div className={styles.picture} data-ratio={config.ratio}>
          <Picture image={config.image} sizes="(min-width: 900px) 50vw, 100vw" ratio={ratios[config.ratio]} />
        </div>
      )}
      <div className={styles.words}>
        {config.eyebrow && <p className={styles.eyebrow}>{config.eyebrow}</p>}
        <h2 id={`${id}-title`}>{config.title}</h2>
        {config.body && <RichText html={config.body} className={`vt-prose ${styles.body}`} />}
        {config.link && config.linkLabel && (
          <a className={styles.more} href={href(config.link)} {...linkWindow(config.link)}>
            {config.linkLabel}
            <Icon name="forth" size={18} />
          </a>
        )}
      </div>
    </section>
  );
}
