import { formatMoney } from '@vitrine/modules/view';
import styles from './buy-box.module.css';
import type { BuyBoxProps } from './buy-box-props.ts';
import type { Choice, Option } from './choice.ts';

/** The last option as radio buttons. Each stands for one variant, so the form works as it is. */
export function VariantRadios({
  option,
  choice,
  chosen,
  onChoose,
  data,
  context,
  t,
}: BuyBoxProps & {
  option: Option;
  choice: Choice;
  chosen: string | undefined;
  onChoose: (variantId: string) => void;
}) {
  const availability = new Map(data.availability?.map((each) => [each.variantId, each]));
  const isSoldOut = (id: string) => availability.get(id)?.class === 'sold-out';
  const prices = new Map(data.prices.map((each) => [each.variantId, each.price]));
  const amounts = choice.variants.flatMap(({ id }) => prices.get(id)?.amount ?? []);
  const differ = new Set(amounts).size > 1;
  const labels = new Map(option.values.map(({ key, label }) => [key, label]));
  const now = choice.variants.find(({ id }) => id === chosen)?.options[option.key];
  return (
    <fieldset className={styles.option}>
      <legend className={styles.optionLabel}>
        {now === undefined
          ? option.label
          : t('chosen', { option: option.label, value: labels.get(now) ?? '' })}
      </legend>
      <div className={styles.values}>
        {choice.variants.map((variant) => {
          const price = prices.get(variant.id);
          const why = !price ? 'not-yet' : isSoldOut(variant.id) ? 'sold-out' : undefined;
          const gone = why !== undefined;
          return (
            <label key={variant.id} className={styles.value} data-gone={why}>
              <input
                type="radio"
                name="variantId"
                value={variant.id}
                required
                disabled={gone}
                defaultChecked={variant.id === chosen && !gone}
                onChange={() => onChoose(variant.id)}
              />
              <span>{labels.get(variant.options[option.key]!)}</span>
              {differ && price && <small> {formatMoney(price, context.locale)}</small>}
              {why && <span className="vt-hidden"> ({t(why)})</span>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
