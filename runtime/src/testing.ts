export { withoutNonces } from './lib/testing/without-nonces.ts';
