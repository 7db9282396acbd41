export { type CommerceApiOptions, createCommerceApi } from './lib/api/commerce-api.ts';
export { openRateLimits, type RateLimitOptions, type RateLimits } from './lib/api/rate-limits.ts';
