import type { MigrationSet } from '@vitrine/database';
import { accountsMigrations } from '../accounts/accounts.migrations.ts';
import { additionsMigrations } from '../additions/additions.migrations.ts';
import { cartMigrations } from '../cart/cart.migrations.ts';
import { catalogMigrations } from '../catalog/catalog.migrations.ts';
import { checkoutMigrations } from '../checkout/checkout.migrations.ts';
import { customersMigrations } from '../customers/customers.migrations.ts';
import { deliveryMigrations } from '../delivery/delivery.migrations.ts';
import { fulfilmentMigrations } from '../fulfilment/fulfilment.migrations.ts';
import { giftCardsMigrations } from '../gift-cards/gift-cards.migrations.ts';
import { idempotencyMigrations } from '../idempotency/idempotency.migrations.ts';
import { identityMigrations } from '../identity/identity.migrations.ts';
import { inventoryMigrations } from '../inventory/inventory.migrations.ts';
import { invoicesMigrations } from '../invoices/invoices.migrations.ts';
import { lotsMigrations } from '../lots/lots.migrations.ts';
import { loyaltyMigrations } from '../loyalty/loyalty.migrations.ts';
import { mailMigrations } from '../mail/mail.migrations.ts';
import { ordersMigrations } from '../orders/orders.migrations.ts';
import { paymentsMigrations } from '../payments/payments.migrations.ts';
import { simulatorMigrations } from '../payments/simulator/simulator.migrations.ts';
import { pricingMigrations } from '../pricing/pricing.migrations.ts';
import { promotionsMigrations } from '../promotions/promotions.migrations.ts';
import { recommendationsMigrations } from '../recommendations/recommendations.migrations.ts';
import { returnsMigrations } from '../returns/returns.migrations.ts';
import { searchMigrations } from '../search/search.migrations.ts';
import { storesMigrations } from '../stores/stores.migrations.ts';
import { taxMigrations } from '../tax/tax.migrations.ts';
import { webhooksMigrations } from '../webhooks/webhooks.migrations.ts';

/** Every table of the commerce engine, domain by domain. A domain's new steps go to the end of its own list. */
export const commerceMigrations: MigrationSet = {
  owner: 'commerce-engine',
  migrations: [
    ...idempotencyMigrations,
    ...storesMigrations,
    ...catalogMigrations,
    ...pricingMigrations,
    ...inventoryMigrations,
    ...searchMigrations,
    ...cartMigrations,
    ...identityMigrations,
    ...taxMigrations,
    ...deliveryMigrations,
    ...giftCardsMigrations,
    ...lotsMigrations,
    ...paymentsMigrations,
    ...simulatorMigrations,
    ...ordersMigrations,
    ...checkoutMigrations,
    ...mailMigrations,
    ...fulfilmentMigrations,
    ...returnsMigrations,
    ...promotionsMigrations,
    ...webhooksMigrations,
    ...customersMigrations,
    ...accountsMigrations,
    ...loyaltyMigrations,
    ...recommendationsMigrations,
    ...invoicesMigrations,
    ...additionsMigrations,
  ],
};
