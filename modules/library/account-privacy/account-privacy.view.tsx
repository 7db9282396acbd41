import { deleteAccount, setConsent, signOut } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { sentForm } from '../account-form.ts';
import { AccountPart, AccountSection, FormField } from '../account-parts.tsx';
import styles from './account-privacy.module.css';
import type { accountPrivacy } from './account-privacy.module.ts';

const purpose = 'newsletter';

export function AccountPrivacyView(props: ModuleProps<typeof accountPrivacy>) {
  const { id, config, data, context, subject, href, t } = props;
  const { profile, form } = data;
  if (!profile) return null;
  const _from = href(subject.path);
  const day = new Intl.DateTimeFormat(context.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const consent = profile.consents.find((each) => each.purpose === purpose);
  const granted = consent?.granted === true;
  const { textVersion } = config;
  const sent = sentForm(form, deleteAccount);
  return (
    <AccountSection id={id} title={t('title')} styles={styles}>
      <AccountPart id={`${id}-consents`} title={t('consents')} styles={styles}>
        <div className={styles.consent}>
          <div>
            <h3 className={styles.consentTitle}>{t('newsletter-title')}</h3>
            <p>{config.newsletter || t('newsletter')}</p>
            <p className={styles.soft}>
              {consent
                ? t(granted ? 'granted-since' : 'withdrawn-since', { date: day.format(new Date(consent.at)) })
                : t('never')}
            </p>
          </div>
          <MutationForm
            mutation={setConsent}
            values={{ _from, purpose, textVersion, granted: granted ? 'no' : 'yes' }}
          >
            <button type="submit" className="vt-button" data-look="quiet">
              {t(granted ? 'withdraw' : 'grant')}
            </button>
          </MutationForm>
        </div>
      </AccountPart>
      <AccountPart id={`${id}-export`} title={t('export')} styles={styles}>
        <p className={styles.intro}>{t('export-text')}</p>
        <form method="post" action="/_account/export">
          <button type="submit" className="vt-button" data-look="quiet">
            {t('download')}
          </button>
        </form>
      </AccountPart>
      <AccountPart id={`${id}-devices`} title={t('devices')} styles={styles}>
        <p className={styles.intro}>{t('devices-text', { count: profile.sessions })}</p>
        <MutationForm mutation={signOut} values={{ everywhere: 'yes', next: href(config.after) }}>
          <button type="submit" className="vt-button" data-look="quiet">
            {t('everywhere')}
          </button>
        </MutationForm>
      </AccountPart>
      <AccountPart id={`${id}-delete`} title={t('delete')} styles={styles}>
        <p className={styles.intro}>{t('delete-text')}</p>
        <details className={styles.delete} open={sent.isSent}>
          <summary>{t('delete-open')}</summary>
          <MutationForm
            mutation={deleteAccount}
            values={{ _from, next: href(config.after) }}
            className={styles.form}
          >
            <FormField
              tools={{ id: `${id}-delete`, sent, styles, t }}
              name="email"
              label={t('email')}
              type="email"
              inputMode="email"
              autoComplete="off"
              autoCapitalize="none"
              maxLength={254}
            />
            <div className={styles.buttons}>
              <button type="submit" className={`vt-button ${styles.danger}`}>
                {t('delete-do')}
              </button>
            </div>
          </MutationForm>
        </details>
      </AccountPart>
    </AccountSection>
  );
}
