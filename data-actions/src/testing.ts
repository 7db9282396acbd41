export type { TestClock } from './lib/test-clock.ts';
export { createTestClock } from './lib/test-clock.ts';
