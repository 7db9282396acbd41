import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'order-confirmation');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'order-confirmation' })).toEqual([]);
});

test('it tells number, goods, address, total and how it was paid', () => {
  const html = renderPreset(module, 'Shipped');
  expect(html).toContain('Order 100042');
  expect(html).toContain('We mail the confirmation to ada@example.com.');
  expect(html).toContain('Hafenstraße 1');
  expect(html).toMatch(/Total<\/dt><dd>€317\.30/);
  expect(html).toContain('Paid: Test card');
});

test('guests are offered an account with what they filled in, others are not', () => {
  const html = renderPreset(module, 'Shipped');
  expect(html).toMatch(/action="\/_actions\/account\.sign-up".*name="email" value="ada@example\.com"/s);
  expect(renderPreset(module, 'Signed in')).not.toContain('account.sign-up');
});

test('what is picked up says where and when, by the clock there', () => {
  const html = renderPreset(module, 'Picked up', { locale: 'de' });
  expect(html).toContain('Ostrand Harbour, Ostrand');
  expect(html).toContain('Dienstag, 1. Dezember 2026 um 10:00');
  expect(html).toContain('Noch nicht bezahlt: Bank transfer');
});

test('[BILL-11] how to pay stands there while a transfer is awaited, with the number that it names', () => {
  const html = renderPreset(module, 'Picked up');
  for (const said of ['Please pay by bank transfer', 'DE52 0000 0000 0012 3456 78', '<dd>100043</dd>'])
    expect(html).toContain(said);
  expect(renderPreset(module, 'Picked up', { locale: 'de' })).toContain('Verwendungszweck');
  expect(renderPreset(module, 'Shipped')).not.toContain('bank transfer');
});

test('points that were earned are told, and from when they can be used as soon as that is known', () => {
  expect(renderPreset(module, 'With points')).toContain(
    'You earned 266 points of Ostrand Crew. Your account says',
  );
  expect(renderPreset(module, 'Signed in')).toContain('They can be used from December 14, 2026.');
  expect(renderPreset(module, 'Shipped')).not.toContain('You earned');
});

test('whoever has the key opens papers and announces returns with it', () => {
  const html = renderPreset(module, 'Shipped');
  expect(html).toContain('href="/_order/order/receipt?key=key&amp;locale=en"');
  const form = renderPreset(module, 'Announcing a return');
  expect(form).toMatch(/name="orderId" value="order".*name="key" value="key"/s);
});

test('[MOD-27] who comes back from the bank to an order that is placed is led to its own address', () => {
  const leads = (found: object) =>
    module.module.leadsTo?.({
      config: { order: { kind: 'page', path: '/order' } },
      data: { found },
      query: { checkout: 'checkout' },
      href: (link) => `/de${typeof link === 'object' && link.kind === 'page' ? link.path : ''}`,
    });
  expect(leads({ kind: 'placed', id: 'order', key: 'a+b' })).toBe('/de/order?id=order&key=a%2Bb');
  for (const kind of ['order', 'pending', 'action', 'declined', 'unknown'])
    expect(leads({ kind })).toBeUndefined();
  expect(renderPreset(module, 'Placed')).toContain('href="/order?id=order&amp;key=key"');
});

test('pending, declined and unknown are screens of their own, each with a way on', () => {
  expect(renderPreset(module, 'Pending')).toContain('Look again</a>');
  expect(renderPreset(module, 'At the bank')).toContain('href="https://bank.example/sim_1"');
  expect(renderPreset(module, 'Declined')).toContain('href="/checkout#field-declined"');
  expect(renderPreset(module, 'Unknown')).toContain('href="/order-lookup"');
});

test('what was preordered says from when it ships', () => {
  const html = renderPreset(module, 'On preorder');
  expect(html.match(/Preorder, ships from/g)).toHaveLength(1);
  expect(html).toMatch(/ships from December\s12,\s2026/);
  expect(renderPreset(module, 'Shipped')).not.toContain('Preorder');
});

test('[ORDER-1] names stay as they were ordered, and a page in another language says so', () => {
  const german = renderPreset(module, 'Shipped', { locale: 'de' });
  expect(german).toContain('Namen stehen so da, wie Sie sie bestellt haben (Englisch).');
  expect(german).toContain('Per: <span lang="en">Parcel</span>');
  expect(renderPreset(module, 'Shipped')).not.toContain('Names are as you ordered them');
});
