import type { ModuleProps } from '@vitrine/modules';
import { linkWindow, MutationForm, RichText } from '@vitrine/modules/view';
import { addressIn } from './address-in.ts';
import styles from './footer.module.css';
import type { footer } from './footer.module.ts';

const setCurrency = { id: 'session.set-currency' };

export function FooterView(props: ModuleProps<typeof footer>) {
  const { id, config, context, href, t } = props;
  return (
    <div className={styles.footer}>
      <div className={styles.top}>
        <div className={styles.about}>
          <p className={styles.name}>{config.name}</p>
          {config.about && <RichText html={config.about} className="vt-prose" />}
        </div>
        {config.columns.length > 0 && (
          <nav className={styles.columns} aria-label={t('links')}>
            {config.columns.map((column, at) => (
              <div key={column.title}>
                <h2 className={styles.title} id={`${id}-${at}`}>
                  {column.title}
                </h2>
                <ul className={styles.links} aria-labelledby={`${id}-${at}`}>
                  {column.links.map(
                    (entry) =>
                      entry.link && (
                        <li key={entry.label}>
                          <a href={href(entry.link)} {...linkWindow(entry.link)}>
                            {entry.label}
                          </a>
                        </li>
                      ),
                  )}
                </ul>
              </div>
            ))}
          </nav>
        )}
      </div>
      <div
        className={styles.bottom}
        hidden={!config.note && config.languages.length < 2 && config.currencies.length < 2}
      >
        {config.note && <p className={styles.note}>{config.note}</p>}
        {config.languages.length > 1 && (
          <nav aria-label={t('language')}>
            <ul className={styles.choices}>
              {config.languages.map(({ locale, label, path }) => (
                <li key={locale}>
                  <a
                    href={samePageIn({ locale, path }, props)}
                    lang={locale}
                    hrefLang={locale}
                    aria-current={locale === context.locale ? 'true' : undefined}
                  >
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {config.currencies.length > 1 && (
          <MutationForm mutation={setCurrency} label={t('currency')} className={styles.choices}>
            {config.currencies.map((currency) => (
              <button
                key={currency}
                type="submit"
                name="currency"
                value={currency}
                aria-pressed={currency === context.currency}
              >
                {currency}
                <span className="vt-hidden"> {currencyName(currency, context.locale)}</span>
              </button>
            ))}
          </MutationForm>
        )}
      </div>
    </div>
  );
}

/** A page that is not there, or whose slug is not known, is the home page. */
function samePageIn(
  language: { locale: string; path: string },
  { config, data, subject, context, href, withQuery }: ModuleProps<typeof footer>,
): string {
  const { kind, path } = subject;
  const current = config.languages.find(({ locale }) => locale === context.locale);
  const query = /\?.+/.exec(withQuery({}))?.[0] ?? '';
  if (kind === 'not-found' || kind === 'error') return language.path;
  if (kind !== 'product' && kind !== 'category')
    return addressIn(language, { here: href(path), query, current });
  const slug = (data.products?.[0] ?? data.categories?.[0])?.slugs[language.locale];
  return slug === undefined
    ? language.path
    : addressIn(language, { here: href({ kind, slug }), query, current });
}

function currencyName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(code) ?? code;
}
