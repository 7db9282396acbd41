import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ourContenders } from './our-contenders.ts';
import { peerContenders } from './peer-contenders.tsx';
import { plainContenders } from './plain-contenders.tsx';

// One contender in one process, on a free port of the loopback address; tells its CPU time and memory when asked.
const wanted = process.argv[2];
const all = [...plainContenders, ...peerContenders, ...ourContenders];
const contender = all.find((one) => one.id === wanted);
if (!contender)
  throw new Error(`No contender "${wanted}". There are: ${all.map((one) => one.id).join(', ')}.`);
const { listener, cookie } = await contender.start();
const server = createServer((request, response) => {
  if (request.url === '/__cpu') {
    const { user, system } = process.cpuUsage();
    response.end(JSON.stringify({ cpu: (user + system) / 1e6, memory: process.memoryUsage().rss }));
  } else listener(request, response);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ port, gzip: contender.gzip, cookie, note: contender.note });
});
process.on('disconnect', () => process.exit(0));
