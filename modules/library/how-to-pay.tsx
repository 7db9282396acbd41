import { formatMoney } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import { type OrderTools, Part, type Progress } from './order-progress.tsx';

/** Where money that comes by bank transfer is paid to; nothing when none is to come. */
export function HowToPay({
  progress: { transfer },
  tools: { id, locale, styles, t },
}: {
  progress: Progress;
  tools: OrderTools;
}): ReactElement | null {
  if (!transfer) return null;
  const { amount, reference, bank } = transfer;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('transfer-amount'), formatMoney(amount, locale)],
    [t('transfer-holder'), bank?.holder],
    ['IBAN', bank?.iban.replace(/(.{4})(?=.)/g, '$1 ')],
    ['BIC', bank?.bic],
    [t('transfer-bank'), bank?.name],
    [t('transfer-reference'), reference],
  ];
  return (
    <Part id={`${id}-transfer`} title={t('transfer')} styles={styles}>
      <dl className={styles.howToPay}>
        {facts.map(
          ([name, fact]) =>
            fact !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{fact}</dd>
              </div>
            ),
        )}
      </dl>
      {!bank && <p>{t('transfer-later')}</p>}
    </Part>
  );
}
