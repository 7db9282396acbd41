import { signOut } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import styles from './account-menu.module.css';
import type { accountMenu } from './account-menu.module.ts';

const pages = [
  { name: 'overview', path: '/account' },
  { name: 'orders', path: '/account/orders' },
  { name: 'addresses', path: '/account/addresses' },
  { name: 'details', path: '/account/details' },
  { name: 'credit', path: '/account/credit' },
  { name: 'points', path: '/account/points' },
  { name: 'wishes', path: '/account/wishes' },
  { name: 'privacy', path: '/account/privacy' },
] as const;

export function AccountMenuView({ id, config, data, href, subject, t }: ModuleProps<typeof accountMenu>) {
  const { me, programmes = [] } = data;
  // Where nobody collects points, nothing is said of them.
  const shown = pages.filter(
    ({ name }) => name !== 'points' || programmes.length > 0 || config.here === name,
  );
  if (!me) {
    const signIn = `${href(config.signIn)}?${new URLSearchParams({ next: href(subject.path) })}`;
    return (
      <section className={styles.out} aria-labelledby={`${id}-title`} data-signed-out="">
        <h1 id={`${id}-title`}>{t('signed-out')}</h1>
        <p className={styles.lead}>{t('signed-out-text')}</p>
        <div className={styles.ways}>
          <a className="vt-button" href={signIn}>
            {t('sign-in')}
          </a>
          <a className="vt-button" data-look="quiet" href={href(config.signUp)}>
            {t('sign-up')}
          </a>
        </div>
      </section>
    );
  }
  return (
    <nav className={styles.menu} aria-label={t('account')}>
      <p className={styles.name}>
        <span>{me.name || me.email}</span>
        {me.name && <small>{me.email}</small>}
      </p>
      <ul className={styles.pages}>
        {shown.map(({ name, path }) => (
          <li key={name}>
            <a href={href(path)} aria-current={config.here === name ? 'page' : undefined}>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
      <MutationForm mutation={signOut} values={{ next: href(config.after) }}>
        <button type="submit" className={styles.leave}>
          {t('sign-out')}
        </button>
      </MutationForm>
    </nav>
  );
}
