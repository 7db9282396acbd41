export type { ShopperSession } from './lib/accounts/accounts.views.ts';
export { createLocalClient } from './lib/api/local-client.ts';
export { CommerceError, type CommerceErrorCode, type FieldProblem } from './lib/commerce-error.ts';
export type {
  ChannelDeliveryInput,
  DeliveryMethodInput,
  ProductDeliveryInput,
} from './lib/delivery/delivery-input.ts';
export { type CommerceEngine, createEngine, type EngineOptions } from './lib/engine.ts';
export type { StockOutcome } from './lib/inventory/inventory.commands.ts';
export type {
  AdjustInput,
  MoveInput,
  SetOnHandInput,
  StockPolicyInput,
} from './lib/inventory/stock-input.ts';
export type { MailTransport, MailView } from './lib/mail/mail.ts';
export { type StaffLetter, staffMail } from './lib/mail/staff-mail.ts';
export { commerceMigrations } from './lib/migrations/commerce-migrations.ts';
export { manualProvider } from './lib/payments/manual-provider.ts';
export type { PaymentProvider } from './lib/payments/payment-provider.ts';
export { createSimulator, type Simulator } from './lib/payments/simulator/simulator.ts';
export type { PriceListInput, SaleInput, SetPriceInput } from './lib/pricing/price-input.ts';
export type { CouponCodeInput, CouponInput, PromotionInput } from './lib/promotions/promotion-input.ts';
export type {
  ChannelView,
  LocationView,
  OpeningHours,
  PostalAddress,
  Weekday,
} from './lib/stores/stores.views.ts';
export type { ChannelInput, LocationInput } from './lib/stores/stores-import.ts';
export { defaultTaxTables } from './lib/tax/default-tax-tables.ts';
export type { ChannelTaxInput, ProductClassInput, TaxTablesInput } from './lib/tax/tax-input.ts';
export type { TaxProvider, TaxQuote, TaxRequest } from './lib/tax/tax-provider.ts';
export type { VatRegister } from './lib/tax/vat-register.ts';
