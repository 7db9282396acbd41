import { payAddition } from '@vitrine/data-actions/library';
import { formatMoney, MutationForm } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import { dayIn, type Order, type OrderTools, Part, type Progress } from './order-progress.tsx';
import { paymentRows } from './payment-rows.ts';

type Addition = Progress['additions'][number];

/** Goods that wait to be paid before they come to an order, what a return pays of them, and how the rest is paid; nothing when there are none. */
export function GoodsToPay({
  order,
  progress: { additions },
  here,
  openKey,
  tools,
}: {
  order: Order;
  progress: Progress;
  /** This page. */
  here: string;
  /** What opens a guest's order. Absent = its customer is signed in. */
  openKey?: string | undefined;
  tools: OrderTools;
}): ReactElement | null {
  if (additions.length === 0) return null;
  const { id, styles, t } = tools;
  return (
    <Part id={`${id}-offered`} title={t('offered')} styles={styles}>
      <ul className={styles.steps}>
        {additions.map((addition) => (
          <Offered key={addition.id} {...{ order, addition, here, openKey, tools }} />
        ))}
      </ul>
    </Part>
  );
}

function Offered({
  order,
  addition,
  here,
  openKey,
  tools,
}: {
  order: Order;
  addition: Addition;
  here: string;
  openKey: string | undefined;
  tools: OrderTools;
}): ReactElement {
  const { id, locale, styles, t } = tools;
  const { lines, total, covered, toPay, until, methods, beingPaid } = addition;
  const rows = methods.flatMap(paymentRows);
  return (
    <li className={styles.step}>
      <ul className={styles.offeredGoods}>
        {lines.map((line, at) => (
          <li key={`${at} ${line.variantId}`}>
            {t('piece', { count: line.quantity, name: [line.name, line.options].filter(Boolean).join(', ') })}
          </li>
        ))}
      </ul>
      {covered && (
        <p>
          {t('offered-covered', {
            total: formatMoney(total, locale),
            covered: formatMoney(covered, locale),
          })}
        </p>
      )}
      <p>{t(covered ? 'offered-rest-until' : 'offered-until', { date: dayIn(tools)(until) })}</p>
      {beingPaid && (
        <p role="status">{t(beingPaid.url === undefined ? 'offered-pending' : 'offered-action')}</p>
      )}
      {beingPaid?.url !== undefined && (
        <p>
          <a className="vt-button" data-look="quiet" href={beingPaid.url}>
            {t('offered-to-bank')}
          </a>
        </p>
      )}
      {(!beingPaid || beingPaid.url !== undefined) && rows.length > 0 && (
        <MutationForm
          mutation={payAddition}
          values={{
            _from: here,
            'page.order': here,
            orderId: order.id,
            additionId: addition.id,
            key: openKey,
          }}
          className={styles.payForm}
        >
          <fieldset className={styles.payWays}>
            <legend>{t('offered-pay-by')}</legend>
            {rows.map((row, at) => (
              <label key={row.value} htmlFor={`${id}-${addition.id}-${row.id}`}>
                <input
                  id={`${id}-${addition.id}-${row.id}`}
                  type="radio"
                  name="payment"
                  value={row.value}
                  defaultChecked={at === 0}
                />
                <span>{row.name}</span>
              </label>
            ))}
          </fieldset>
          <button type="submit" className="vt-button">
            {t(covered ? 'offered-pay-rest' : 'offered-pay', { amount: formatMoney(toPay, locale) })}
          </button>
        </MutationForm>
      )}
      {rows.length === 0 && (
        <p>{t('offered-transfer', { amount: formatMoney(toPay, locale), number: order.number })}</p>
      )}
    </li>
  );
}
