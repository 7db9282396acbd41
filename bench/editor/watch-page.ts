/** What the bench asks of a page while it measures; made by `watchPage` in the page's own window, before its scripts. */
export interface PageWatch {
  /** Start and length of each long task so far, in milliseconds. */
  readonly long: [start: number, length: number][];
  /** Milliseconds between frames, while `isCounting`. */
  readonly frames: number[];
  isCounting: boolean;
  /** When every module was on the page and it could be worked on. */
  allAt: number | undefined;
  /** Compressed kilobytes of scripts it took until then. */
  firstEditKB: number;
  canvas(): Window & typeof globalThis;
  /** Modules on the page, in order. */
  order(): string;
  renders(): number;
  input(): HTMLInputElement | undefined;
  /** Milliseconds from an event until it is so and painted, by name. */
  readonly times: Record<string, number[]>;
  /** Notes under `name` how long it takes from an event, wherever it arrives, until it is so and painted. @returns ends it. */
  time(name: string, event: string, isSo: (event: Event) => () => boolean): () => void;
}

declare global {
  interface Window {
    benchWatch: PageWatch;
    benchOrder?: string;
  }
}

/** Runs in each window of a page before anything else. Must not use anything from outside of it. */
export function watchPage({
  count,
  frame,
  handle,
  opened,
  title,
}: {
  readonly count: number;
  readonly frame: string;
  readonly handle: string | undefined;
  readonly opened: string | undefined;
  readonly title: string;
}): void {
  if (window.top !== window) return;
  const long: [number, number][] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) long.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });

  const canvas = () =>
    (document.querySelector<HTMLIFrameElement>(frame)?.contentWindow ?? window) as Window & typeof globalThis;
  const modules = () => [...(canvas().document?.querySelectorAll('[data-bench]') ?? [])];
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      });
    });
  const watch: PageWatch = {
    long,
    frames: [],
    isCounting: false,
    allAt: undefined,
    firstEditKB: 0,
    canvas,
    order: () =>
      window.benchOrder ??
      modules()
        .map((each) => each.getAttribute('data-bench'))
        .join(' '),
    renders: () => canvas().benchRenders ?? window.benchRenders ?? 0,
    // Puck has its panel twice, once hidden: the one a person can see.
    input: () =>
      [...document.querySelectorAll<HTMLInputElement>(title)].find(
        ({ offsetParent }) => offsetParent !== null,
      ),
    times: {},
    time(name, type, isSoAfter) {
      watch.times[name] ??= [];
      const times = watch.times[name];
      const listen = (event: Event) => {
        const began = performance.now();
        const isSo = isSoAfter(event);
        const look = () => {
          if (isSo()) void painted().then((at) => times.push(at - began));
          else if (performance.now() - began < 20_000) requestAnimationFrame(look);
        };
        look();
      };
      const documents = [...new Set([document, canvas().document])];
      for (const each of documents) each.addEventListener(type, listen, true);
      return () => {
        for (const each of documents) each.removeEventListener(type, listen, true);
      };
    },
  };
  const isReady = () =>
    modules().length >= count &&
    (handle === undefined || handle in canvas()) &&
    (opened === undefined || document.querySelector(opened) !== null);
  const scriptKB = () => {
    const entries = [window, canvas()].flatMap((each) => each.performance.getEntriesByType('resource'));
    const sizes = new Map(
      (entries as PerformanceResourceTiming[])
        .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd > 0)
        .map(({ name, encodedBodySize }) => [name, encodedBodySize]),
    );
    return [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000;
  };
  let before = 0;
  const tick = () => {
    const now = performance.now();
    if (watch.isCounting) watch.frames.push(now - before);
    before = now;
    if (watch.allAt === undefined && document.body && isReady()) {
      watch.allAt = now;
      watch.firstEditKB = scriptKB();
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  window.benchWatch = watch;
}
