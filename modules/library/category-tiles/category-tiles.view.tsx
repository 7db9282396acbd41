import type { ModuleProps } from '@vitrine/modules';
import { Picture } from '@vitrine/modules/view';
import { SectionHeading } from '../section-heading.tsx';
import styles from './category-tiles.module.css';
import type { categoryTiles } from './category-tiles.module.ts';

export function CategoryTilesView({ id, config, data, href }: ModuleProps<typeof categoryTiles>) {
  if (data.categories.length === 0) return null;
  return (
    <section id={id} className={styles.tiles} aria-labelledby={config.title ? `${id}-title` : undefined}>
      <SectionHeading id={`${id}-title`} title={config.title} href={href} styles={styles} />
      <ul className={styles.list} data-shape={config.shape}>
        {data.categories.map((category) => (
          <li key={category.id}>
            <a className={styles.tile} href={href({ kind: 'category', slug: category.slug })}>
              <span className={styles.picture}>
                {category.image && (
                  <Picture
                    image={category.image}
                    alt=""
                    sizes="(min-width: 1400px) 300px, (min-width: 900px) 23vw, (min-width: 600px) 31vw, 46vw"
                  />
                )}
              </span>
              <span className={styles.name}>{category.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
