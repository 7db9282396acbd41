import type { OutputOf } from '@vitrine/data-actions';
import type { getCategoryTree } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { Icon } from '../icon.tsx';
import styles from './header.module.css';
import type { header } from './header.module.ts';

type Category = OutputOf<typeof getCategoryTree>[number];

/**
 * A top category and what lies below it. The browser's own popover: it opens by click or key, closes by Escape, by a
 * click elsewhere or by opening another, and needs no script for any of it.
 */
export function MenuPanel({
  id,
  category,
  href,
  t,
}: { id: string; category: Category } & Pick<ModuleProps<typeof header>, 'href' | 't'>) {
  return (
    <>
      <button type="button" className={styles.entry} popoverTarget={id}>
        {category.name}
        <Icon name="down" size={16} />
      </button>
      <div className={styles.panel} id={id} popover="auto">
        <button type="button" className={styles.back} popoverTarget={id} popoverTargetAction="hide">
          <Icon name="left" size={18} />
          {t('back')}
        </button>
        <a className={styles.all} href={href({ kind: 'category', slug: category.slug })}>
          {t('all', { category: category.name })}
          <Icon name="forth" size={18} />
        </a>
        <ul className={styles.groups}>
          {category.children.map((group) => (
            <li key={group.id}>
              <a className={styles.group} href={href({ kind: 'category', slug: group.slug })}>
                {group.name}
              </a>
              {group.children.length > 0 && (
                <ul className={styles.leaves}>
                  {group.children.map((leaf) => (
                    <li key={leaf.id}>
                      <a href={href({ kind: 'category', slug: leaf.slug })}>{leaf.name}</a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
