import type { MigrationSet } from '@vitrine/database';
import { catalogMigrations } from '../catalog/catalog.migrations.ts';
import { idempotencyMigrations } from '../idempotency/idempotency.migrations.ts';
import { inventoryMigrations } from '../inventory/inventory.migrations.ts';
import { pricingMigrations } from '../pricing/pricing.migrations.ts';
import { storesMigrations } from '../stores/stores.migrations.ts';

/** Every table of the commerce engine, domain by domain. A domain's new steps go to the end of its own list. */
export const commerceMigrations: MigrationSet = {
  owner: 'commerce-engine',
  migrations: [
    ...idempotencyMigrations,
    ...storesMigrations,
    ...catalogMigrations,
    ...pricingMigrations,
    ...inventoryMigrations,
  ],
};
