import { signUp as askToSignUp } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { isTaken, sentForm } from '../account-form.ts';
import { FormField } from '../account-parts.tsx';
import styles from './sign-up.module.css';
import type { signUp } from './sign-up.module.ts';

export function SignUpView({ id, config, data, subject, href, t }: ModuleProps<typeof signUp>) {
  const title = `${id}-title`;
  const { me, form } = data;
  const here = href(subject.path);
  if (me)
    return (
      <section className={styles.page} aria-labelledby={title}>
        <div className={styles.main}>
          <h1 id={title}>{t('here')}</h1>
          <p className={styles.lead}>{t('here-text', { name: me.name || me.email })}</p>
          <a className="vt-button" href={href(config.account)}>
            {t('to-account')}
          </a>
        </div>
      </section>
    );
  const sent = sentForm(form, askToSignUp);
  if (isTaken(sent)) {
    const [before = '', after = ''] = t('mailed-text', { email: '\u0000' }).split('\u0000');
    return (
      <section className={styles.page} aria-labelledby={title}>
        <div className={styles.main}>
          <h1 id={title}>{t('mailed')}</h1>
          <p className={styles.lead} role="status">
            {before}
            <strong>{sent.values.email?.trim()}</strong>
            {after}
          </p>
          <p className={styles.soft}>{t('no-mail')}</p>
          <a className="vt-button" data-look="quiet" href={here}>
            {t('again')}
          </a>
        </div>
      </section>
    );
  }
  const tools = { id, sent, styles, t };
  return (
    <section className={styles.page} aria-labelledby={title}>
      <div className={styles.main}>
        <h1 id={title}>{config.title || t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <MutationForm mutation={askToSignUp} values={{ _from: here }} className={styles.form}>
          <FormField tools={tools} name="name" label={t('name')} autoComplete="name" autoCapitalize="words" />
          <FormField
            tools={tools}
            name="email"
            label={t('email')}
            hint={t('email-use')}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            maxLength={254}
          />
          <FormField
            tools={tools}
            name="password"
            label={t('password')}
            hint={t('password-use')}
            type="password"
            autoComplete="new-password"
            minLength={8}
          />
          <div className={styles.buttons}>
            <button type="submit" className="vt-button">
              {t('submit')}
            </button>
          </div>
        </MutationForm>
        <p className={styles.soft}>
          {t('known')}{' '}
          <a className="vt-link" href={href(config.signIn)}>
            {t('sign-in')}
          </a>
        </p>
      </div>
    </section>
  );
}
