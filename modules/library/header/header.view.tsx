import type { ModuleProps } from '@vitrine/modules';
import { linkWindow, Picture } from '@vitrine/modules/view';
import { Icon } from '../icon.tsx';
import styles from './header.module.css';
import type { header } from './header.module.ts';
import { MenuPanel } from './menu-panel.tsx';

export function HeaderView({ id, config, data, slots, href, t }: ModuleProps<typeof header>) {
  const menu = `${id}-menu`;
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.open} popoverTarget={menu}>
        <Icon name="menu" />
        <span className="vt-hidden">{t('menu')}</span>
      </button>
      <a className={styles.brand} href={href('/')} aria-label={t('home', { name: config.name })}>
        {config.logo ? (
          <Picture image={config.logo} alt="" sizes="160px" priority className={styles.logo} />
        ) : (
          config.name
        )}
      </a>
      <nav className={styles.menu} id={menu} popover="auto" aria-label={t('main')}>
        <button type="button" className={styles.close} popoverTarget={menu} popoverTargetAction="hide">
          <Icon name="close" />
          <span className="vt-hidden">{t('close')}</span>
        </button>
        <ul className={styles.entries}>
          {data.tree?.map((category) => (
            <li key={category.id}>
              {category.children.length > 0 ? (
                <MenuPanel id={`${menu}-${category.id}`} category={category} href={href} t={t} />
              ) : (
                <a className={styles.entry} href={href({ kind: 'category', slug: category.slug })}>
                  {category.name}
                </a>
              )}
            </li>
          ))}
          {config.links.map(
            (entry) =>
              entry.link && (
                <li key={entry.label}>
                  <a className={styles.entry} href={href(entry.link)} {...linkWindow(entry.link)}>
                    {entry.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      </nav>
      <div className={styles.search}>{slots.search}</div>
      <div className={styles.tools}>
        {slots.account}
        {slots.cart}
      </div>
    </div>
  );
}
