import type { CheckoutView, StaffCartView } from '@vitrine/commerce-engine/client';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Columns } from '../look/columns.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { CartGoods } from './cart-goods.tsx';
import { FinishOrder } from './finish-order.tsx';
import { WhoAndWhere } from './who-and-where.tsx';

const back = { to: '/orders', label: 'Orders' };

/** A cart that staff fill: its goods, whom it is for, what it comes to, and how it becomes an order. */
export function StaffCartPage({ id }: { id: string }) {
  const asked = useAnswer<{ readonly cart: StaffCartView | null }>(`/carts/${id}`);
  const filled = useAnswer<{ readonly checkout: CheckoutView | null }>(
    `/carts/${id}/checkout`,
    {},
    {
      keep: true,
    },
  );
  return (
    <Answer to={asked} of="the cart">
      {({ cart }) =>
        cart ? (
          <>
            <PageHead title="New order" back={back} />
            <Columns
              beside={
                cart.cart.lines.length === 0 ? (
                  <Section title="What it comes to">
                    <Empty title="Nothing is in it yet" isPart>
                      Put goods in, and it is told what they come to.
                    </Empty>
                  </Section>
                ) : (
                  <Answer to={filled} of="the sums">
                    {({ checkout }) =>
                      checkout && <FinishOrder checkout={checkout} isOld={filled.isFetching} />
                    }
                  </Answer>
                )
              }
            >
              <CartGoods staffCart={cart} />
              {cart.cart.lines.length > 0 && filled.data?.checkout && (
                <WhoAndWhere key={cart.cart.id} staffCart={cart} checkout={filled.data.checkout} />
              )}
            </Columns>
          </>
        ) : (
          <>
            <PageHead title="New order" back={back} />
            <Empty title="There is no such cart any more">
              It may have become an order: look among the newest ones.
            </Empty>
          </>
        )
      }
    </Answer>
  );
}
