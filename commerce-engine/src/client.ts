export type { InsteadChoice, InsteadChoices } from './lib/additions/additions.views.ts';
export {
  type AddGoodsOutcome,
  type AdditionPrice,
  type AdditionState,
  type AdditionStepOutcome,
  type AdditionView,
  type OpenAdditionView,
  type PayAdditionOutcome,
  type QuoteAdditionOutcome,
  RECEIVED_BY,
  type ReceivedBy,
} from './lib/additions/additions.views.ts';
export { type ApiCaller, createApiCaller, type HttpClientOptions } from './lib/api/api-caller.ts';
export { CommerceApiError } from './lib/api/commerce-api-error.ts';
export type { CommandContext, CommerceClient } from './lib/api/commerce-client.ts';
export { createHttpClient } from './lib/api/http-client.ts';
export { HAND_REASONS, type HandReason } from './lib/cart/by-hand.rules.ts';
export type {
  CartCouponView,
  CartDiscountView,
  CartLineView,
  CartNotice,
  CartOutcome,
  CartView,
} from './lib/cart/cart.views.ts';
export { ALLOWED_DISCOUNTS, type AllowedDiscounts } from './lib/catalog/allowed-discounts.rules.ts';
export type {
  AttributeView,
  CategoryRef,
  CategoryTreeNode,
  CategoryView,
  MediaView,
  OptionValueView,
  OptionView,
  ProductCardView,
  ProductView,
  VariantView,
} from './lib/catalog/catalog.views.ts';
export { COLOUR_EXPECTED, isCssColour } from './lib/catalog/css-colour.rules.ts';
export { slugOfName } from './lib/catalog/name-slug.rules.ts';
export type {
  AssortmentInput,
  AttributeInput,
  CategoryInput,
  ImportOutcome,
  LocalText,
  MediaInput,
  OptionInput,
  ProductInput,
  VariantInput,
} from './lib/catalog/product-import.ts';
export type {
  AttributeValueView,
  ProductChoices,
  StaffAttributeView,
  StaffCategoryView,
  StaffProductRow,
  StaffProductView,
  StaffVariantChoice,
} from './lib/catalog/staff-catalog.views.ts';
export type {
  ChangeAttributeOutcome,
  ChangeCategoryOutcome,
  CreateOutcome,
  MoveCategoryOutcome,
  RemoveAttributeOutcome,
  RemoveCategoryOutcome,
} from './lib/catalog/staff-outcomes.views.ts';
export type {
  BringGiftCardOutcome,
  CheckoutOutcome,
  CheckoutView,
  ChosenDelivery,
  DeliveryOptionView,
  LineWaysView,
  OtherDeliveryView,
  PayOutcome,
  Requirement,
} from './lib/checkout/checkout.views.ts';
export type { CheckoutPatch, PayInput } from './lib/checkout/checkout-input.ts';
export type { Count } from './lib/count.ts';
export type {
  CertificateView,
  ConsentView,
  CustomerAddressView,
  CustomerExport,
  CustomerNoteView,
  CustomerOutcome,
  CustomerSummaryView,
  CustomerView,
  EraseOutcome,
  MergeOutcome,
  TaxNumberView,
  WishView,
} from './lib/customers/customers.views.ts';
export type { DeliveryKind } from './lib/delivery/delivery.rules.ts';
export type {
  ChannelDeliveryInput,
  CreateMethodInput,
  DeliveryMethodInput,
  StaffMethod,
} from './lib/delivery/delivery-input.ts';
export { timeZoneOf } from './lib/delivery/time-zones.rules.ts';
export type {
  FulfilmentRefusal,
  HandOverOutcome,
  ReadyOutcome,
  RejectOutcome,
  ShipmentView,
  ShipOutcome,
  ShopperShipmentView,
} from './lib/fulfilment/fulfilment.views.ts';
export type { GiftCardDetail, GiftCardView, IssuedGiftCard } from './lib/gift-cards/gift-cards.views.ts';
export type {
  Actor,
  ApiTokenView,
  AuditView,
  Capability,
  InviteAgainOutcome,
  InviteOutcome,
  RoleView,
  SignInOutcome,
  StaffView,
} from './lib/identity/identity.views.ts';
export type { Allocation } from './lib/inventory/bundle.rules.ts';
export type {
  ApproveCountOutcome,
  CancelCountOutcome,
  CountLineOutcome,
  StartCountOutcome,
  StockCountLineView,
  StockCountView,
} from './lib/inventory/count-views.ts';
export type {
  AvailabilityClass,
  AvailabilityView,
  RunningLowView,
  StockLevelView,
  StockMovementView,
  StoreAvailabilityView,
  VariantStockView,
} from './lib/inventory/inventory.views.ts';
export type { InvoiceKind, InvoiceView, Seller } from './lib/invoices/invoices.views.ts';
export { isUuid } from './lib/is-uuid.ts';
export type {
  AdjustOutcome,
  JoinOutcome,
  LoyaltyView,
  PointsHistory,
  PointsMovementView,
  ProgrammeView,
  TierView,
} from './lib/loyalty/loyalty.views.ts';
export type { EarnBonus, EarnRule, Programme, RedeemRule, Tier } from './lib/loyalty/programme.rules.ts';
export type { Market } from './lib/market.ts';
export { decimalText, formatMoney } from './lib/money/format-money.rules.ts';
export { type Currency, type Money, money } from './lib/money/money.rules.ts';
export { type ParsedMoney, parseMoney } from './lib/money/parse-money.rules.ts';
export type { LowVariantView, WorklistView } from './lib/office/office.views.ts';
export type {
  AllowanceOutcome,
  CancelOutcome,
  ConfirmAgainOutcome,
  CorrectionOutcome,
  OrderAddress,
  OrderContact,
  OrderDeliveryView,
  OrderDiscountView,
  OrderEventView,
  OrderLeftView,
  OrderLineView,
  OrderPage,
  OrderSummaryView,
  OrderTaxView,
  OrderView,
} from './lib/orders/orders.views.ts';
export type { DeliveryChoice } from './lib/orders/refund-share.rules.ts';
export type { PaymentMethodView, PaymentTrouble, PaymentView } from './lib/payments/payments.views.ts';
export type {
  PriceListView,
  PriceRowView,
  ProductPricesView,
  ProductPriceView,
  VariantPriceView,
} from './lib/pricing/pricing.views.ts';
export type { LookedUpOrder, OrderOpening, OrderProgressView } from './lib/progress/progress.views.ts';
export type {
  GroupDeal,
  LineSelection,
  PriceCut,
  Promotion,
  PromotionEffect,
  PromotionMode,
  PromotionSettings,
  Target,
} from './lib/promotions/promotion.rules.ts';
export type {
  AddCodesOutcome,
  CouponCodeView,
  CouponView,
  EnablePromotionOutcome,
  PromotionView,
  SaveCouponOutcome,
  SavePromotionOutcome,
} from './lib/promotions/promotions.views.ts';
export type {
  ListArrangementOutcome,
  ListKind,
  RecommendationView,
} from './lib/recommendations/recommendations.views.ts';
export { countriesWithRegions, type Region, regionsOf } from './lib/region.rules.ts';
export type {
  CallOffOutcome,
  ExchangeOutcome,
  InsteadRefusal,
  InsteadView,
  PrepareExchangeOutcome,
  RefundOutcome,
  RefundQuoteOutcome,
  RequestOutcome,
  ReturnableView,
  ReturnLineView,
  ReturnPolicyView,
  ReturnReason,
  ReturnView,
  ShopperReturnView,
  StepOutcome,
} from './lib/returns/returns.views.ts';
export type {
  FacetValueView,
  FacetView,
  SearchQuery,
  SearchResultView,
  SearchSort,
  SuggestionView,
  SynonymView,
} from './lib/search/search.views.ts';
export { wordsOf } from './lib/search/text-folding.rules.ts';
export type {
  ExplainedPrice,
  SimulatedLine,
  SimulatedPromotion,
  SimulationView,
} from './lib/simulation/simulation.views.ts';
export type {
  OpenStaffCartOutcome,
  PlaceStaffCartOutcome,
  SendCartLinkOutcome,
  StaffCartOutcome,
  StaffCartSummaryView,
  StaffCartView,
  StaffLineView,
  ThrowAwayOutcome,
} from './lib/staff-carts/staff-carts.views.ts';
export type {
  StoreCreditHistory,
  StoreCreditMovementView,
  StoreCreditView,
} from './lib/store-credit/store-credit.views.ts';
export type { ChannelView } from './lib/stores/stores.views.ts';
export type { TaxTable, TaxTableRate } from './lib/tax/choose-rates.rules.ts';
export { withEnds } from './lib/tax/succession.rules.ts';
export type { ChannelTaxInput } from './lib/tax/tax-input.ts';
export { previewTax } from './lib/tax/tax-preview.rules.ts';
export type {
  DeliveryView,
  EndpointView,
  EventKindView,
  ReplayOutcome,
  RotateOutcome,
  SaveEndpointOutcome,
  TestOutcome,
} from './lib/webhooks/webhooks.views.ts';
