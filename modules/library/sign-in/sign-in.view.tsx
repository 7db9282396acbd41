import { askForLink, askForReset, signIn as signInByPassword } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm, mutationAddress } from '@vitrine/modules/view';
import { isTaken, sentForm } from '../account-form.ts';
import { FormField } from '../account-parts.tsx';
import { Icon } from '../icon.tsx';
import styles from './sign-in.module.css';
import type { signIn } from './sign-in.module.ts';

export function SignInView({ id, config, data, query, href, withQuery, t }: ModuleProps<typeof signIn>) {
  const title = `${id}-title`;
  const { me, form } = data;
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
  const sents = [signInByPassword, askForLink, askForReset].map((mutation) => sentForm(form, mutation));
  const [, link, reset] = sents;
  const mailed = [link, reset].find((each) => each && isTaken(each));
  if (mailed) {
    const email = mailed.values.email?.trim() ?? '';
    const [before = '', after = ''] = t(mailed === link ? 'mailed-link' : 'mailed-reset', {
      email: '\u0000',
    }).split('\u0000');
    return (
      <section className={styles.page} aria-labelledby={title}>
        <div className={styles.main}>
          <h1 id={title}>{t('mailed')}</h1>
          <p className={styles.lead} role="status">
            {before}
            <strong>{email}</strong>
            {after}
          </p>
          <p className={styles.soft}>{t('no-mail')}</p>
          <a className="vt-button" data-look="quiet" href={withQuery({})}>
            {t('again')}
          </a>
        </div>
      </section>
    );
  }
  const sent = sents.find(({ isSent }) => isSent) ?? sents[0]!;
  const tools = { id, sent, styles, t };
  // What is typed into the address field of a browser is no place of this shop unless the shop finds it to be one.
  const next = query.next ?? href(config.account);
  return (
    <section className={styles.page} aria-labelledby={title}>
      <div className={styles.main}>
        <h1 id={title}>{config.title || t('title')}</h1>
        <MutationForm
          mutation={signInByPassword}
          values={{ _from: withQuery({}), next, wish: query.wish }}
          className={styles.form}
        >
          <FormField
            tools={tools}
            name="email"
            label={t('email')}
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
            type="password"
            autoComplete="current-password"
          />
          {query.wish && <p className={styles.soft}>{t('wish-hint')}</p>}
          <div className={styles.buttons}>
            <button type="submit" className="vt-button">
              {t('submit')}
            </button>
            <button
              type="submit"
              className={styles.quiet}
              formAction={mutationAddress(askForReset)}
              formNoValidate
            >
              {t('forgotten')}
            </button>
          </div>
          <div className={styles.or}>
            <p className={styles.soft}>
              <strong>{t('without-password')}</strong> · {t('link-text')}
            </p>
            <button
              type="submit"
              className="vt-button"
              data-look="quiet"
              formAction={mutationAddress(askForLink)}
              formNoValidate
            >
              {t('mail-link')}
            </button>
          </div>
        </MutationForm>
        {data.providers?.map(({ id: provider, name, address }) => (
          <a
            key={provider}
            className="vt-button"
            data-look="quiet"
            href={`${address}?${new URLSearchParams({ next, ...(query.wish && { wish: query.wish }) })}`}
          >
            {t('with', { name })}
          </a>
        ))}
      </div>
      <div className={styles.aside}>
        <h2 className={styles.asideTitle}>{t('new')}</h2>
        <ul className={styles.reasons}>
          {['orders', 'checkout', 'wishes'].map((reason) => (
            <li key={reason}>
              <Icon name="check" size={18} />
              {t(`reason.${reason}`)}
            </li>
          ))}
        </ul>
        <a className="vt-button" data-look="quiet" href={href(config.signUp)}>
          {t('sign-up')}
        </a>
      </div>
    </section>
  );
}
