import type { ModuleProps } from '@vitrine/modules';
import { Picture } from '@vitrine/modules/view';
import styles from './media-gallery.module.css';
import type { mediaGallery } from './media-gallery.module.ts';
import { mediaOnShow } from './media-on-show.ts';

const sizes = '(min-width: 1400px) 740px, (min-width: 900px) 56vw, 100vw';
const halfSizes = '(min-width: 1400px) 366px, (min-width: 900px) 28vw, 100vw';

export function MediaGalleryView({ id, config, data, query, t }: ModuleProps<typeof mediaGallery>) {
  const { product } = data;
  const media = mediaOnShow(product, query);
  if (media.length === 0) {
    return (
      <div className={styles.none}>
        <span>{t('no-picture')}</span>
      </div>
    );
  }
  return (
    <section
      className={styles.gallery}
      data-layout={config.layout}
      aria-label={t('label', { name: product.name })}
    >
      <ul className={styles.pictures} tabIndex={media.length > 1 ? 0 : undefined}>
        {media.map((picture, at) => (
          <li key={picture.id} id={`${id}-${at + 1}`} className={styles.picture}>
            <Picture
              image={picture}
              sizes={config.layout === 'mosaic' && at > 0 ? halfSizes : sizes}
              priority={at === 0}
            />
          </li>
        ))}
      </ul>
      {config.layout === 'strip' && media.length > 1 && (
        <ol className={styles.thumbnails}>
          {media.map((picture, at) => (
            <li key={picture.id}>
              <a href={`#${id}-${at + 1}`} aria-label={t('position', { at: at + 1, count: media.length })}>
                <Picture image={picture} alt="" sizes="72px" />
              </a>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
