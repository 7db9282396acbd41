import type { ModuleProps } from '@vitrine/modules';
import { CheckoutPart, TextField } from '../checkout-parts.tsx';
import styles from './checkout-contact.module.css';
import type { checkoutContact } from './checkout-contact.module.ts';

export function CheckoutContactView({
  id,
  config,
  data,
  subject,
  href,
  t,
}: ModuleProps<typeof checkoutContact>) {
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { contact, vatId } = page.checkout;
  const tools = { id, page, styles, t };
  const { me } = page;
  return (
    <CheckoutPart id={id} title={t('title')} styles={styles}>
      <p className={styles.soft}>
        {me ? t('as', { name: me.name || me.email }) : t('known')}{' '}
        {!me && (
          <a
            className="vt-link"
            href={`${href(config.signIn)}?${new URLSearchParams({ next: href(subject.path) })}`}
          >
            {t('sign-in')}
          </a>
        )}
      </p>
      <div className={styles.fields}>
        <TextField
          tools={tools}
          name="contact.email"
          label={t('email')}
          stored={contact?.email}
          width="row"
          hint={t('email-use')}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          maxLength={254}
        />
        <TextField
          tools={tools}
          name="contact.name"
          label={t('name')}
          stored={contact?.name}
          inputMode="text"
          autoComplete="name"
          autoCapitalize="words"
        />
        <TextField
          tools={tools}
          name="contact.phone"
          label={t('phone')}
          stored={contact?.phone}
          optional
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={40}
        />
        <TextField
          tools={tools}
          name="vatId"
          label={t('vatId')}
          stored={vatId}
          width="row"
          optional
          hint={t('vatId-use')}
          inputMode="text"
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={40}
        />
      </div>
    </CheckoutPart>
  );
}
