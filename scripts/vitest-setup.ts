import { findServices } from '@vitrine/database/services';
import { findChromium } from './chromium.ts';

/** Vitest calls it once before all tests. */
export default async function setUp(): Promise<void> {
  await findServices();
  if (findChromium()) return;
  const wanted = 'Tests that need a browser are skipped: there is no Chromium. `npm test` installs one.';
  if (process.env.VITRINE_REQUIRE_SERVICES) throw new Error(wanted);
  console.warn(wanted);
}
