import type { OutputOf } from '@vitrine/data-actions';
import { addToCart, type getAvailability } from '@vitrine/data-actions/library';
import { useMutate } from '@vitrine/data-actions/react';
import { MutationForm } from '@vitrine/modules/view';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { showCartCount } from '../cart-badge/show-cart-count.ts';
import { type Answer, answerTo } from './answer.ts';
import styles from './buy-box.module.css';
import type { BuyBoxProps } from './buy-box-props.ts';
import type { Choice, Variant } from './choice.ts';
import { ForSomebodyElse } from './for-somebody-else.tsx';
import { isMailed } from './is-mailed.ts';
import { StockLine } from './stock-line.tsx';
import { VariantRadios } from './variant-radios.tsx';

/**
 * The form that puts a variant into the cart. The browser can send it by itself; once awake, the island sends the same
 * fields and stays on the page.
 */
export function AddToCart({
  choice,
  variant,
  onChoose,
  ...props
}: BuyBoxProps & {
  choice: Choice;
  variant: Variant | undefined;
  onChoose: (variantId: string) => void;
}) {
  const { config, data, context, href, t } = props;
  const { mutateAsync, isPending } = useMutate(addToCart);
  const [answer, setAnswer] = useState<Answer>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A radio button may have been chosen before this woke up.
    const checked = place.current?.querySelector<HTMLInputElement>('input[type=radio]:checked');
    if (checked) onChoose(checked.value);
  }, [onChoose]);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const variantId = String(fields.get('variantId') ?? '');
    const quantity = Number(fields.get('quantity'));
    setAnswer(undefined);
    try {
      const outcome = await mutateAsync({ variantId, quantity, ...recipientOf(fields) });
      if ('cart' in outcome && outcome.cart) showCartCount(outcome.cart.count);
      setAnswer(answerTo(outcome, { name: data.product.name, t }));
    } catch {
      setAnswer({ tone: 'bad', text: t('failed') });
    }
  };

  const availability = new Map(data.availability?.map((each) => [each.variantId, each]));
  const priced = new Set(data.prices.map(({ variantId }) => variantId));
  const forSale = (variant ? [variant] : choice.variants).filter(({ id }) => priced.has(id));
  // Without a price it is not for sale, whatever lies in stock.
  const notYet = forSale.length === 0;
  const offered = forSale.map(({ id }) => availability.get(id));
  const soldOut = notYet || offered.every((each) => each?.class === 'sold-out');
  // Before anything is chosen only what is true of all of them is told.
  const alike = offered.every(
    (each) => each?.class === offered[0]?.class && each?.shipsFrom === offered[0]?.shipsFrom,
  );
  const stock = variant ? offered[0] : alike ? ofAll(offered[0]) : undefined;
  const buyable = offered.filter((each) => each?.class !== 'sold-out');
  const preorder = !soldOut && buyable.every((each) => each?.class === 'preorder');
  const left = Math.max(...buyable.map((each) => each?.left ?? Number.POSITIVE_INFINITY), 1);
  const counts = countsOf(forSale[0], { choices: config.maxQuantity, left });
  const radios = choice.radio && choice.radio.values.length > 1 ? choice.radio : undefined;
  return (
    <div ref={place}>
      <MutationForm
        mutation={addToCart}
        className={styles.form}
        values={{ variantId: radios ? undefined : variant?.id }}
        onSubmit={(event) => void send(event)}
      >
        {radios && (
          <VariantRadios
            option={radios}
            choice={choice}
            chosen={variant?.id}
            onChoose={onChoose}
            {...props}
          />
        )}
        <div className={styles.stockPlace} aria-live="polite">
          <StockLine found={stock} mailed={isMailed(data.ways)} context={context} t={t} />
        </div>
        {data.product.isGiftCard && <ForSomebodyElse {...props} />}
        <div className={styles.buy}>
          <select
            className="vt-field"
            name="quantity"
            key={counts[0]}
            defaultValue={counts[0]}
            aria-label={t('quantity')}
            disabled={soldOut}
          >
            {counts.map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
          <button
            type="submit"
            className="vt-button"
            disabled={soldOut}
            aria-disabled={isPending || undefined}
          >
            {notYet
              ? t('not-yet')
              : soldOut
                ? t('sold-out')
                : isPending
                  ? t('adding')
                  : t(preorder ? 'add-preorder' : 'add')}
          </button>
        </div>
        <p className={styles.answer} role="status" data-tone={answer?.tone}>
          {answer?.text}
          {answer?.tone === 'good' && (
            <>
              {' '}
              <a href={href('/cart')}>{t('to-cart')}</a>
            </>
          )}
        </p>
      </MutationForm>
    </div>
  );
}

/** What was filled in of a gift card for somebody else. */
function recipientOf(fields: FormData): Record<string, string> {
  return Object.fromEntries(
    [...fields].flatMap(([name, text]) =>
      name.startsWith('recipient') && typeof text === 'string' && text !== '' ? [[name, text]] : [],
    ),
  );
}

/** So many pieces can be had of what has no limit. */
const MOST_OF_A_LINE = 99;

/** Numbers of pieces to choose from: those that it is ordered in. */
function countsOf(
  variant: Variant | undefined,
  { choices, left }: { readonly choices: number; readonly left: number },
): number[] {
  const { min = 1, multiple = 1, max = MOST_OF_A_LINE } = variant?.quantities ?? {};
  const least = Math.max(1, Math.ceil(min / multiple)) * multiple;
  const all = Array.from({ length: choices }, (_, at) => least + at * multiple);
  const there = all.filter((count) => count <= Math.min(max, left));
  return there.length > 0 ? there : [least];
}

/** How many are left is told of one, not of all. */
function ofAll(found: OutputOf<typeof getAvailability> | undefined): typeof found {
  if (!found || found.class === 'low-stock') return undefined;
  const { left: _, ...alike } = found;
  return alike;
}
