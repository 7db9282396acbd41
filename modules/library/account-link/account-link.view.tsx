import { followLink, setPassword } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { sentForm } from '../account-form.ts';
import { FormField } from '../account-parts.tsx';
import styles from './account-link.module.css';
import type { accountLink } from './account-link.module.ts';

export function AccountLinkView({
  id,
  config,
  data,
  query,
  href,
  withQuery,
  t,
}: ModuleProps<typeof accountLink>) {
  const title = `${id}-title`;
  const { for: kind, token, wish } = query;
  const sent = [followLink, setPassword]
    .map((mutation) => sentForm(data.form, mutation))
    .find(({ isSent }) => isSent);
  const problem = kind && token ? sent?.problems.token : 'link-over';
  if (!kind || problem) {
    const words = problem === 'email-taken' ? 'email-taken' : 'over';
    return (
      <section className={styles.page} aria-labelledby={title}>
        <div className={styles.main}>
          <h1 id={title}>{t(words)}</h1>
          <p className={styles.lead} role="alert">
            {t(`${words}-text`)}
          </p>
          <a className="vt-button" href={href(config.signIn)}>
            {t('to-sign-in')}
          </a>
        </div>
      </section>
    );
  }
  const values = { _from: withQuery({}), token, next: href(config.account), wish };
  return (
    <section className={styles.page} aria-labelledby={title}>
      <div className={styles.main}>
        <h1 id={title}>{t(kind)}</h1>
        <p className={styles.lead}>{t(`${kind}-text`)}</p>
        <MutationForm
          mutation={kind === 'reset' ? setPassword : followLink}
          values={values}
          className={styles.form}
        >
          {kind === 'reset' && (
            <FormField
              tools={{ id, sent: sent ?? { isSent: false, values: {}, problems: {} }, styles, t }}
              name="password"
              label={t('password')}
              hint={t('password-use')}
              type="password"
              autoComplete="new-password"
              minLength={8}
            />
          )}
          <div className={styles.buttons}>
            <button type="submit" className="vt-button">
              {t(`${kind}-do`)}
            </button>
          </div>
        </MutationForm>
      </div>
    </section>
  );
}
