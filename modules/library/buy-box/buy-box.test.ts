import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'buy-box');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'buy-box' })).toEqual([]);
});

test('each size is a variant the form can send by itself', () => {
  const html = renderPreset(module, 'Colour and size');
  expect(html).toContain('action="/_actions/cart.add"');
  expect(html).toMatch(/<input type="radio"[^>]*name="variantId"[^>]*value="tide-mug\/ochre\/small"/);
  expect(html.match(/type="radio"/g)).toHaveLength(2);
  expect(html).not.toContain('type="hidden"');
});

test('another colour is another address', () => {
  expect(renderPreset(module, 'Colour and size')).toMatch(/href="\?colour=rowan"[^>]*aria-label="Rowan"/);
});

test('without a size to choose, the variant of the colour is sent', () => {
  expect(renderPreset(module, 'Colours only')).toContain('name="variantId" value="beacon-lamp/tar"');
});

test('a variant in the address is chosen', () => {
  const html = renderPreset(module, 'Chosen by its address');
  expect(html).toMatch(/<input[^>]*checked=""[^>]*value="fisher-jumper\/oat\/s"/);
  expect(html).toContain('Only 3 left');
  expect(html).toContain('Size: S</legend>');
});

test('sold-out sizes cannot be chosen, and say so', () => {
  const html = renderPreset(module, 'On sale, some sizes sold out');
  expect(html.match(/<input [^>]*disabled=""[^>]*>/g)).toHaveLength(2);
  expect(html.match(/\(<!-- -->Sold out<!-- -->\)/g)).toHaveLength(2);
});

test('before a size is chosen nothing is said that is not true of all', () => {
  expect(renderPreset(module, 'On sale, some sizes sold out')).not.toContain('ready to ship');
  expect(renderPreset(module, 'Colours only')).toContain('ready to ship');
});

test('a sale tells the lowest price of the last 30 days', () => {
  expect(renderPreset(module, 'On sale, some sizes sold out', { locale: 'de' })).toContain(
    'Niedrigster Preis der letzten 30 Tage: 159,00',
  );
});

test('when another colour is reduced, its price is told and leads to it', () => {
  const reduced = renderPreset(module, 'One colour reduced');
  expect(reduced).toMatch(/<a href="\?colour=ochre"[^>]*>Ochre reduced: €149.00 instead of €189.00<\/a>/);
  expect(reduced.match(/reduced:/g)).toHaveLength(1);
  expect(renderPreset(module, 'One colour reduced', { locale: 'de' })).toMatch(
    /reduziert: 149,00.*statt 189,00/,
  );
  // The colour on show says so itself, beside its price.
  expect(renderPreset(module, 'On sale, some sizes sold out')).not.toContain('reduced:');
});

test('a sold-out product cannot be put into the cart', () => {
  expect(renderPreset(module, 'Sold out')).toMatch(/<button type="submit"[^>]*disabled=""[^>]*>Sold out/);
});

test('what has no price is not for sale yet, says so in the language of the page, and cannot be bought', () => {
  const html = renderPreset(module, 'Without a price');
  expect(html).toMatch(/<button type="submit"[^>]*disabled=""[^>]*>Not for sale yet/);
  expect(html).not.toMatch(/Sold out|In stock/);
  expect(html).not.toContain('Including VAT');
  expect(renderPreset(module, 'Without a price', { locale: 'de' })).toMatch(
    /<button type="submit"[^>]*disabled=""[^>]*>Noch nicht erhältlich/,
  );
  const size = renderPreset(module, 'One size without a price', { locale: 'de' });
  expect(size).toMatch(/<input[^>]*disabled=""[^>]*value="fisher-jumper\/oat\/s"/);
  expect(size).toContain('Noch nicht erhältlich<!-- -->)');
  expect(size).toMatch(/<label[^>]*data-gone="not-yet"[^>]*><input[^>]*value="fisher-jumper\/oat\/s"/);
  expect(size).toContain('Inkl. MwSt.');
});

test('[PRICE-20] where prices are without tax it is not said that they hold any', () => {
  const html = renderPreset(module, 'Prices without tax');
  expect(html).toContain('Plus VAT and shipping');
  expect(html).not.toContain('Including VAT');
  expect(renderPreset(module, 'Prices without tax', { locale: 'de' })).toContain('Zzgl. MwSt. und Versand');
});

test('a set tells what it saves, in the language of the page, and nothing where a piece is not sold by itself', () => {
  expect(renderPreset(module, 'A set that saves')).toMatch(
    /You save €[\d.]+ compared with buying them one by one\./,
  );
  expect(renderPreset(module, 'A set that saves', { locale: 'de' })).toMatch(
    /Sie sparen [\d,]+\s€ gegenüber dem Einzelkauf\./,
  );
  expect(renderPreset(module, 'A set of others')).not.toContain('You save');
});

test('it can be bought while the stock is not known', () => {
  const html = renderPreset(module, 'Stock unknown');
  expect(html).toContain('Add to cart');
  expect(html).not.toContain('In our stores');
});

test('what is not out yet says when it ships, and is preordered', () => {
  const html = renderPreset(module, 'On preorder');
  expect(html).toMatch(/Preorder, ships from December\s12,\s2026/);
  expect(html).toContain('Only 3 can still be preordered. You pay when you order.');
  expect(html.match(/<option/g)).toHaveLength(3);
  expect(html).toMatch(/<button type="submit"[^>]*>Preorder<\/button>/);
  const german = renderPreset(module, 'On preorder', { locale: 'de' });
  expect(german).toMatch(/Vorbestellbar, Versand ab 12\.\sDezember\s2026/);
  expect(german).toMatch(/<button type="submit"[^>]*>Vorbestellen<\/button>/);
});

test('a set shows what it holds, with the way to what is sold by itself', () => {
  const html = renderPreset(module, 'A set of others');
  expect(html).toContain('This set contains');
  expect(html).toMatch(/href="[^"]*tide-mug"[^>]*>Tide mug</);
  expect(html).toContain('Cove bowl');
  expect(html).not.toMatch(/href="[^"]*cove-bowl"/);
  expect(renderPreset(module, 'Colours only')).not.toContain('This set contains');
});
