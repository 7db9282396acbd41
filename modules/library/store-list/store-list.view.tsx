import type { ModuleProps } from '@vitrine/modules';
import { linkWindow } from '@vitrine/modules/view';
import { SectionHeading } from '../section-heading.tsx';
import styles from './store-list.module.css';
import type { storeList } from './store-list.module.ts';

export function StoreListView({ id, config, href, t }: ModuleProps<typeof storeList>) {
  if (config.stores.length === 0) return null;
  const Name = config.title ? 'h3' : 'h2';
  return (
    <section id={id} className={styles.stores} aria-labelledby={config.title ? `${id}-title` : undefined}>
      <SectionHeading id={`${id}-title`} title={config.title} href={href} styles={styles} />
      <ul className={styles.list}>
        {config.stores.map((store) => (
          <li key={store.name} className={styles.store}>
            <Name className={styles.name}>{store.name}</Name>
            <dl className={styles.facts}>
              {store.address && (
                <div>
                  <dt className="vt-hidden">{t('address')}</dt>
                  <dd>{store.address}</dd>
                </div>
              )}
              {store.hours && (
                <div>
                  <dt>{t('hours')}</dt>
                  <dd>{store.hours}</dd>
                </div>
              )}
              {store.phone && (
                <div>
                  <dt>{t('phone')}</dt>
                  <dd>
                    <a href={`tel:${store.phone.replace(/[^+\d]/g, '')}`}>{store.phone}</a>
                  </dd>
                </div>
              )}
            </dl>
            {store.map && (
              <a className="vt-link" href={href(store.map)} {...linkWindow(store.map)}>
                {t('map', { name: store.name })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
