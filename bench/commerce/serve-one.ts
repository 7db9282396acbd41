import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { commerceMigrations, createEngine, createSimulator } from '@vitrine/commerce-engine';
import { createCommerceApi } from '@vitrine/commerce-engine/http';
import { openDatabase } from '@vitrine/database';
import { fillShop } from './fill-shop.ts';
import { SECRET } from './secret.ts';

// One server process of our engine's HTTP API: prints its address, tells how many statements it has sent when asked by IPC.

const began = performance.now();
const url = process.env.BENCH_DATABASE_URL;
let statements = 0;
const database = await openDatabase({
  url,
  migrations: [commerceMigrations],
  onStatement: () => {
    statements += 1;
  },
});
const simulator = createSimulator({
  // It stands for somebody else's server: what it asks is not counted.
  database: await openDatabase({ url, migrations: [commerceMigrations] }),
  clock: () => new Date(),
  secret: SECRET,
  challengeUrl: (reference) => `http://bank.example/${reference}`,
});
const engine = createEngine({
  database,
  secret: SECRET,
  paymentProviders: [simulator.provider],
});
if ((await engine.channels()).length === 0) await fillShop(engine);
const api = createCommerceApi(engine);
const server = createServer(createRequestListener((request: Request) => api.fetch(request)));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.on('message', () => process.send?.({ statements }));
process.on('disconnect', () => process.exit(0));
process.send?.({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  bootMilliseconds: Math.round(performance.now() - began),
});
