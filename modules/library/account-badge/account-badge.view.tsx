import type { ModuleProps } from '@vitrine/modules';
import { Icon } from '../icon.tsx';
import styles from './account-badge.module.css';
import type { accountBadge } from './account-badge.module.ts';

export function AccountBadgeView({ data, href, t }: ModuleProps<typeof accountBadge>) {
  const { me } = data;
  if (!me)
    return (
      <a className={styles.badge} href={href('/account/sign-in')}>
        <Icon name="person" />
        <span className="vt-hidden">{t('sign-in')}</span>
      </a>
    );
  const name = me.name || me.email;
  const [initial = ''] = name.trim();
  return (
    <a className={styles.badge} href={href('/account')} title={name}>
      <span className={styles.initial} aria-hidden="true">
        {initial.toLocaleUpperCase()}
      </span>
      <span className="vt-hidden">{t('account', { name })}</span>
    </a>
  );
}
