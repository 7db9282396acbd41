/** Something the shop cannot do without. Resolves when it answers. */
export type ReadyCheck = () => Promise<unknown>;

export interface HealthOptions {
  readonly build: string;
  readonly checks: Readonly<Record<string, ReadyCheck>>;
  /** Milliseconds a check may take. Default 2,000. */
  readonly patience?: number;
}

/** `/healthz`: the process runs. `/readyz`: what it depends on answers; 503 names what does not. */
export function createHealthRoutes({ build, checks, patience = 2000 }: HealthOptions) {
  return {
    health: (): Response => json(200, { status: 'ok', build }),
    async ready(): Promise<Response> {
      const failing = (
        await Promise.all(
          Object.entries(checks).map(async ([name, check]) =>
            (await answers(check, patience)) ? [] : [name],
          ),
        )
      ).flat();
      return failing.length === 0
        ? json(200, { status: 'ok', build })
        : json(503, { status: 'failing', failing });
    },
  };
}

async function answers(check: ReadyCheck, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  try {
    return await Promise.race([check().then(() => true), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
