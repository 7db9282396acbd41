import type { OutputOf } from '@vitrine/data-actions';
import type { addToCart } from '@vitrine/data-actions/library';
import type { ViewProps } from '@vitrine/modules';

/** What is said after something was put into the cart, or why it was not. */
export interface Answer {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

/** Every outcome in the words of the shop. */
export function answerTo(
  outcome: OutputOf<typeof addToCart>,
  { name, t }: { readonly name: string } & Pick<ViewProps<unknown, unknown, never, unknown>, 't'>,
): Answer {
  switch (outcome.kind) {
    case 'changed':
      return { tone: 'good', text: t('added', { name, count: outcome.cart.count }) };
    case 'sold-out':
      return { tone: 'bad', text: t('just-sold-out') };
    case 'not-enough':
      return { tone: 'bad', text: t('not-enough', { left: outcome.left }) };
    case 'bad-quantity':
      return { tone: 'bad', text: quantityText(outcome, t) };
    case 'bad-recipient':
      return { tone: 'bad', text: t(`bad-recipient.${outcome.fields[0] ?? 'email'}`) };
    case 'cart-full':
      return { tone: 'bad', text: t('cart-full', { max: outcome.max }) };
    default:
      return { tone: 'bad', text: t('gone') };
  }
}

type Words = ViewProps<unknown, unknown, never, unknown>['t'];

function quantityText(
  { max, min, multiple }: Extract<OutputOf<typeof addToCart>, { kind: 'bad-quantity' }>,
  t: Words,
): string {
  if (multiple !== undefined) return t('in-packs', { multiple, min: min ?? multiple, max });
  return min === undefined ? t('not-enough', { left: max }) : t('from-pieces', { min, max });
}
