import { askForReset, changeDetails, changeEmail, changePassword } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { isTaken, sentForm } from '../account-form.ts';
import { AccountPart, AccountSection, FormField } from '../account-parts.tsx';
import styles from './account-details.module.css';
import type { accountDetails } from './account-details.module.ts';
import { CompanyPart } from './company-part.tsx';

export function AccountDetailsView({
  id,
  config,
  data,
  context,
  subject,
  href,
  t,
}: ModuleProps<typeof accountDetails>) {
  const { profile, form } = data;
  if (!profile) return null;
  const _from = href(subject.path);
  const toolsOf = (part: string, mutation: { readonly id: string }) => ({
    id: `${id}-${part}`,
    sent: sentForm(form, mutation),
    styles,
    t,
  });
  const details = toolsOf('details', changeDetails);
  const email = toolsOf('email', changeEmail);
  const password = toolsOf('password', changePassword);
  return (
    <AccountSection
      id={id}
      title={t('title')}
      intro={t('number', { number: profile.number })}
      styles={styles}
    >
      <AccountPart id={`${id}-about`} title={t('about')} styles={styles}>
        <MutationForm mutation={changeDetails} values={{ _from }} className={styles.form}>
          <FormField
            tools={details}
            name="name"
            label={t('name')}
            stored={profile.name}
            autoComplete="name"
            autoCapitalize="words"
          />
          <FormField
            tools={details}
            name="phone"
            label={t('phone')}
            stored={profile.phone}
            hint={t('phone-use')}
            optional
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            maxLength={40}
          />
          {config.languages.length > 1 && (
            <div className={styles.field}>
              <label htmlFor={`${id}-locale`}>{t('locale')}</label>
              <select
                className="vt-field"
                id={`${id}-locale`}
                name="locale"
                defaultValue={details.sent.values.locale ?? profile.locale}
              >
                {config.languages.map(({ locale, label }) => (
                  <option key={locale} value={locale}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
          )}
          <div className={styles.buttons}>
            <button type="submit" className="vt-button">
              {t('save')}
            </button>
          </div>
        </MutationForm>
      </AccountPart>
      <CompanyPart id={`${id}-company`} {...{ profile, form, t }} from={_from} locale={context.locale} />
      <AccountPart id={`${id}-email`} title={t('email-title')} styles={styles}>
        <p>{t('email-now', { email: profile.email })}</p>
        <MutationForm mutation={changeEmail} values={{ _from }} className={styles.form}>
          <FormField
            tools={email}
            name="email"
            label={t('new-email')}
            hint={t('new-email-use')}
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            maxLength={254}
          />
          {profile.hasPassword && (
            <FormField
              tools={email}
              name="password"
              label={t('current')}
              type="password"
              autoComplete="current-password"
            />
          )}
          <div className={styles.buttons}>
            <button type="submit" className="vt-button" data-look="quiet">
              {t('change-email')}
            </button>
          </div>
        </MutationForm>
      </AccountPart>
      <AccountPart id={`${id}-password`} title={t('password-title')} styles={styles}>
        {profile.hasPassword ? (
          <MutationForm mutation={changePassword} values={{ _from }} className={styles.form}>
            <FormField
              tools={password}
              name="current"
              label={t('current')}
              type="password"
              autoComplete="current-password"
            />
            <FormField
              tools={password}
              name="password"
              label={t('password')}
              hint={t('password-use')}
              type="password"
              autoComplete="new-password"
              minLength={8}
            />
            <div className={styles.buttons}>
              <button type="submit" className="vt-button" data-look="quiet">
                {t('change-password')}
              </button>
            </div>
          </MutationForm>
        ) : isTaken(sentForm(form, askForReset)) ? (
          <p role="status">{t('asked-password', { email: profile.email })}</p>
        ) : (
          <MutationForm
            mutation={askForReset}
            values={{ _from, email: profile.email }}
            className={styles.form}
          >
            <p className={styles.buttons}>{t('no-password')}</p>
            <div className={styles.buttons}>
              <button type="submit" className="vt-button" data-look="quiet">
                {t('ask-password')}
              </button>
            </div>
          </MutationForm>
        )}
      </AccountPart>
    </AccountSection>
  );
}
