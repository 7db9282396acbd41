import type { ModuleProps } from '@vitrine/modules';
import styles from './breadcrumb.module.css';
import type { breadcrumb } from './breadcrumb.module.ts';

export function BreadcrumbView({ data, href, t }: ModuleProps<typeof breadcrumb>) {
  const [product] = data.products;
  const [category] = data.categories;
  const trail = product?.breadcrumb ?? category?.breadcrumb.slice(0, -1) ?? [];
  const here = product?.name ?? category?.name;
  if (here === undefined) return null;
  return (
    <nav className={styles.trail} aria-label={t('label')}>
      <ol className={styles.list}>
        <li>
          <a href={href('/')}>{t('home')}</a>
        </li>
        {trail.map(({ id, slug, name }) => (
          <li key={id}>
            <a href={href({ kind: 'category', slug })}>{name}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  );
}
