import type { ModuleProps } from '@vitrine/modules';
import { Icon } from '../icon.tsx';
import { pagesToShow } from './pages-to-show.ts';
import styles from './search-results.module.css';
import type { searchResults } from './search-results.module.ts';

/** Links to the other pages of a long list. */
export function Paging({ data, withQuery, t }: ModuleProps<typeof searchResults>) {
  const { total, page, pageSize } = data.results;
  const pages = Math.ceil(total / pageSize);
  if (pages < 2) return null;
  const address = (number: number) => withQuery({ page: number === 1 ? undefined : String(number) });
  return (
    <nav className={styles.paging} aria-label={t('pages')}>
      {page > 1 && (
        <a className={styles.step} href={address(page - 1)} rel="prev" aria-label={t('previous')}>
          <Icon name="left" size={18} />
          <span>{t('previous')}</span>
        </a>
      )}
      <ol className={styles.pages}>
        {pagesToShow(page, pages).map((number, at) => (
          <li key={`${number}-${at}`}>
            {number === undefined ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={address(number)}
                aria-label={t('page', { page: number })}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className={styles.step} href={address(page + 1)} rel="next" aria-label={t('next')}>
          <span>{t('next')}</span>
          <Icon name="right" size={18} />
        </a>
      )}
    </nav>
  );
}
