import { findServices } from '@vitrine/database/services';

/** Vitest calls it once before all tests. */
export default findServices;
