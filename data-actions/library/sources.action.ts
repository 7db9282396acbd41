import { defineSource } from '@vitrine/data-actions';

const breaker = { errorRate: 0.5, minimum: 20 };

export const catalogueSource = defineSource({ id: 'catalogue', breaker });
export const priceSource = defineSource({ id: 'price', breaker });
export const stockSource = defineSource({ id: 'stock', breaker });
/** Searches are few and heavy: a small number at once keeps them from taking the database from everyone else. */
export const searchSource = defineSource({ id: 'search', concurrency: 4, breaker });
export const cartSource = defineSource({ id: 'cart', concurrency: 16, breaker });
/** What belongs to a shopper's account. */
export const accountSource = defineSource({ id: 'account', concurrency: 16, breaker });
/** The time of day: it asks nobody. */
export const timeSource = defineSource({ id: 'time' });
