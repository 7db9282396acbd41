import { removeTaxNumber, saveTaxNumber } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import { sentForm } from '../account-form.ts';
import { AccountPart, FormField } from '../account-parts.tsx';
import styles from './account-details.module.css';
import type { accountDetails } from './account-details.module.ts';

type Props = ModuleProps<typeof accountDetails>;

/** VAT numbers of whoever is signed in, and the certificates that staff have written down. */
export function CompanyPart({
  id,
  profile: { taxNumbers, certificates },
  form,
  from,
  locale,
  t,
}: {
  id: string;
  profile: NonNullable<Props['data']['profile']>;
  form: Props['data']['form'];
  /** Where its forms come back to. */
  from: string;
  locale: string;
  t: Props['t'];
}): ReactElement {
  const tools = { id, sent: sentForm(form, saveTaxNumber), styles, t };
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <AccountPart id={id} title={t('company-title')} styles={styles}>
      <p>{t('company-use')}</p>
      {taxNumbers.length > 0 && (
        <ul className={styles.papers}>
          {taxNumbers.map(({ vatId, verified }) => (
            <li key={vatId}>
              <span>
                {vatId} <span className={styles.soft}>{t(verified ? 'vat-checked' : 'vat-unchecked')}</span>
              </span>
              <MutationForm mutation={removeTaxNumber} values={{ _from: from, vatId }}>
                <button type="submit" className={styles.remove} aria-label={t('remove-vat', { vatId })}>
                  {t('remove')}
                </button>
              </MutationForm>
            </li>
          ))}
        </ul>
      )}
      {certificates.length > 0 && (
        <ul className={styles.papers}>
          {certificates.map((paper) => (
            <li key={paper.id}>
              <span>
                {t('certificate', { number: paper.number })}{' '}
                {paper.to && (
                  <span className={styles.soft}>
                    {t('until', { day: day.format(new Date(Date.parse(paper.to) - 1)) })}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <MutationForm mutation={saveTaxNumber} values={{ _from: from }} className={styles.form}>
        <FormField
          tools={tools}
          name="vatId"
          label={t('vatId')}
          hint={t('vatId-use')}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={40}
        />
        <div className={styles.buttons}>
          <button type="submit" className="vt-button" data-look="quiet">
            {t('add-vat')}
          </button>
        </div>
      </MutationForm>
    </AccountPart>
  );
}
