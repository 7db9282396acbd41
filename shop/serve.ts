import type { Builds } from './builds.ts';
import { demoStore } from './seed/index.ts';
import { startServer } from './server.ts';
import { readSettings } from './settings.ts';

/** Runs the shop until it is told to stop, with the addresses and demo sign-ins on the console. */
export async function serve(builds: Builds, afterwards: () => Promise<void> = async () => {}): Promise<void> {
  let running: Awaited<ReturnType<typeof startServer>>;
  try {
    const settings = readSettings(process.env);
    running = await startServer({ settings, builds, say: (text) => console.log(text) });
    console.log(welcome(running.address, settings.databaseUrl === undefined, settings.folder));
  } catch (error) {
    // A sentence for the operator; the stack only where it was no expected failure.
    console.error(`\nThe shop did not start.\n${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env.LOG_LEVEL === 'debug') console.error(error);
    process.exit(1);
  }
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    running
      .close()
      .then(afterwards)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

function welcome(address: string, embedded: boolean, folder: string): string {
  const staff = demoStore.staff.map(
    ({ email, password, roles }) => `    ${email.padEnd(32)} ${password.padEnd(22)} ${roles.join(', ')}`,
  );
  const shoppers = demoStore.shoppers.map(
    ({ email, password, note }) => `    ${email.padEnd(32)} ${password.padEnd(22)} ${note}`,
  );
  const data = embedded
    ? `  Data        ${folder} (embedded PostgreSQL; set DATABASE_URL for a server)`
    : '  Data        PostgreSQL at DATABASE_URL';
  return [
    '',
    `  Shop        ${address}/`,
    `  German      ${address}/de/`,
    `  Editor      ${address}/editor`,
    `  Back office ${address}/office`,
    `  API         ${address}/api/docs`,
    `  Sign in     ${address}/sign-in`,
    `  Mailbox     ${address}/_mail`,
    data,
    '',
    '  Demo sign-ins of staff',
    ...staff,
    '',
    `  Demo shoppers, at ${address}/account`,
    ...shoppers,
    '',
    '  Stop with Ctrl+C.',
    '',
  ].join('\n');
}
