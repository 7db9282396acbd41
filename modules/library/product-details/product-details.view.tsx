import type { ModuleProps } from '@vitrine/modules';
import { RichText } from '@vitrine/modules/view';
import type { ReactNode } from 'react';
import styles from './product-details.module.css';
import type { productDetails } from './product-details.module.ts';

export function ProductDetailsView({ config, data, t }: ModuleProps<typeof productDetails>) {
  const { description, attributes } = data.product;
  const care = attributes.find(({ key }) => key === 'care');
  const facts = attributes.filter((attribute) => attribute !== care);
  return (
    <div className={styles.details}>
      {description && (
        <Part title={t('description')} open>
          <RichText html={description} className="vt-prose" />
        </Part>
      )}
      {facts.length > 0 && (
        <Part title={t('attributes')}>
          <dl className={styles.facts}>
            {facts.map(({ key, label, value }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {care && (
        <Part title={t('care')}>
          <p>{care.value}</p>
        </Part>
      )}
      {config.more.map(({ title, body }) => (
        <Part key={title} title={title}>
          <RichText html={body} className="vt-prose" />
        </Part>
      ))}
    </div>
  );
}

function Part({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className={styles.part} open={open}>
      <summary className={`${styles.fold} ${styles.title}`}>
        <h2>{title}</h2>
      </summary>
      <div className={styles.folded}>{children}</div>
    </details>
  );
}
