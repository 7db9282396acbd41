export { findServices } from './lib/testing/find-services.ts';
