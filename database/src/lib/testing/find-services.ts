import { connect } from 'node:net';

/**
 * Finds the PostgreSQL and Redis that tests run on besides the embedded database: `TEST_DATABASE_URL` and `TEST_REDIS_URL`
 * name them, otherwise the usual local ports are tried and the variables set. Says what will be skipped.
 * @throws when `VITRINE_REQUIRE_SERVICES` is set and one is missing.
 */
export async function findServices(): Promise<void> {
  if (!process.env.TEST_DATABASE_URL && (await listens(5432))) {
    process.env.TEST_DATABASE_URL = 'postgres://postgres@127.0.0.1:5432/postgres';
  }
  if (!process.env.TEST_REDIS_URL && (await listens(6379))) {
    process.env.TEST_REDIS_URL = 'redis://127.0.0.1:6379';
  }
  const missing = [
    process.env.TEST_DATABASE_URL ? '' : 'PostgreSQL (TEST_DATABASE_URL)',
    process.env.TEST_REDIS_URL ? '' : 'Redis (TEST_REDIS_URL)',
  ].filter(Boolean);
  if (missing.length === 0) return;
  const what = missing.join(' and ');
  if (process.env.VITRINE_REQUIRE_SERVICES)
    throw new Error(`These services must run for this test run: ${what}.`);
  console.warn(`\nSkipping the tests that need ${what}; the embedded database covers the rest.\n`);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
