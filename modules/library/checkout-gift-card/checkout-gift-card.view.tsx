import { updateCheckout } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { formatMoney, mutationAddress } from '@vitrine/modules/view';
import { CheckoutPart, fieldId, Problem, problemProps } from '../checkout-parts.tsx';
import { Icon } from '../icon.tsx';
import styles from './checkout-gift-card.module.css';
import type { checkoutGiftCard } from './checkout-gift-card.module.ts';

export function CheckoutGiftCardView({ id, data, context, t }: ModuleProps<typeof checkoutGiftCard>) {
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { moneyOnly, total, tenders } = page.checkout;
  const { giftCards } = tenders;
  const isMoneyOnly = moneyOnly !== undefined && moneyOnly.amount === total.amount;
  const tools = { id, page, styles, t };
  const [code, pin] = [fieldId('giftCard.code'), fieldId('giftCard.pin')];
  const refusal = page.problems['giftCard.code'];
  const update = mutationAddress(updateCheckout);
  const what = ({ balance, pays }: (typeof giftCards)[number]) => {
    const left = balance.amount - pays.amount;
    const values = {
      amount: formatMoney(pays, context.locale),
      left: formatMoney({ ...balance, amount: left }, context.locale),
    };
    return t(pays.amount === 0 ? 'unused' : left > 0 ? 'pays-left' : 'pays', values);
  };
  return (
    <CheckoutPart id={id} title={t('title')} live styles={styles}>
      {giftCards.length > 0 && (
        <ul className={styles.cards} aria-label={t('cards')}>
          {giftCards.map((card) => (
            <li key={card.id} className={styles.card}>
              <span className={styles.name}>
                <strong>{t('card', { last4: card.last4 })}</strong>
                <small>{what(card)}</small>
              </span>
              <button
                type="submit"
                className={styles.remove}
                name="giftCard.remove"
                value={card.id}
                formAction={update}
                aria-label={t('remove', { last4: card.last4 })}
              >
                <Icon name="close" size={18} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isMoneyOnly ? (
        <p className={styles.soft}>{t('money-only')}</p>
      ) : (
        <>
          <div className={styles.row}>
            <div className={styles.field}>
              <label htmlFor={code}>{t('code')}</label>
              <input
                className="vt-field"
                id={code}
                name="giftCard.code"
                type="text"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={60}
                defaultValue={refusal || 'giftCard.pin' in page.problems ? page.typed['giftCard.code'] : ''}
                aria-describedby={`${id}-hint`}
                {...problemProps(tools, 'giftCard.code')}
              />
            </div>
            <div className={styles.field}>
              <label htmlFor={pin}>{t('pin')}</label>
              <input
                className="vt-field"
                id={pin}
                name="giftCard.pin"
                type="text"
                inputMode="numeric"
                autoComplete="off"
                enterKeyHint="done"
                maxLength={20}
                {...problemProps(tools, 'giftCard.pin')}
              />
            </div>
            <button type="submit" className="vt-button" data-look="quiet" formAction={update}>
              {t('apply')}
            </button>
          </div>
          {refusal && (
            <p className={styles.problem} id={`${code}-problem`}>
              {t(`refused.${refusal}`)}
            </p>
          )}
          <Problem tools={tools} name="giftCard.pin" />
          <p className={styles.soft} id={`${id}-hint`}>
            {t('hint')}
            {moneyOnly && ` ${t('money-part', { amount: formatMoney(moneyOnly, context.locale) })}`}
          </p>
        </>
      )}
    </CheckoutPart>
  );
}
