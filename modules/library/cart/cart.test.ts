import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { formatMoney } from '@vitrine/modules/view';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';
import { euros, reducedCart } from '../purchase.ts';

const module = moduleById(library, 'cart');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'cart' })).toEqual([]);
});

test('[DA-113] all lines, codes and the way to the checkout are one plain form', () => {
  const html = renderPreset(module, 'Three things');
  expect(html.match(/<form /g)).toHaveLength(1);
  expect(html).toMatch(/<form[^>]*action="\/_actions\/cart\.change" method="post"/);
  expect(html.match(/name="quantity\.[^"]+"/g)).toHaveLength(3);
  expect(html).toContain('name="shown.line-tide-mug/ochre/small" value="2"');
  expect(html).toMatch(/<button[^>]*value="line-tide-mug\/ochre\/small" formNoValidate=""[^>]*name="remove"/);
  expect(html).toMatch(/<button[^>]*value="checkout" name="to">Check out</);
});

test('[DA-113] Enter in a field takes nothing out and does not lead on', () => {
  const [first] = renderPreset(module, 'Three things').match(/<button[^>]*>/g) ?? [];
  expect(first).toContain('type="submit"');
  expect(first).not.toContain('name=');
});

test('[DA-113] what cannot be had is said at its line, and only the first such field has the focus', () => {
  const html = renderPreset(module, 'Refused quantities');
  expect(html).toContain('Only 3 left, so nothing was changed here.');
  expect(html).toContain('Please choose a whole number of pieces, at most 10.');
  expect(html.match(/autofocus/gi)).toHaveLength(1);
  expect(renderPreset(module, 'Refused quantities', { locale: 'de' })).toContain(
    'Nur noch 3 da, hier wurde nichts geändert.',
  );
});

test('[PRICE-20] where prices are without tax it is not said that they hold any', () => {
  const html = renderPreset(module, 'Prices without tax');
  expect(html).toContain('Plus VAT and shipping');
  expect(html).not.toContain('Including VAT');
  expect(renderPreset(module, 'Prices without tax', { locale: 'de' })).toContain('Zzgl. MwSt. und Versand');
  expect(renderPreset(module, 'Three things')).toContain('Including VAT, plus shipping');
});

test('[CART-24] a cart that came along is told', () => {
  expect(renderPreset(module, 'Refused quantities')).toContain(
    'What you had put in a cart before is here too, with Tide mug.',
  );
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
  expect(renderPreset(module, 'Three things')).toContain('Check out</button>');
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

test('[CART-29] [CART-31] a gift cannot be changed, what is missing of it and what a little more would bring is said', () => {
  const html = renderPreset(module, 'With a gift');
  expect(html).not.toContain('quantity.gift:mug');
  expect(html).not.toContain('value="gift:mug"');
  expect(html).toContain('A gift');
  expect(html).toContain('Harbour candle from “Light for long evenings” has run out');
  expect(html).toContain('One more piece brings “Two blankets, a tenth less”.');
  expect(renderPreset(module, 'With a gift', { locale: 'de' })).toContain('Noch ein Stück bis „');
});

test('[CART-32] in what quantities something is ordered stands at its line, and why another one was not taken', () => {
  const html = renderPreset(module, 'In packs');
  expect(html).toContain('step="6"');
  expect(html.match(/Ordered in packs of 6 pieces, from 12 on\./g)).toHaveLength(2);
  expect(html).toContain('At most 96.');
});
