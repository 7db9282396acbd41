import { gunzipSync } from 'node:zlib';
import { type ContenderProcess, startContender } from './contender-process.ts';

/** One turn of one contender. */
export interface Sample {
  /** Responses per second of the process's CPU. */
  readonly perCpu: number;
  /** Milliseconds. */
  readonly p99: number;
  /** Bytes of memory at the end. */
  readonly memory: number;
  /** Bytes of the body as it was sent. */
  readonly size: string;
}

export interface MeasureOptions {
  /** Bundle of the contenders. */
  readonly entry: string;
  readonly connections: number;
  /** CPU seconds the contender spends while it is measured. */
  readonly seconds: number;
}

/** CPU seconds a contender spends before it is measured: by then its code is compiled, however busy the machine is. */
const warmUp = 4;
const patience = 90_000;

/** @throws when the contender does not serve the bench page, or fails a request. */
export async function measureContender(id: string, options: MeasureOptions): Promise<Sample> {
  const contender = await startContender(options.entry, id);
  try {
    const probe = await contender.probe();
    if (probe.status !== 200) throw new Error(`Contender "${id}" answered ${probe.status}.`);
    const html = (contender.gzip ? gunzipSync(probe.body) : probe.body).toString();
    if (!html.includes('</html>') || (html.match(/<article/g) ?? []).length !== 24)
      throw new Error(`Contender "${id}" did not serve the bench page.`);
    await loadFor(contender, warmUp, options.connections);
    const { responses, failed, p99, cpu } = await loadFor(contender, options.seconds, options.connections);
    if (failed > 0) throw new Error(`Contender "${id}" failed ${failed} requests.`);
    const { memory } = await contender.cost();
    const size = `${probe.body.length}${contender.gzip ? ' gz' : ''}`;
    return { perCpu: responses / cpu, p99, memory, size };
  } finally {
    contender.stop();
  }
}

async function loadFor(contender: ContenderProcess, cpuSeconds: number, connections: number) {
  const before = await contender.cost();
  const began = performance.now();
  let responses = 0;
  let failed = 0;
  let p99 = 0;
  for (;;) {
    const result = await contender.load({ connections, seconds: 1 });
    responses += result['2xx'];
    failed += result.non2xx + result.errors;
    p99 = Math.max(p99, result.latency.p99);
    const cpu = (await contender.cost()).cpu - before.cpu;
    if (cpu >= cpuSeconds || performance.now() - began > patience) return { responses, failed, p99, cpu };
  }
}
