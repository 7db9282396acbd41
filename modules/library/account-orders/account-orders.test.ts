import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-orders');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-orders' })).toEqual([]);
});

test('each order leads to the whole of it, and the list goes on', () => {
  const html = renderPreset(module, 'Orders');
  expect(html).toMatch(/href="[^"]*\?order=order-2"/);
  expect(html).toMatch(/href="[^"]*\?after=cursor"/);
});

test('what was sent, announced, refused and paid back is told in words, and papers are links', () => {
  const html = renderPreset(module, 'One order');
  expect(html).toContain('DHL, tracking number IP 0042 7719 DE');
  expect(html).toContain('Your code at the counter: 204 118');
  expect(html).toContain('€14.20 of the price was taken off on December 2, 2026, after a fee of €2.00.');
  expect(html).toMatch(
    /Return 100042-R2.*1 × Fisher jumper, Oat · S: It does not fit.*lay it into the parcel/s,
  );
  expect(html).toMatch(
    /€5\.00 taken off on December 3, 2026.*Fisher jumper, Oat · S: €1\.20.*Delivery: €0\.40/s,
  );
  expect(html).toContain('We wrote: “The cup was used');
  expect(html).toMatch(/href="[^"]*show=return"[^>]*>Return something/);
  expect(html).toMatch(/href="\/_order\/order\/invoice\?locale=en"[^>]*>Invoice OST-000042/);
  expect(html).toContain('href="/_order/order/receipt?locale=en"');
  expect(renderPreset(module, 'One to pick up')).not.toContain('Return something');
});

test('a return is chosen line by line, within what may come back; what is wrong is marked, nothing typed is lost', () => {
  const html = renderPreset(module, 'Announcing a return', { locale: 'de' });
  expect(html).toContain('action="/_actions/order.request-return"');
  expect(html.match(/name="quantity\./g)).toHaveLength(2);
  expect(html).toContain('Konnte bis 20. November 2026 zurückgegeben werden.');
  const wrong = renderPreset(module, 'A return with something missing');
  expect(wrong).toContain('Please choose why.');
  expect(wrong).toMatch(/<option value="2" selected="">2/);
  expect(wrong).toContain('The handle is loose.');
  expect(renderPreset(module, 'Nothing to return')).toContain('There is nothing of this order to send back');
});

test('an order shows goods, address and payment; one that is not theirs says so', () => {
  expect(renderPreset(module, 'One order')).toContain('Paid: Test card');
  expect(renderPreset(module, 'Unknown order', { locale: 'de' })).toContain('nicht in Ihrem Konto');
  expect(renderPreset(module, 'Signed out')).toBe('');
});

test('of what was cancelled a delivery tells what is left', () => {
  const html = renderPreset(module, 'Partly cancelled');
  expect(html).toMatch(/<li>1 × [^<]*\(1 of 2 cancelled\)<\/li>/);
  expect(html).toMatch(/<li>Fisher jumper[^<]*\(1 of 1 cancelled\)<\/li>/);
  expect(html).toMatch(/2 pieces <\/span>.*, 1 of 2 cancelled/s);
  expect(html).toMatch(/Cancelled on December 1, 2026.*1 × Fisher jumper/s);
  expect(renderPreset(module, 'Partly cancelled', { locale: 'de' })).toMatch(
    /2 Stück <\/span>.*, 1 von 2 storniert/s,
  );
});
