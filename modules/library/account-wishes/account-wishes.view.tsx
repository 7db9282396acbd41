import { setWish } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { AccountSection } from '../account-parts.tsx';
import { Card } from '../product-card/card.tsx';
import styles from './account-wishes.module.css';
import type { accountWishes } from './account-wishes.module.ts';

export function AccountWishesView({
  id,
  data,
  context,
  subject,
  href,
  t,
}: ModuleProps<typeof accountWishes>) {
  if (!data.me) return null;
  const wishes = data.wishes ?? [];
  return (
    <AccountSection id={id} title={t('title')} styles={styles}>
      {wishes.length === 0 && (
        <div className={styles.empty}>
          <p>{t('none')}</p>
          <a className="vt-button" data-look="quiet" href={href('/')}>
            {t('look')}
          </a>
        </div>
      )}
      <ul className={styles.list}>
        {wishes.map(({ product, price }) => (
          <li key={product.id} className={styles.wish}>
            <Card
              product={product}
              price={price}
              level="h2"
              sizes="(min-width: 900px) 22vw, 46vw"
              locale={context.locale}
              href={href}
              t={t}
              styles={styles}
            />
            <MutationForm
              mutation={setWish}
              values={{ _from: href(subject.path), productId: product.id, wished: 'no' }}
            >
              <button
                type="submit"
                className={styles.remove}
                aria-label={t('remove', { name: product.name })}
              >
                {t('removed')}
              </button>
            </MutationForm>
          </li>
        ))}
      </ul>
    </AccountSection>
  );
}
