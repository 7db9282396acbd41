import {
  minorUnitDigits as digitsOfEngine,
  formatMoney as formatOfEngine,
} from '@vitrine/commerce-engine/rules';
import { minorUnitDigits as digitsOfViews, formatMoney as formatOfViews } from '@vitrine/modules/view';
import { expect, test } from 'vitest';

// Codes that are no currency are asked too, so that neither table knows one more than the other.
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));

test('views and engine agree on the minor unit of every currency', () => {
  const different = codes.filter((code) => digitsOfEngine(code) !== digitsOfViews(code));
  expect(different).toEqual([]);
});

test('views and engine write every currency alike', () => {
  const money = Intl.supportedValuesOf('currency').map((currency) => ({ amount: 1_234_567, currency }));
  expect(money.map((each) => formatOfViews(each, 'de'))).toEqual(
    money.map((each) => formatOfEngine(each, 'de')),
  );
});
