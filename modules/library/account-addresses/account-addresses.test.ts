import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-addresses');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-addresses' })).toEqual([]);
});

test('each address says what it is used for, and can be changed and removed by name', () => {
  const html = renderPreset(module, 'Addresses');
  expect(html).toMatch(/href="[^"]*\?edit=a2" aria-label="Change the address Werftbahnstraße 9"/);
  expect(html).toContain('aria-label="Remove the address Hafenstraße 1"');
  expect(html).toMatch(/Hafenstraße 1.*Goods go here.*Werftbahnstraße 9.*Invoices go here/s);
});

test('what was typed stays, with what is wrong beside it', () => {
  const html = renderPreset(module, 'Wrongly filled in', { locale: 'de' });
  expect(html).toContain('Bitte Straße und Hausnummer angeben.');
  expect(html).toContain('Das ist zu lang.');
  expect(html).toContain('value="24103"');
  expect(html).toMatch(
    /name="isShipping" (checked="" )?value="yes"|checked="" name="isShipping"|name="isShipping"[^>]*checked/,
  );
});

test('an address is changed under its id, with what is kept in its fields', () => {
  const html = renderPreset(module, 'Change');
  expect(html).toContain('name="addressId" value="a2"');
  expect(html).toContain('value="Werftbahnstraße 9"');
});
