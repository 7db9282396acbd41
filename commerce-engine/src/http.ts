export { type CommerceApiOptions, createCommerceApi } from './lib/api/commerce-api.ts';
