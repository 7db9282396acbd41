import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClientAddress, createRequestListener } from '@remix-run/node-fetch-server';
import { type Logger, pino } from 'pino';
import type { Builds } from './builds.ts';
import { createFileListener } from './built-files.ts';
import { callerOf } from './caller-of.ts';
import { keepCounts } from './keep-counts.ts';
import { keepGiftCards } from './keep-gift-cards.ts';
import { keepHouse } from './keep-house.ts';
import { keepInvoices } from './keep-invoices.ts';
import { keepMail } from './keep-mail.ts';
import { keepPayments } from './keep-payments.ts';
import { keepReleases } from './keep-releases.ts';
import { keepStock } from './keep-stock.ts';
import { keepWebhooks } from './keep-webhooks.ts';
import { openPlatform, type Platform } from './platform.ts';
import { announceRunning, wasCutOff } from './running-shop.ts';
import { seedStore } from './seed-store.ts';
import type { Settings } from './settings.ts';
import { keepSite, type SiteKeeper } from './site-keeper.ts';

/** The running shop. */
export interface RunningServer {
  /** Where it answers, for example `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Finishes the requests under way, then closes the database. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly settings: Settings;
  readonly builds: Builds;
  /** Told what takes long. */
  readonly say?: (text: string) => void;
}

const patience = 10_000;
/** Longer than load balancers keep an idle connection (a minute): a request that is sent while it is closed here would be lost. */
const keptIdle = 72_000;
// What React Router's own pages and its envelopes for them are called.
const applications = /^\/(sign-in|invitation|sign-out|_root|_mail|_bank\/[^/]+)(\.data)?$/;
// A Request object takes no others.
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Opens the shop and answers HTTP. @throws when the port is taken or the database cannot be opened, saying what to do. */
export async function startServer({ settings, builds, say }: ServerOptions): Promise<RunningServer> {
  const logger = pino({ level: settings.logLevel });
  // Until the shop is open, and after it begins to close, every request is told to come back.
  let answer: RequestListener = comeBack;
  const server = createServer({ keepAliveTimeout: keptIdle }, (request, response) =>
    answer(request, response),
  );
  // Before the database is opened: a port that is taken is told at once.
  const port = await listen(server, settings);
  const address = `http://${settings.host}:${port}`;
  const publicUrl = settings.port === 0 ? address : settings.publicUrl;
  let platform: Platform | undefined;
  try {
    platform = await openPlatform({ ...settings, publicUrl }, logger);
    const filled = settings.demoStore && !(await seedStore(platform, say)).already;
    if ((await platform.engine.channels()).length === 0) throw new Error(emptyShop);
    // The index follows events in the process; what a process that was cut off had not followed is made up for here.
    if (filled || wasCutOff(settings)) await platform.engine.search.rebuild();
    const sites = keepSite({ settings: { ...settings, port, publicUrl }, platform, builds, logger });
    await sites.current();
    const { rooms } = platform;
    server.on('upgrade', (request, socket, head) => {
      // No other address of the shop speaks anything but HTTP.
      if (!rooms.handleUpgrade(request, socket, head)) socket.destroy();
    });
    answer = answerWith({ settings: { ...settings, publicUrl }, builds, sites, logger });
    const takeBack = await announce(platform, settings, address);
    const opened = platform;
    const stopHousekeeping = keepHouse(platform, logger);
    const stopPayments = keepPayments(platform, logger);
    const stopStock = keepStock(platform, logger);
    const stopReleases = await keepReleases(platform, logger);
    const stopMail = keepMail(platform, settings, logger);
    const stopGiftCards = keepGiftCards(platform, logger);
    const stopInvoices = keepInvoices(platform, logger);
    const stopWebhooks = keepWebhooks(platform, logger);
    const stopCounts = keepCounts(platform, logger);
    return {
      address,
      async close() {
        // WebSockets are requests that do not finish by themselves.
        await rooms.close();
        await drain(server);
        stopHousekeeping();
        await stopPayments();
        await stopStock();
        await stopReleases();
        await stopMail();
        await stopGiftCards();
        await stopInvoices();
        await stopWebhooks();
        await stopCounts();
        await takeBack();
        await sites.close();
        await opened.close();
      },
    };
  } catch (error) {
    server.close();
    await platform?.close();
    throw error;
  }
}

const emptyShop =
  'The database has no shop in it. Fill it with the demo store (its passwords are public): npm run vitrine -- seed';

const comeBack: RequestListener = (_, response) => {
  response.writeHead(503, { 'retry-after': '5', 'content-type': 'text/plain; charset=utf-8' });
  response.end('The shop is starting. Please try again in a moment.\n');
};

function listen(server: Server, { host, port }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      const advice = `Stop it, or choose another port: PORT=${port + 1} npm start`;
      reject(new Error(`Port ${port} is in use by another program. ${advice}`, { cause: error }));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

async function drain(server: Server): Promise<void> {
  // Connections that become idle from now on are not waited for.
  server.keepAliveTimeout = 1;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const last = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(last);
}

function answerWith(options: {
  settings: Settings;
  builds: Builds;
  sites: SiteKeeper;
  logger: Logger;
}): RequestListener {
  const { settings, builds, sites, logger } = options;
  const files = createFileListener(builds);
  const listener = createRequestListener(
    async (request: Request, client: ClientAddress) => {
      const { trustProxy } = settings;
      const socket = trustProxy ? 'unknown' : client.address;
      const address = callerOf(request.headers, { socket, trustProxy });
      const { site, handle } = await sites.current();
      // React Router takes `.data` for its own envelope, which knows nothing of a page's headers.
      const { pathname } = new URL(request.url);
      const isEnvelope = pathname.endsWith('.data') && !applications.test(pathname);
      return isEnvelope ? site.runtime.handle(request, address) : handle(request, address);
    },
    {
      trustProxy: settings.trustProxy,
      // Behind a proxy that ends TLS the browser's address begins with https, and its forms say so.
      protocol: new URL(settings.publicUrl).protocol,
      onError(error) {
        const unreadable = (error as { code?: unknown } | null)?.code === 'ERR_INVALID_URL';
        if (!unreadable) logger.error({ err: error }, 'a request failed outside the site');
        return new Response(
          unreadable ? 'This address cannot be read.\n' : 'Something went wrong. Please try again.\n',
          { status: unreadable ? 400 : 500, headers: { 'x-content-type-options': 'nosniff' } },
        );
      },
    },
  );
  const answer: RequestListener = (request, response) => {
    if (!methods.has(request.method ?? '')) {
      response.writeHead(405, {
        allow: [...methods].join(', '),
        'content-type': 'text/plain; charset=utf-8',
      });
      response.end('This shop does not answer that method.\n');
      return;
    }
    // Proxies may send the whole address; what it says about the host is not to be believed.
    if (!request.url?.startsWith('/')) request.url = pathOf(request.url ?? '');
    if (files(request, response)) {
      sites.settled?.site.runtime.heard(request);
      return;
    }
    // Pages that were asked for before are answered here, before a Request object is even made.
    if (sites.settled?.site.runtime.serveCached(request, response)) return;
    listener(request, response);
  };
  const { middleware } = builds;
  if (!middleware) return answer;
  return (request, response) => middleware(request, response, () => answer(request, response));
}

function pathOf(target: string): string {
  const url = URL.parse(target);
  return url ? url.pathname + url.search : '/';
}

// Tells commands on this machine where the shop runs, and gives them a key only this user can read; both end with the server.
async function announce(
  platform: Platform,
  settings: Settings,
  address: string,
): Promise<() => Promise<void>> {
  const { database, engine } = platform;
  const actor = { kind: 'system' as const, reason: 'commands on this machine' };
  const key = `${process.pid}-${Date.now()}`;
  const { id, token } = await engine.identity.createApiToken(
    { actor, idempotencyKey: `local-token-${key}` },
    {
      name: 'commands on this machine',
      // A server that is killed cannot end it.
      expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      capabilities: ['catalog.read', 'catalog.write', 'pricing.write', 'inventory.write'],
    },
  );
  database.describeHolder({ address });
  const takeBack = announceRunning(settings, { url: address, token });
  return async () => {
    takeBack();
    await engine.identity.revokeApiToken({ actor, idempotencyKey: `local-token-end-${key}` }, id);
  };
}
