import type { ModuleProps } from '@vitrine/modules';
import { Icon } from '../icon.tsx';
import { sorts } from './search-query.ts';
import styles from './search-results.module.css';
import type { searchResults } from './search-results.module.ts';

/** Orders to choose from, as links in the browser's own popover. */
export function SortMenu({ id, query, withQuery, t }: ModuleProps<typeof searchResults>) {
  const offered = sorts.filter((sort) => sort !== 'relevance' || query.q !== '');
  const [standard] = query.q === '' ? (['newest'] as const) : (['relevance'] as const);
  const current = query.sort ?? standard;
  const menu = `${id}-sort`;
  return (
    <div className={styles.sort}>
      <button type="button" className={styles.sortOpen} popoverTarget={menu}>
        {t('sort', { order: t(current) })}
        <Icon name="down" size={16} />
      </button>
      <nav className={styles.sortMenu} id={menu} popover="auto" aria-label={t('sort-label')}>
        <ul className={styles.sortList}>
          {offered.map((sort) => (
            <li key={sort}>
              <a
                href={withQuery({ sort: sort === standard ? undefined : sort, page: undefined })}
                aria-current={sort === current ? 'true' : undefined}
              >
                {t(sort)}
                {sort === current && <Icon name="check" size={18} />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
