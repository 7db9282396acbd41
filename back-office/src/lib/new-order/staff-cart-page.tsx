import { Text } from '@mantine/core';
import type { CheckoutView, CustomerView, StaffCartView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { nameOf } from '../customers/name-of.ts';
import { Columns } from '../look/columns.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useSession } from '../shell/session.ts';
import { language } from '../words/language.ts';
import { CartGoods } from './cart-goods.tsx';
import { FinishOrder } from './finish-order.tsx';
import { ThrowCartAway } from './throw-cart-away.tsx';
import { WhoAndWhere } from './who-and-where.tsx';

const back = { to: '/orders', label: 'Orders' };

/** A cart that staff fill: its goods, whom it is for, what it comes to, and how it becomes an order. */
export function StaffCartPage({ id }: { id: string }) {
  const [isUnkept, setUnkept] = useState(false);
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
            <PageHead title="New order" back={back} about={<WhereAndWho of={cart} />}>
              <ThrowCartAway staffCart={cart} />
            </PageHead>
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
                      checkout && (
                        <FinishOrder {...{ checkout, isUnkept }} sent={cart.sent} isOld={filled.isFetching} />
                      )
                    }
                  </Answer>
                )
              }
            >
              <CartGoods staffCart={cart} />
              {cart.cart.lines.length > 0 && filled.data?.checkout && (
                <WhoAndWhere
                  key={cart.cart.id}
                  staffCart={cart}
                  checkout={filled.data.checkout}
                  onChanged={setUnkept}
                />
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

/** Where the cart is sold, and to whom. */
function WhereAndWho({ of: { channel, locale, currency, customerId } }: { of: StaffCartView }) {
  const { channels } = useSession();
  const { data } = useAnswer<{ readonly customer: CustomerView | null }>(
    `/customers/${customerId}`,
    {},
    { enabled: customerId !== undefined },
  );
  const sold = channels.find(({ id }) => id === channel)?.name ?? channel;
  const who =
    customerId === undefined ? 'for a guest' : `for ${data?.customer ? nameOf(data.customer) : 'a customer'}`;
  return (
    <Text size="sm" c="dimmed">
      {[sold, language(locale), currency, who].join(' · ')}
    </Text>
  );
}
