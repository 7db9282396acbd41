import type { ReactElement } from 'react';
import { type FieldTools, fieldId } from '../checkout-parts.tsx';
import { goodsText } from '../goods-list.tsx';

/** Where shoppers say that some goods are to go another way than the rest. Nothing where they cannot. */
export function ApartLines({ tools }: { tools: FieldTools }): ReactElement | null {
  const { page, styles, t } = tools;
  const { cart, delivery, options, lineWays } = page.checkout;
  const rest = options.find(({ methodId }) => methodId === delivery?.methodId)?.kind;
  const movable = lineWays.filter(
    ({ ways, isApart }) => rest && ways.includes(rest) && (ways.length > 1 || isApart),
  );
  if (rest === undefined || lineWays.length < 2 || movable.length === 0) return null;
  return (
    <details className={styles.apart} id={`${tools.id}-apart`} open={movable.some(({ isApart }) => isApart)}>
      <summary>{t('apart')}</summary>
      <ul>
        {movable.map(({ lineId, ways, way, isApart }) => {
          const line = cart.lines.find(({ id }) => id === lineId);
          const name = `apart.${lineId}`;
          const id = fieldId(name);
          return (
            line && (
              <li key={lineId}>
                <label htmlFor={id}>{goodsText(line)}</label>
                <select
                  className="vt-field"
                  id={id}
                  name={name}
                  autoComplete="off"
                  defaultValue={isApart ? way : ''}
                  data-now=""
                >
                  <option value="">{t('with-rest')}</option>
                  {[...new Set(isApart && way ? [...ways, way] : ways)]
                    .filter((each) => each !== rest)
                    .map((each) => (
                      <option key={each} value={each}>
                        {t(`apart.${each}`)}
                      </option>
                    ))}
                </select>
              </li>
            )
          );
        })}
      </ul>
    </details>
  );
}
