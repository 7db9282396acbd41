export { type CartTotals, cartTotals, type PricedLine } from './lib/cart/cart.rules.ts';
export {
  type DeliveryLine,
  type DeliveryMethod,
  type DeliveryOption,
  type DeliveryOptions,
  type DeliveryQuestion,
  type DeliveryRefusal,
  deliveryOptions,
  type PickupStore,
} from './lib/delivery/delivery.rules.ts';
export {
  type PickupSlot,
  pickupSlots,
  type SlotQuestion,
  type SlotSetting,
} from './lib/delivery/pickup-slots.rules.ts';
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
export type {
  DiscountableCart,
  DiscountableLine,
  DiscountedLine,
  DiscountPart,
  ManualDiscount,
  PromotionResult,
  PromotionVerdict,
} from './lib/promotions/discountable-cart.rules.ts';
export {
  DEFAULT_PROMOTION_SETTINGS,
  type LineSelection,
  type PriceCut,
  type Promotion,
  type PromotionEffect,
  type PromotionMode,
  type PromotionSettings,
  type Target,
} from './lib/promotions/promotion.rules.ts';
export { applyPromotions, indexPromotions, type PromotionIndex } from './lib/promotions/promotions.rules.ts';
export {
  type ChosenRates,
  chooseRates,
  explainRates,
  type RateQuestion,
  type TaxClass,
  type TaxTable,
  type TaxTableRate,
  type TaxTreatment,
} from './lib/tax/choose-rates.rules.ts';
export type { Place } from './lib/tax/place.rules.ts';
export type { TaxRounding, UnitBucket } from './lib/tax/round-tax.rules.ts';
export {
  calculateTax,
  type TaxedLine,
  type TaxInput,
  type TaxLine,
  type TaxPart,
  type TaxResult,
} from './lib/tax/tax.rules.ts';
export type { TaxExemption } from './lib/tax/tax-exemption.rules.ts';
export type { TaxRate } from './lib/tax/tax-rate.rules.ts';
export type { TaxZone } from './lib/tax/tax-zone.rules.ts';
export { type TaxedPlaceRule, taxedPlace } from './lib/tax/taxed-place.rules.ts';
export { type ReadVatNumber, readVatNumber } from './lib/tax/vat-number.rules.ts';
