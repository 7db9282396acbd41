import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout-address');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-address' })).toEqual([]);
});

test('countries are those of the setting, in the language of the page', () => {
  const html = renderPreset(module, 'Empty', { locale: 'de' });
  expect(html).toMatch(/<option value="DE" selected="">Deutschland</);
  expect(html).toContain('>Dänemark<');
});

test('whoever is signed in chooses from their own addresses', () => {
  const html = renderPreset(module, 'Own addresses');
  expect(html.match(/name="address\.use"/g)).toHaveLength(2);
  expect(html).toMatch(/value="a1"[^>]*aria-pressed="true"|aria-pressed="true"[^>]*value="a1"/);
  expect(html).toMatch(/>Send to<\/span><span>Analytische Maschinen GmbH<\/span><span>Werftbahnstraße 9</);
});

test('a state is chosen by its name where addresses have one', () => {
  const html = renderPreset(module, 'In a state');
  expect(html).toMatch(/<option value="US-CA" selected="">California</);
  expect(html).toMatch(/<optgroup label="Canada">/);
  expect(renderPreset(module, 'Empty')).not.toContain('address.region');
});

test('the address of the invoice is filled in only where it differs', () => {
  expect(renderPreset(module, 'Filled in')).not.toMatch(/type="checkbox"[^>]*checked/);
  const html = renderPreset(module, 'Invoice elsewhere');
  expect(html).toMatch(/type="checkbox"[^>]*checked/);
  expect(html).toContain('value="Speicherweg 4"');
});

test('each field that is missing says so', () => {
  expect(renderPreset(module, 'Wrongly filled in').match(/aria-invalid="true"/g)).toHaveLength(2);
});
