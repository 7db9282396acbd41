import { formatMoney } from '@vitrine/modules/view';
import styles from './buy-box.module.css';
import type { BuyBoxProps } from './buy-box-props.ts';
import { type Choice, type Option, queryFor, type Variant, variantsWith } from './choice.ts';

/** An option whose values are addresses: the colour on show decides the pictures, and anyone may pass the link on. */
export function OptionLinks({
  option,
  choice,
  variant,
  data,
  context,
  withQuery,
  t,
}: BuyBoxProps & { option: Option; choice: Choice; variant: Variant | undefined }) {
  const { product } = data;
  const current = option.values.find(({ key }) => key === choice.selected[option.key]);
  const soldOut = new Set(
    data.availability?.filter((each) => each.class === 'sold-out').map((each) => each.variantId),
  );
  const prices = new Map(data.prices.map((each) => [each.variantId, each]));
  const values = option.values.map((value) => {
    const variants = variantsWith(product, choice, option, value.key);
    const forSale = variants.filter(({ id }) => prices.has(id));
    const left = forSale.filter(({ id }) => !soldOut.has(id)).flatMap(({ id }) => prices.get(id) ?? []);
    return {
      value,
      gone:
        forSale.length === 0
          ? 'not-yet'
          : forSale.every(({ id }) => soldOut.has(id))
            ? 'sold-out'
            : undefined,
      reduced: cheapestOf(left.filter(({ price, regular }) => regular.amount > price.amount)),
      address: withQuery(queryFor(product, choice, option, value.key, variant)),
    };
  });
  // Who came for a sale and sees another colour first is told where it is.
  const elsewhere = values.find(({ value }) => value === current)?.reduced
    ? []
    : values.filter(({ reduced }) => reduced);
  return (
    <fieldset className={styles.option}>
      <legend className={styles.optionLabel}>
        {t('chosen', { option: option.label, value: current?.label ?? '' })}
      </legend>
      <ul className={styles.values}>
        {values.map(({ value, gone, address }) => {
          const name = gone ? t(`${gone}-option`, { value: value.label }) : value.label;
          return (
            <li key={value.key}>
              <a
                className={value.swatch ? styles.swatch : styles.value}
                href={address}
                aria-current={value === current ? 'true' : undefined}
                aria-label={name}
                title={name}
                data-gone={gone}
              >
                {value.swatch ? (
                  <svg viewBox="0 0 32 32" aria-hidden="true">
                    <circle cx="16" cy="16" r="16" fill={value.swatch} />
                  </svg>
                ) : (
                  value.label
                )}
              </a>
            </li>
          );
        })}
      </ul>
      {elsewhere.length > 0 && (
        <ul className={styles.reduced}>
          {elsewhere.map(
            ({ value, reduced, address }) =>
              reduced && (
                <li key={value.key}>
                  <a href={address}>
                    {t('reduced-option', {
                      value: value.label,
                      price: formatMoney(reduced.price, context.locale),
                      before: formatMoney(reduced.regular, context.locale),
                    })}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
    </fieldset>
  );
}

function cheapestOf(
  prices: BuyBoxProps['data']['prices'],
): BuyBoxProps['data']['prices'][number] | undefined {
  return prices.toSorted((a, b) => a.price.amount - b.price.amount)[0];
}
