import { expect, test } from 'vitest';
import { money } from '../../money/money.rules.ts';
import { soldLetter } from './sold-letter.ts';

const order = { number: '100042', locale: 'de-DE', to: 'grete@example.com' };
const cards = [{ amount: money(5000, 'EUR'), code: 'AAAA-BBBB-CCCC-DDDD', pin: '123456' }];
const gift = { to: 'Grete', from: 'Ada' };

test('[GIFT-22] whoever is given a card is led to the shop where it is spent, and to nothing else', () => {
  const { html, text } = soldLetter({ ...order, gift, shop: 'https://shop.example/de' }, cards);
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://shop.example/de']);
  expect(text).toContain('Zum Laden: https://shop.example/de');
  expect(soldLetter({ ...order, gift }, cards).html).not.toContain('href');
});

test('[GIFT-13] in German a card is called as the field of the checkout that takes it', () => {
  const { subject, text } = soldLetter(order, cards);
  expect(subject).toBe('Ihre Geschenkkarte über 50,00\u00a0€');
  expect(text).toContain('unter „Geschenkkarte“');
  expect(text).not.toMatch(/Gutschein/);
});
