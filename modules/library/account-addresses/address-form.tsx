import { saveAddress } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { type SentForm, sentForm } from '../account-form.ts';
import { AccountSection, FormField } from '../account-parts.tsx';
import styles from './account-addresses.module.css';
import type { accountAddresses } from './account-addresses.module.ts';

type Props = ModuleProps<typeof accountAddresses>;

/** One address, a new one or one that is kept. */
export function AddressForm({
  id,
  config,
  data,
  context,
  withQuery,
  kept,
  t,
}: Props & { kept: NonNullable<Props['data']['profile']>['addresses'][number] | undefined }) {
  const sent = sentForm(data.form, saveAddress);
  const stored = kept?.address ?? { name: data.profile?.name };
  const countries: readonly string[] = config.countries.match(/\b[A-Z]{2}\b/g) ?? [];
  const names = new Intl.DisplayNames(context.locale, { type: 'region' });
  const back = withQuery({ edit: undefined });
  // A field may be wrong in three ways; only a missing one has words of its own.
  const say = (key: string) => {
    const [, name, what] = /^problem\.(\w+)\.(\w+)$/.exec(key) ?? [];
    return t(name && what !== 'missing' ? `problem.${what}` : key);
  };
  const tools = { id, sent, styles, t: say };
  const country = sent.values.country ?? kept?.address.country ?? countries[0];
  const offered = country && !countries.includes(country) ? [country, ...countries] : countries;
  const box = (name: 'isShipping' | 'isBilling', label: string) => (
    <label className={styles.check}>
      <input type="hidden" name={name} value="no" />
      <input
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={sent.isSent ? sent.values[name] === 'yes' : kept?.[name]}
      />
      {label}
    </label>
  );
  return (
    <AccountSection id={id} title={t(kept ? 'change' : 'new')} styles={styles}>
      <MutationForm
        mutation={saveAddress}
        values={{ _from: withQuery({}), next: back, addressId: kept?.id }}
        className={styles.form}
      >
        <FormField
          tools={tools}
          name="name"
          label={t('name')}
          stored={stored.name}
          autoComplete="name"
          autoCapitalize="words"
        />
        <FormField
          tools={tools}
          name="street"
          label={t('street')}
          stored={kept?.address.street}
          autoComplete="address-line1"
          autoCapitalize="words"
        />
        <FormField
          tools={tools}
          name="company"
          label={t('company')}
          stored={kept?.address.company}
          width="half"
          optional
          autoComplete="organization"
        />
        <FormField
          tools={tools}
          name="extra"
          label={t('extra')}
          stored={kept?.address.extra}
          width="half"
          optional
          autoComplete="address-line2"
        />
        <FormField
          tools={tools}
          name="postalCode"
          label={t('postalCode')}
          stored={kept?.address.postalCode}
          width="third"
          autoComplete="postal-code"
          autoCapitalize="characters"
          maxLength={20}
        />
        <FormField
          tools={tools}
          name="city"
          label={t('city')}
          stored={kept?.address.city}
          width="two-thirds"
          autoComplete="address-level2"
          autoCapitalize="words"
        />
        <div className={styles.field}>
          <label htmlFor={`${id}-country`}>{t('country')}</label>
          <select
            className="vt-field"
            id={`${id}-country`}
            name="country"
            autoComplete="country"
            defaultValue={country}
          >
            {offered.map((code) => (
              <option key={code} value={code} data-regions={data.profile?.regions[code] && ''}>
                {names.of(code)}
              </option>
            ))}
          </select>
          {sent.problems.country && (
            <p className={styles.problem}>{say(`problem.country.${sent.problems.country}`)}</p>
          )}
        </div>
        <RegionField
          {...{ id, sent, offered, names, kept: kept?.address, t, say }}
          regions={data.profile?.regions ?? {}}
        />
        {box('isShipping', t('use-shipping'))}
        {box('isBilling', t('use-billing'))}
        <div className={styles.buttons}>
          <button type="submit" className="vt-button">
            {t('save')}
          </button>
          <a className="vt-link" href={back}>
            {t('cancel')}
          </a>
        </div>
      </MutationForm>
    </AccountSection>
  );
}

/** Shown while a country is chosen whose addresses name a region. */
function RegionField({
  id,
  sent,
  offered,
  regions,
  names,
  kept,
  t,
  say,
}: {
  id: string;
  sent: SentForm;
  /** ISO codes. */
  offered: readonly string[];
  regions: NonNullable<Props['data']['profile']>['regions'];
  names: Intl.DisplayNames;
  kept: { readonly country: string; readonly region?: string } | undefined;
  t: Props['t'];
  say: (key: string) => string;
}) {
  const known = offered.filter((country) => regions[country]);
  if (known.length === 0) return null;
  const stored = kept?.region === undefined ? '' : `${kept.country}-${kept.region}`;
  const problem = sent.problems.region;
  return (
    <div className={`${styles.field} ${styles.region}`}>
      <label htmlFor={`${id}-region`}>{t('region')}</label>
      <select
        className="vt-field"
        id={`${id}-region`}
        name="region"
        autoComplete="address-level1"
        defaultValue={sent.values.region ?? stored}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-region-problem` : undefined}
      >
        <option value="">{t('region-choose')}</option>
        {known.map((country) => (
          <optgroup key={country} label={names.of(country)}>
            {regions[country]!.map(({ code, name }) => (
              <option key={code} value={`${country}-${code}`}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {problem && (
        <p className={styles.problem} id={`${id}-region-problem`}>
          {say(`problem.region.${problem}`)}
        </p>
      )}
    </div>
  );
}
