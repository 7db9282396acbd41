export { describeOnEachEngine } from './lib/testing/describe-on-each-engine.ts';
export {
  openTestDatabase,
  type TestDatabase,
  type TestDatabaseOptions,
} from './lib/testing/open-test-database.ts';
