import type { OutputOf } from '@vitrine/data-actions';
import type { getCart } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { formatMoney, Picture, PriceTag } from '@vitrine/modules/view';
import { calendarDay } from '../calendar-day.ts';
import { contentsText } from '../contents-text.ts';
import { priceOfPiece } from '../purchase-sums.ts';
import { recipientText } from '../recipient-text.ts';
import styles from './cart.module.css';
import type { cart } from './cart.module.ts';

/** So many pieces a line may hold of what has no limit. */
const MOST_OF_A_LINE = 99;
/** So many pieces before a limit it is worth telling. */
const NEAR = 2;

type Line = NonNullable<OutputOf<typeof getCart>>['lines'][number];

/** One thing in the cart. Its fields and buttons belong to the form around all lines. */
export function CartLine({
  line,
  problem,
  hasFocus,
  id: cartId,
  context,
  href,
  t,
}: {
  line: Line;
  /** Why the quantity that was typed was not taken. */
  problem: string | undefined;
  hasFocus: boolean;
} & Pick<ModuleProps<typeof cart>, 'id' | 'context' | 'href' | 't'>) {
  const address = href({ kind: 'product', slug: line.productSlug });
  const soldOut = line.availability === 'sold-out';
  const { name } = line;
  const rule = ruleText(line, t);
  const problemId = `${cartId}-${line.id}-problem`;
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
        {line.giftCard && (
          <p className={styles.options}>{recipientText(line.giftCard, { locale: context.locale, t })}</p>
        )}
        {line.giftCard?.recipient?.message && (
          <p className={styles.message}>{line.giftCard.recipient.message}</p>
        )}
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
        {line.isPricedByHand && <p className={styles.options}>{t('by-hand')}</p>}
        {line.isGift && <p className={styles.options}>{t('gift', { count: line.quantity })}</p>}
        {rule && <p className={styles.options}>{rule}</p>}
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
        {!soldOut && !line.isGift && (
          <div className={styles.quantity}>
            <input type="hidden" name={`shown.${line.id}`} value={line.quantity} />
            <input
              className="vt-field"
              type="number"
              name={`quantity.${line.id}`}
              inputMode="numeric"
              min={0}
              step={line.multiple}
              max={line.maxQuantity}
              required
              defaultValue={line.quantity}
              aria-label={t('quantity', { name })}
              {...(problem && {
                'aria-invalid': true,
                'aria-describedby': problemId,
                autoFocus: hasFocus,
              })}
            />
            <button type="submit" className={styles.update}>
              {t('update')}
            </button>
          </div>
        )}
        {!line.isGift && (
          <button
            type="submit"
            className={styles.remove}
            name="remove"
            value={line.id}
            formNoValidate
            aria-label={t('remove-name', { name })}
          >
            {t('remove')}
          </button>
        )}
        {problem && !soldOut && (
          <p className={styles.problem} id={problemId}>
            {rule && problem === 'bad-quantity'
              ? `${rule} ${t('quantity.at-most', { left: line.maxQuantity })}`
              : t(`quantity.${problem}`, { left: line.maxQuantity })}
          </p>
        )}
      </div>
      <p className={styles.sum}>{formatMoney(line.total, context.locale)}</p>
    </li>
  );
}

/** In what quantities it is ordered; nothing where it is in any. */
function ruleText({ minQuantity = 1, multiple }: Line, t: ModuleProps<typeof cart>['t']): string | undefined {
  if (multiple !== undefined && minQuantity > multiple)
    return t('quantity.both', { multiple, min: minQuantity });
  if (multiple !== undefined) return t('quantity.multiple', { multiple });
  return minQuantity > 1 ? t('quantity.min', { min: minQuantity }) : undefined;
}

function isNear({ quantity, maxQuantity }: Line): boolean {
  return quantity >= maxQuantity - NEAR;
}
