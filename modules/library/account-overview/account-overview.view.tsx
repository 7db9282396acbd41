import type { ModuleProps } from '@vitrine/modules';
import { formatMoney } from '@vitrine/modules/view';
import type { ReactNode } from 'react';
import { AccountPart, AccountSection } from '../account-parts.tsx';
import { OrderList } from '../order-list.tsx';
import { AddressLines } from '../order-parts.tsx';
import styles from './account-overview.module.css';
import type { accountOverview } from './account-overview.module.ts';

export function AccountOverviewView(props: ModuleProps<typeof accountOverview>) {
  const { id, config, data, context, href, t } = props;
  const { profile, page, credit, loyalty = [] } = data;
  if (!profile) return null;
  const { locale } = context;
  const [firstName = ''] = profile.name.split(' ');
  const orders = page?.orders ?? [];
  const shipping = profile.addresses.find(({ isShipping }) => isShipping);
  const balances = credit?.filter(({ balance }) => balance.amount > 0) ?? [];
  const wishes = profile.wishes.length;
  return (
    <AccountSection
      id={id}
      title={firstName ? t('title', { name: firstName }) : t('title-nameless')}
      styles={styles}
    >
      <AccountPart id={`${id}-orders`} title={t('orders')} styles={styles}>
        {orders.length > 0 ? (
          <>
            <OrderList
              orders={orders}
              locale={locale}
              timeZone={config.timeZone}
              addressOf={(order) => `${href('/account/orders')}?${new URLSearchParams({ order })}`}
              styles={styles}
              t={t}
            />
            <p>
              <a className="vt-link" href={href('/account/orders')}>
                {t('all-orders')}
              </a>
            </p>
          </>
        ) : (
          <div className={styles.empty}>
            <p>{t('no-orders')}</p>
            <a className="vt-button" data-look="quiet" href={href('/')}>
              {t('look')}
            </a>
          </div>
        )}
      </AccountPart>
      <div className={styles.cards}>
        <Card title={t('address')}>
          {shipping ? (
            <AddressLines address={shipping.address} locale={locale} />
          ) : (
            <p className={styles.soft}>{t('no-address')}</p>
          )}
          <a className="vt-link" href={href('/account/addresses')}>
            {t(shipping ? 'to-addresses' : 'add-address')}
          </a>
        </Card>
        <Card title={t('credit')}>
          {balances.length > 0 ? (
            <p className={styles.sum}>
              {balances.map(({ balance }) => formatMoney(balance, locale)).join(' · ')}
            </p>
          ) : (
            <p className={styles.soft}>{t('no-credit')}</p>
          )}
          <a className="vt-link" href={href('/account/credit')}>
            {t('to-credit')}
          </a>
        </Card>
        {loyalty.map(({ programme, points, tier }) => (
          <Card key={programme.id} title={programme.name}>
            <div>
              <p className={styles.sum}>{t('points', { count: points })}</p>
              {tier && <p className={styles.soft}>{tier.name}</p>}
            </div>
            <a className="vt-link" href={href('/account/points')}>
              {t('to-points')}
            </a>
          </Card>
        ))}
        <Card title={t('wishes')}>
          <p className={styles.soft}>{wishes > 0 ? t('wish-count', { count: wishes }) : t('no-wishes')}</p>
          <a className="vt-link" href={href('/account/wishes')}>
            {t('to-wishes')}
          </a>
        </Card>
      </div>
    </AccountSection>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.card}>
      <h2 className={styles.cardTitle}>{title}</h2>
      {children}
    </div>
  );
}
