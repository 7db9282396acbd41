import type { CheckoutAnswer } from '@vitrine/data-actions/library';
import type { ReactElement } from 'react';
import { type FieldTools, fieldId, Problem, problemProps, TextField, valueIn } from '../checkout-parts.tsx';

type Address = NonNullable<CheckoutAnswer['checkout']['address']>;

/** Shown while a country is chosen whose addresses name a region. */
function RegionField({ tools, part, stored, countries, locale }: Parameters<typeof AddressFields>[0]) {
  const { t, styles, page } = tools;
  const known = countries.filter((country) => page.regions[country]);
  if (known.length === 0) return null;
  const name = `${part}.region`;
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const kept = stored?.region === undefined ? '' : `${stored.country}-${stored.region}`;
  return (
    <div
      className={`${styles.field} ${styles.region}`}
      data-width="row"
      id={`${fieldId(name)}-field`}
      data-live=""
    >
      <label htmlFor={fieldId(name)}>{t('region')}</label>
      <select
        className="vt-field"
        id={fieldId(name)}
        name={name}
        autoComplete={`${part === 'address' ? 'shipping' : 'billing'} address-level1`}
        defaultValue={valueIn(page, name, kept)}
        data-now={`${part}.street ${part}.postalCode ${part}.city`}
        {...problemProps(tools, name)}
      >
        <option value="">{t('region-choose')}</option>
        {known.map((code) => (
          <optgroup key={code} label={names.of(code)}>
            {page.regions[code]!.map((region) => (
              <option key={region.code} value={`${code}-${region.code}`}>
                {region.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Problem tools={tools} name={name} />
    </div>
  );
}

/** The fields of one address. Street first, as browsers fill in. */
export function AddressFields({
  tools,
  part,
  stored,
  countries,
  locale,
}: {
  tools: FieldTools;
  part: 'address' | 'billing';
  stored: Address | undefined;
  /** ISO codes. */
  countries: readonly string[];
  locale: string;
}): ReactElement {
  const { t, styles, page } = tools;
  const kind = part === 'address' ? 'shipping' : 'billing';
  const country = `${part}.country`;
  const needed = ['street', 'postalCode', 'city', ...(part === 'billing' ? ['name'] : [])];
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return (
    <div className={styles.fields}>
      {part === 'billing' && (
        <TextField
          tools={tools}
          name="billing.name"
          label={t('name')}
          stored={stored?.name}
          width="row"
          inputMode="text"
          autoComplete="billing name"
          autoCapitalize="words"
        />
      )}
      <TextField
        tools={tools}
        name={`${part}.street`}
        label={t('street')}
        stored={stored?.street}
        width="row"
        inputMode="text"
        autoComplete={`${kind} address-line1`}
        autoCapitalize="words"
      />
      <TextField
        tools={tools}
        name={`${part}.company`}
        label={t('company')}
        stored={stored?.company}
        optional
        inputMode="text"
        autoComplete={`${kind} organization`}
      />
      <TextField
        tools={tools}
        name={`${part}.extra`}
        label={t('extra')}
        stored={stored?.extra}
        optional
        inputMode="text"
        autoComplete={`${kind} address-line2`}
      />
      <TextField
        tools={tools}
        name={`${part}.postalCode`}
        label={t('postalCode')}
        stored={stored?.postalCode}
        width="third"
        // Letters stand in the codes of some countries.
        inputMode="text"
        autoComplete={`${kind} postal-code`}
        autoCapitalize="characters"
        maxLength={20}
      />
      <TextField
        tools={tools}
        name={`${part}.city`}
        label={t('city')}
        stored={stored?.city}
        width="two-thirds"
        inputMode="text"
        autoComplete={`${kind} address-level2`}
        autoCapitalize="words"
      />
      <div className={styles.field} data-width="row" id={`${fieldId(country)}-field`} data-live="">
        <label htmlFor={fieldId(country)}>{t('country')}</label>
        <select
          className="vt-field"
          id={fieldId(country)}
          name={country}
          autoComplete={`${kind} country`}
          defaultValue={valueIn(page, country, stored?.country) || countries[0]}
          data-now={needed.map((name) => `${part}.${name}`).join(' ')}
          {...problemProps(tools, country)}
        >
          {countries.map((code) => (
            <option key={code} value={code} data-regions={page.regions[code] && ''}>
              {names.of(code)}
            </option>
          ))}
        </select>
        <Problem tools={tools} name={country} />
      </div>
      <RegionField tools={tools} part={part} stored={stored} countries={countries} locale={locale} />
    </div>
  );
}
