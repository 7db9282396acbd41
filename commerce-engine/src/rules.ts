export { type CartTotals, cartTotals, type PricedLine } from './lib/cart/cart.rules.ts';
export {
  availableIn,
  type StockLevel,
  type StockPolicy,
  type ToldStock,
  toldStock,
} from './lib/inventory/inventory.rules.ts';
export { allocateMoney } from './lib/money/allocate-money.rules.ts';
export { type CashRounding, roundForCash } from './lib/money/cash-rounding.rules.ts';
export { minorUnitDigits } from './lib/money/currency.rules.ts';
export { decimalText, formatMoney } from './lib/money/format-money.rules.ts';
export {
  addMoney,
  type Currency,
  compareMoney,
  type Money,
  money,
  multiplyMoney,
  subtractMoney,
  sumMoney,
} from './lib/money/money.rules.ts';
export { type ParsedMoney, parseMoney } from './lib/money/parse-money.rules.ts';
export {
  lowestPrice,
  type PriceCandidate,
  type PriceVerdict,
  type ResolvedPrice,
  resolvePrice,
} from './lib/pricing/pricing.rules.ts';
