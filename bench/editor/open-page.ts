import type { Browser, BrowserContext, CDPSession, Frame, Page } from 'playwright';
import type { BenchCase } from './bench-page.ts';
import type { Contender } from './contenders.ts';
import { watchPage } from './watch-page.ts';

/** A contender's page in a browser, watched from its first moment. */
export interface WatchedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly frame: Frame;
  readonly devtools: CDPSession;
  /** Compressed bytes of the scripts it has fetched so far. */
  scriptBytes(): number;
  /** What went wrong in the page. */
  readonly complaints: readonly string[];
  /** Waits until nothing took long for a while. @returns when the last long task ended. */
  quiet(milliseconds?: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens the page of a case and waits until every module is on it. */
export async function openPage(
  browser: Browser,
  { contender, address, wanted }: { contender: Contender; address: string; wanted: BenchCase },
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  context.setDefaultTimeout(120_000);
  const where = await contender.open(context, address, wanted);
  const page = await context.newPage();
  // Puck asks for a font from elsewhere.
  await page.route(
    (url) => url.host !== new URL(address).host,
    (route) => route.abort(),
  );
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  let bytes = 0;
  page.on('response', (response) => {
    if (response.headers()['content-type'] === 'text/javascript')
      bytes += Number(response.headers()['content-length']);
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const { frame: selector, handle, opened, title } = contender;
  await page.addInitScript(watchPage, { count: wanted.count, frame: selector, handle, opened, title });
  await page.goto(where, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.benchWatch?.allAt !== undefined);
  const frame = await (await page.waitForSelector(selector)).contentFrame();
  return {
    context,
    page,
    frame: frame!,
    devtools,
    scriptBytes: () => bytes,
    complaints,
    quiet: (milliseconds = 400) => quiet(page, milliseconds),
    close: () => context.close(),
  };
}

function quiet(page: Page, milliseconds: number): Promise<number> {
  return page.evaluate(async (least) => {
    const began = performance.now();
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const [start, length] = window.benchWatch.long.at(-1) ?? [0, 0];
      const now = performance.now();
      if (now - Math.max(began, start + length) > least || now - began > 60_000) return start + length;
    }
  }, milliseconds);
}
