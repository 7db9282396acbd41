import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { formatMoney } from '@vitrine/modules/view';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';
import { euros, reducedCart } from '../purchase.ts';

const module = moduleById(library, 'cart');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'cart' })).toEqual([]);
});

test('a line can be changed and taken out by plain forms', () => {
  const html = renderPreset(module, 'Three things');
  expect(html.match(/<form[^>]*action="\/_actions\/cart\.set-quantity" method="post"/g)).toHaveLength(6);
  expect(html).toContain('name="lineId" value="line-tide-mug/ochre/small"');
  expect(html).toContain('<input type="hidden" name="quantity" value="0"/>');
});

test('the total is the sum of the lines, and what was saved is told', () => {
  const html = renderPreset(module, 'Three things');
  expect(html).toMatch(/Already taken off.*Reduced prices<\/span> <span>-€40\.00/s);
  expect(html).toMatch(/Total<\/dt><dd>€326\.00/);
});

test('a reduced line tells the regular price, what a piece comes to and what each promotion takes off', () => {
  const html = renderPreset(module, 'With codes');
  const [mugs] = reducedCart.lines;
  const text = (amount: number) => formatMoney(euros(amount), 'en');
  expect(html).toContain(`<span class="vt-price__now">${text(mugs!.total.amount / 2)}</span>`);
  expect(html).toContain(`<s class="vt-price__before">${text(mugs!.unitRegular.amount)}</s>`);
  expect(html).toContain(`Two mugs, a tenth less ${text(-360)}`);
});

test('a sold-out line says what to do and cannot be raised', () => {
  const html = renderPreset(module, 'Something has changed');
  expect(html).toContain('Sold out. Remove it to go on.');
  expect(html.match(/type="number"/g)).toHaveLength(1);
});

test('what has changed is told by name', () => {
  expect(renderPreset(module, 'Something has changed', { locale: 'de' })).toContain(
    'Lookout stool ist nicht mehr verfügbar und wurde entfernt.',
  );
});

test('[CART-22] a refused code stays where it was typed, and why not stands at its field', () => {
  const html = renderPreset(module, 'Refused code');
  expect(html).toContain('<details open="">');
  expect(html).toMatch(
    /<input[^>]*aria-invalid="true"[^>]*aria-describedby="cart-code-problem"[^>]*value="AHOI"/,
  );
  expect(html).toMatch(/<p[^>]*id="cart-code-problem">We do not know this code\. Is it spelled right\?<\/p>/);
  expect(renderPreset(module, 'Three things')).not.toContain('<details open');
});

test('the most that can be preordered is told when it is reached or nearly', () => {
  expect(renderPreset(module, 'One on preorder')).not.toContain('can be preordered');
  expect(renderPreset(module, 'All that can be preordered')).toContain('Only 2 can be preordered');
});

test('an empty cart leads back to the shop', () => {
  const html = renderPreset(module, 'Empty');
  expect(html).toContain('<h1 id="cart-title">Your cart is empty</h1>');
  expect(html).toContain('href="/"');
});

test('without a checkout it is said that there is none', () => {
  expect(renderPreset(module, 'Something has changed')).toContain(
    'Orders cannot be placed in this shop yet.',
  );
  expect(renderPreset(module, 'Three things')).toContain('Check out</a>');
});

test('a line on preorder says when it ships', () => {
  expect(renderPreset(module, 'One on preorder')).toMatch(/Preorder, ships from December\s12,\s2026/);
  expect(renderPreset(module, 'One on preorder', { locale: 'de' })).toMatch(
    /Vorbestellung, Versand ab 12\.\sDezember\s2026/,
  );
  expect(renderPreset(module, 'Three things')).not.toContain('Preorder');
});

test('a set says what it holds', () => {
  const html = (locale: string) => renderPreset(module, 'A set of others', { locale });
  expect(html('en')).toContain('Each contains 2 × Tide mug (Chalk · 250 ml) and 1 × Cove bowl');
  expect(html('de')).toContain('Enthält je 2 × Tide mug (Chalk · 250 ml) und 1 × Cove bowl');
});
