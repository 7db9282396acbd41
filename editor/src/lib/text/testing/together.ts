import type { Page } from 'playwright';

/** Several people at one document, with a line between them that can be cut. */
export interface Together {
  cut(): void;
  /** Joins the line again; what was written apart goes over first. */
  join(): Promise<void>;
  /** As at the beginning: with a line, and nothing under way. */
  reset(): void;
  /** Until nobody has news for anybody. */
  settle(): Promise<void>;
}

export async function connect(...people: readonly Page[]): Promise<Together> {
  let isCut = false;
  let news = 0;
  let beginning = 0;
  let posts: Promise<unknown> = Promise.resolve();

  const deliver = async (to: Page, kind: 'apply' | 'applyAwareness', update: string, since: number) => {
    if (since !== beginning) return;
    try {
      await to.evaluate(([name, news]) => window.person[name](news), [kind, update] as const);
    } catch (error) {
      // A page that is left says goodbye to one that is being left too.
      if (since === beginning) throw error;
    }
  };
  const post = (from: Page, kind: 'apply' | 'applyAwareness', update: string) => {
    if (isCut) return;
    news += 1;
    const since = beginning;
    for (const to of people) {
      if (to !== from) posts = posts.then(() => deliver(to, kind, update, since));
    }
  };
  for (const page of people) {
    await page.exposeFunction('sendUpdate', (update: string) => post(page, 'apply', update));
    await page.exposeFunction('sendAwareness', (update: string) => post(page, 'applyAwareness', update));
  }

  const settle = async () => {
    for (let seen = -1; seen !== news; ) {
      seen = news;
      await posts;
      for (const page of people) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
    }
  };
  return {
    cut: () => {
      isCut = true;
    },
    reset: () => {
      isCut = false;
      beginning += 1;
      posts = Promise.resolve();
    },
    settle,
    async join() {
      isCut = false;
      for (const from of people) {
        for (const to of people) {
          if (from === to) continue;
          const known = await to.evaluate(() => window.person.vector());
          const update = await from.evaluate((since) => window.person.encode(since), known);
          await to.evaluate((missing) => window.person.apply(missing), update);
        }
      }
      await settle();
    },
  };
}
