import type { OutputOf } from '@vitrine/data-actions';
import { type getCart, setCartQuantity } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { formatMoney, MutationForm, Picture, PriceTag } from '@vitrine/modules/view';
import { calendarDay } from '../calendar-day.ts';
import { contentsText } from '../contents-text.ts';
import { priceOfPiece } from '../purchase-sums.ts';
import styles from './cart.module.css';
import type { cart } from './cart.module.ts';

/** So many pieces a line may hold of what has no limit. */
const MOST_OF_A_LINE = 99;
/** So many pieces before a limit it is worth telling. */
const NEAR = 2;

type Line = NonNullable<OutputOf<typeof getCart>>['lines'][number];

/** One thing in the cart. Changing its quantity and taking it out are plain forms. */
export function CartLine({
  line,
  context,
  href,
  t,
}: { line: Line } & Pick<ModuleProps<typeof cart>, 'context' | 'href' | 't'>) {
  const address = href({ kind: 'product', slug: line.productSlug });
  const soldOut = line.availability === 'sold-out';
  const { name } = line;
  return (
    <li className={styles.line} data-sold-out={soldOut || undefined}>
      <div className={styles.picture}>
        {line.media && <Picture image={line.media} alt="" sizes="(min-width: 900px) 140px, 28vw" />}
      </div>
      <div className={styles.words}>
        <h2 className={styles.name}>
          <a href={address}>{name}</a>
        </h2>
        {line.options && <p className={styles.options}>{line.options}</p>}
        {line.components && (
          <p className={styles.options}>
            {t('contents', {
              count: line.quantity,
              goods: contentsText(line.components, context.locale),
            })}
          </p>
        )}
        <p className={styles.each}>
          <PriceTag price={priceOfPiece(line)} regular={line.unitRegular} locale={context.locale} t={t} />
        </p>
        {line.discounts.map((each) => (
          <p key={each.name} className={styles.off}>
            {each.name} {formatMoney({ ...each.amount, amount: -each.amount.amount }, context.locale)}
          </p>
        ))}
        {soldOut && <p className={styles.problem}>{t('sold-out')}</p>}
        {line.availability === 'low-stock' && (
          <p className={styles.warning}>{t('low-stock', { left: line.maxQuantity })}</p>
        )}
        {line.availability === 'backorder' && <p className={styles.warning}>{t('backorder')}</p>}
        {line.shipsFrom !== undefined && (
          <p className={styles.warning}>
            {t('preorder', { day: calendarDay(line.shipsFrom, context.locale) })}
          </p>
        )}
        {line.availability === 'preorder' && line.maxQuantity < MOST_OF_A_LINE && isNear(line) && (
          <p className={styles.options}>{t('preorder-most', { left: line.maxQuantity })}</p>
        )}
      </div>
      <div className={styles.change}>
        {!soldOut && (
          <MutationForm mutation={setCartQuantity} values={{ lineId: line.id }} className={styles.quantity}>
            <input
              className="vt-field"
              type="number"
              name="quantity"
              inputMode="numeric"
              min={0}
              max={line.maxQuantity}
              required
              defaultValue={line.quantity}
              aria-label={t('quantity', { name })}
            />
            <button type="submit" className={styles.update}>
              {t('update')}
            </button>
          </MutationForm>
        )}
        <MutationForm mutation={setCartQuantity} values={{ lineId: line.id, quantity: 0 }}>
          <button type="submit" className={styles.remove} aria-label={t('remove-name', { name })}>
            {t('remove')}
          </button>
        </MutationForm>
      </div>
      <p className={styles.sum}>{formatMoney(line.total, context.locale)}</p>
    </li>
  );
}

function isNear({ quantity, maxQuantity }: Line): boolean {
  return quantity >= maxQuantity - NEAR;
}
