import type { ModuleProps } from '@vitrine/modules';
import { Picture } from '@vitrine/modules/view';
import styles from './quote.module.css';
import type { quote } from './quote.module.ts';

const star = 'M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.1 6.1L12 16.9l-5.4 3 1.1-6.1-4.5-4.2 6.1-.8z';

export function QuoteView({ config, t }: ModuleProps<typeof quote>) {
  const { words, who, about, image, stars } = config;
  if (words === '') return null;
  return (
    <div className={styles.quote} data-size={config.size} data-align={config.align} data-tone={config.tone}>
      <figure className={styles.figure}>
        {stars > 0 && (
          <div className={styles.stars} role="img" aria-label={t('stars', { count: stars })}>
            {[1, 2, 3, 4, 5].map((place) => (
              <svg key={place} viewBox="0 0 24 24" width={20} height={20} aria-hidden="true">
                <path d={star} data-is={place <= stars ? 'full' : 'empty'} />
              </svg>
            ))}
          </div>
        )}
        <blockquote className={styles.words}>
          <p>{words}</p>
        </blockquote>
        {(who || about || image) && (
          <figcaption className={styles.by}>
            {image && <Picture image={image} sizes="56px" ratio={1} className={styles.face} />}
            <span className={styles.person}>
              {who && <cite className={styles.who}>{who}</cite>}
              {about && <span className={styles.about}>{about}</span>}
            </span>
          </figcaption>
        )}
      </figure>
    </div>
  );
}
