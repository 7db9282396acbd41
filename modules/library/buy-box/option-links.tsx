import styles from './buy-box.module.css';
import type { BuyBoxProps } from './buy-box-props.ts';
import { type Choice, type Option, queryFor, type Variant, variantsWith } from './choice.ts';

/** An option whose values are addresses: the colour on show decides the pictures, and anyone may pass the link on. */
export function OptionLinks({
  option,
  choice,
  variant,
  data,
  withQuery,
  t,
}: BuyBoxProps & { option: Option; choice: Choice; variant: Variant | undefined }) {
  const { product } = data;
  const current = option.values.find(({ key }) => key === choice.selected[option.key]);
  const soldOut = new Set(
    data.availability?.filter((each) => each.class === 'sold-out').map((each) => each.variantId),
  );
  return (
    <fieldset className={styles.option}>
      <legend className={styles.optionLabel}>
        {t('chosen', { option: option.label, value: current?.label ?? '' })}
      </legend>
      <ul className={styles.values}>
        {option.values.map((value) => {
          const variants = variantsWith(product, choice, option, value.key);
          const gone = variants.every((each) => soldOut.has(each.id));
          const name = gone ? t('sold-out-option', { value: value.label }) : value.label;
          return (
            <li key={value.key}>
              <a
                className={value.swatch ? styles.swatch : styles.value}
                href={withQuery(queryFor(product, choice, option, value.key, variant))}
                aria-current={value === current ? 'true' : undefined}
                aria-label={name}
                title={name}
                data-gone={gone || undefined}
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
    </fieldset>
  );
}
