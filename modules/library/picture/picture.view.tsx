import type { ModuleProps } from '@vitrine/modules';
import { linkWindow, Picture } from '@vitrine/modules/view';
import styles from './picture.module.css';
import type { picture } from './picture.module.ts';

const ratios = { own: undefined, panorama: 21 / 9, wide: 16 / 9, landscape: 4 / 3, square: 1, portrait: 0.8 };
const sizes = {
  page: '(min-width: 1400px) 1312px, 92vw',
  text: '(min-width: 700px) 608px, 92vw',
  small: '(min-width: 500px) 320px, 92vw',
  full: '100vw',
};

export function PictureView({ config, href, t }: ModuleProps<typeof picture>) {
  const { image, caption, link } = config;
  if (!image) return null;
  const drawn = (
    <Picture
      image={image}
      sizes={sizes[config.width]}
      ratio={ratios[config.ratio]}
      priority={config.priority}
      className={styles.image}
      // A link is called by what is in it.
      alt={link ? image.alt || caption || t('look') : image.alt}
    />
  );
  return (
    <div
      className={styles.picture}
      data-width={config.width}
      data-align={config.align}
      data-ratio={config.ratio}
      data-corners={config.corners}
    >
      <figure className={styles.figure}>
        {link ? (
          <a className={styles.link} href={href(link)} {...linkWindow(link)}>
            {drawn}
          </a>
        ) : (
          drawn
        )}
        {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      </figure>
    </div>
  );
}
