import { updateCheckout } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { formatMoney, mutationAddress } from '@vitrine/modules/view';
import { CheckoutPart, fieldId, Problem, problemProps, valueIn } from '../checkout-parts.tsx';
import styles from './checkout-points.module.css';
import type { checkoutPoints } from './checkout-points.module.ts';

const COUNT = 'points.count';

export function CheckoutPointsView({ id, data, context, t }: ModuleProps<typeof checkoutPoints>) {
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { points } = page.checkout.tenders;
  if (!points || points.balance === 0) return null;
  const { name, balance, most, chosen, pays } = points;
  const inWords = (count: number) => t('points', { count });
  if (most.points === 0)
    return (
      <CheckoutPart id={id} title={t('title')} live styles={styles}>
        <p className={styles.soft}>{t('have-none', { points: inWords(balance) })}</p>
      </CheckoutPart>
    );
  const tools = { id, page, styles, t };
  const isWrong = COUNT in page.problems;
  const [use, count] = [`${id}-said`, fieldId(COUNT)];
  const said =
    pays.points === 0
      ? t('have', {
          points: inWords(balance),
          most: most.points,
          amount: formatMoney(most.amount, context.locale),
        })
      : t('pays', {
          points: inWords(pays.points),
          amount: formatMoney(pays.amount, context.locale),
          left: balance - pays.points,
        });
  return (
    <CheckoutPart id={id} title={t('title')} live styles={styles}>
      <div className={styles.points}>
        <input type="hidden" name="points" value="no" />
        <label className={styles.use} data-now="">
          <input
            type="checkbox"
            name="points"
            value="yes"
            defaultChecked={chosen !== undefined || isWrong}
            aria-describedby={use}
          />
          {t('use', { name })}
        </label>
        <p className={styles.soft} id={use}>
          {said}
        </p>
        <div className={styles.many}>
          <label htmlFor={count}>
            {t('count')} <span className={styles.optional}>{t('optional')}</span>
          </label>
          <input
            className="vt-field"
            id={count}
            name={COUNT}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            enterKeyHint="done"
            maxLength={9}
            data-now=""
            placeholder={t('all', { most: most.points })}
            defaultValue={valueIn(
              page,
              COUNT,
              // What was asked for, not what it pays just now: empty means all.
              typeof chosen === 'number' ? String(chosen) : '',
            )}
            aria-describedby={`${count}-hint`}
            {...problemProps(tools, COUNT)}
          />
          <Problem tools={tools} name={COUNT} />
          {!isWrong && (
            <p className={styles.soft} id={`${count}-hint`}>
              {t('hint')}
            </p>
          )}
        </div>
        <button
          type="submit"
          className={`vt-button ${styles.apply}`}
          data-look="quiet"
          data-update=""
          formAction={mutationAddress(updateCheckout)}
        >
          {t('apply')}
        </button>
      </div>
    </CheckoutPart>
  );
}
