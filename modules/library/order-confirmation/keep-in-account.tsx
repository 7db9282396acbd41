import { signUp } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import styles from './order-confirmation.module.css';
import type { orderConfirmation } from './order-confirmation.module.ts';

/** Offers guests an account with what they have just filled in: all that is missing is a password. */
export function KeepInAccount({
  id,
  config,
  contact,
  href,
  t,
}: Pick<ModuleProps<typeof orderConfirmation>, 'id' | 'config' | 'href' | 't'> & {
  contact: { readonly email: string; readonly name: string };
}) {
  const { email, name } = contact;
  return (
    <section className={styles.keep} aria-labelledby={`${id}-keep`}>
      <h2 className={styles.keepTitle} id={`${id}-keep`}>
        {t('keep')}
      </h2>
      <p className={styles.soft}>{t('keep-text', { email })}</p>
      <MutationForm
        mutation={signUp}
        values={{ _from: href(config.signUp), email, name }}
        className={styles.keepForm}
      >
        <label htmlFor={`${id}-password`}>{t('password')}</label>
        <input
          className="vt-field"
          id={`${id}-password`}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={200}
        />
        <button type="submit" className="vt-button" data-look="quiet">
          {t('sign-up')}
        </button>
      </MutationForm>
    </section>
  );
}
