import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OrderParts } from './order-parts.tsx';
import { shippedOrder } from './purchase.ts';

test('what comes by e-mail goes to no address: the one that was given is for the invoice', () => {
  const { billing: _, ...order } = shippedOrder;
  const [parcel] = order.deliveries;
  const html = (kind: 'ship' | 'electronic') =>
    renderToStaticMarkup(
      <OrderParts
        order={{ ...order, deliveries: [{ ...parcel!, kind }] }}
        locale="en"
        timeZone="Europe/Berlin"
        styles={{}}
        t={(key) => key}
      />,
    );
  expect(html('electronic')).toMatch(/to\.electronic<\/h2><\/div><div><h2>billing<\/h2><address>/);
  expect(html('ship')).toMatch(/to\.ship<\/h2><address>/);
  expect(html('ship')).not.toContain('billing');
});
