import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { createTranslator, messageTable } from '../translate.ts';
import { cssVariable } from './css-variable.ts';
import { formatMoney } from './format-money.ts';
import { MutationForm } from './mutation-form.tsx';
import { Picture } from './picture.tsx';
import { pictureAddress } from './picture-address.ts';
import { PriceTag } from './price-tag.tsx';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test("Money is written the locale's way, with the currency's own decimals and no rounding", () => {
  expect(plain(formatMoney({ amount: 4900, currency: 'EUR' }, 'de'))).toBe('49,00 €');
  expect(formatMoney({ amount: 123456, currency: 'GBP' }, 'en')).toBe('£1,234.56');
  expect(formatMoney({ amount: 500, currency: 'JPY' }, 'en')).toBe('¥500');
  expect(plain(formatMoney({ amount: 123456, currency: 'HUF' }, 'de'))).toBe('1.234,56 HUF');
  expect(plain(formatMoney({ amount: 1500, currency: 'IQD' }, 'en'))).toBe('IQD 1.500');
  expect(formatMoney({ amount: -5, currency: 'EUR' }, 'en')).toBe('-€0.05');
  expect(formatMoney({ amount: 9007199254740991, currency: 'EUR' }, 'en')).toBe('€90,071,992,547,409.91');
});

test('A reduced price says to everyone what it was before', () => {
  const t = createTranslator(messageTable({}, 'de'), 'de');
  const price = { amount: 4000, currency: 'EUR' };
  const html = renderToStaticMarkup(
    <PriceTag price={price} regular={{ ...price, amount: 5000 }} locale="de" t={t} />,
  );
  expect(plain(html)).toBe(
    '<span class="vt-price vt-price--sale"><span class="vt-hidden">Jetzt </span><span class="vt-price__now">40,00 €</span> <span class="vt-hidden">Vorher </span><s class="vt-price__before">50,00 €</s></span>',
  );
  const from = renderToStaticMarkup(<PriceTag price={price} from locale="de" t={t} />);
  expect(plain(from)).toBe('<span class="vt-price"><span class="vt-price__now">ab 40,00 €</span></span>');
});

test('A picture comes in widths up to its own, keeps its place and loads late', () => {
  const image = { src: 'demo/mug 1.svg', alt: 'A mug', width: 700, height: 500 };
  const html = renderToStaticMarkup(<Picture image={image} sizes="50vw" />);
  expect(html).toContain(
    'srcSet="/_image/160/demo/mug%201.svg 160w, /_image/320/demo/mug%201.svg 320w, /_image/480/demo/mug%201.svg 480w, /_image/640/demo/mug%201.svg 640w"',
  );
  expect(html).toContain('width="700" height="500" loading="lazy"');
});

test('A cropped picture keeps its focal point; one on the first screen is fetched first', () => {
  const image = { src: 'a.svg', alt: '', width: 1600, height: 1200, focalPoint: { x: 0.25, y: 0.5 } };
  const html = renderToStaticMarkup(<Picture image={image} sizes="100vw" ratio={2} priority />);
  expect(html).toContain('height="800" fetchPriority="high"');
  expect(html).toContain('object-position:25% 50%');
  expect(pictureAddress('https://images.example.com/a.jpg', 640)).toBe('https://images.example.com/a.jpg');
});

test('A view that asks for a ratio gets the crop that is for about that ratio, and else the focal point', () => {
  const image = {
    src: 'media/1/harbour',
    alt: '',
    width: 1600,
    height: 1200,
    focalPoint: { x: 0.25, y: 0.5 },
    crops: [
      { ratio: 0.8, x: 0.5, y: 0, w: 0.4, h: 0.6667 },
      { ratio: 1.5, x: 0.1, y: 0.25, w: 0.5, h: 0.4444 },
    ],
  };
  const html = renderToStaticMarkup(<Picture image={image} sizes="100vw" ratio={1.6} />);
  expect(html).toContain('src="/_image/640/media/1/harbour?crop=100.250.500.444"');
  expect(html).toContain('width="800" height="500"');
  expect(html).not.toContain('960w');
  expect(html).not.toContain('object-position');
  const portrait = renderToStaticMarkup(<Picture image={image} sizes="100vw" ratio={0.75} />);
  expect(portrait).toContain('?crop=500.0.400.667');
  const wide = renderToStaticMarkup(<Picture image={image} sizes="100vw" ratio={3} />);
  expect(wide).not.toContain('crop=');
  expect(wide).toContain('object-position:25% 50%');
  expect(renderToStaticMarkup(<Picture image={image} sizes="100vw" />)).not.toContain('crop=');
});

test('A mutation is a form anyone can post', () => {
  const html = renderToStaticMarkup(
    <MutationForm mutation={{ id: 'cart.add' }} values={{ variantId: 'v1', quantity: 2, note: undefined }}>
      <button type="submit">Add</button>
    </MutationForm>,
  );
  expect(html).toBe(
    '<form action="/_actions/cart.add" method="post"><input type="hidden" name="variantId" value="v1"/><input type="hidden" name="quantity" value="2"/><button type="submit">Add</button></form>',
  );
});

test('A token of the theme is a custom property', () => {
  expect(cssVariable('colour.accent')).toBe('var(--colour-accent)');
});
