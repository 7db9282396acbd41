// Runs in the browser before anything else of ours, without React. It finds the islands of a page and wakes each when its
// module said: at once, when the browser is idle, when it comes into view, or at the first touch. What a person does to a
// sleeping island is kept and done again when it is awake.
import { keepTypedFields } from './typed-fields.ts';

/** Fetches what an island needs; the function it resolves with brings the island to life at once. */
export type WakeIsland = (island: HTMLElement) => Promise<() => void>;

/** Anything a person does wakes an island; typing and choosing are not held back, their result is kept with the fields. */
const TOUCHES = ['click', 'submit', 'focusin', 'input', 'change'] as const;
const NEAR = '200px';
const LATEST_IDLE = 2000;

/** Starts watching the page. Islands that arrive later are found by `look`. */
export function watchIslands(wake: WakeIsland, page: Document = document): { look(root: ParentNode): void } {
  const states = new WeakMap<Element, 'asleep' | 'waking' | 'awake'>();
  const kept = new WeakMap<Element, Event[]>();
  /** Whether it was open before it was first clicked. */
  const rendered = new WeakMap<HTMLDetailsElement, boolean>();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const island = target.closest<HTMLElement>('vt-island');
        if (isIntersecting && island) start(island);
      }
    },
    { rootMargin: NEAR },
  );

  for (const type of TOUCHES) page.addEventListener(type, touched, { capture: true });
  look(page);
  return { look };

  function look(root: ParentNode): void {
    for (const island of root.querySelectorAll<HTMLElement>('vt-island')) {
      if (states.has(island)) continue;
      states.set(island, 'asleep');
      const { wake: when } = island.dataset;
      if (when === 'load') start(island);
      else if (when === 'idle') whenIdle(() => start(island));
      // The island itself has no box of its own.
      else if (when === 'visible') for (const child of island.children) seen.observe(child);
    }
  }

  function start(island: HTMLElement): void {
    if (states.get(island) !== 'asleep') return;
    states.set(island, 'waking');
    for (const child of island.children) seen.unobserve(child);
    wake(island).then(
      (comeAlive) => {
        const putBack = keepTypedFields(island, rendered);
        comeAlive();
        states.set(island, 'awake');
        putBack();
        for (const event of kept.get(island) ?? []) again(event);
        kept.delete(island);
        look(island);
      },
      (error: unknown) => {
        // Its forms and links work without it.
        states.set(island, 'awake');
        submitPlainly(kept.get(island) ?? []);
        reportError(error);
      },
    );
  }

  function touched(event: Event): void {
    const { target } = event;
    if (!event.isTrusted || !(target instanceof Element)) return;
    const island = target.closest<HTMLElement>('vt-island');
    const state = island && states.get(island);
    if (!island || !state || state === 'awake' || leavesPage(event)) return;
    const details = event.type === 'click' && closest(event, 'summary')?.parentElement;
    if (details instanceof HTMLDetailsElement && !rendered.has(details)) rendered.set(details, details.open);
    if (isWorthRepeating(event)) {
      const others = (kept.get(island) ?? []).filter(
        (earlier) => earlier.target !== target || earlier.type !== event.type,
      );
      kept.set(island, [...others, event]);
    }
    if (wouldActWithoutIt(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    start(island);
  }
}

function wouldActWithoutIt(event: Event): boolean {
  return event.type === 'submit' || (event.type === 'click' && closest(event, 'button') !== null);
}

// Boxes, lists and what opens have changed already when the click is over; clicking again would change them back.
function isWorthRepeating(event: Event): boolean {
  if (event.type === 'click') return closest(event, 'a, label, input, select, textarea, summary') === null;
  return event.type === 'submit' || event.type === 'focusin';
}

function leavesPage(event: Event): boolean {
  if (event.type !== 'click') return false;
  const { button, metaKey, ctrlKey, shiftKey } = event as MouseEvent;
  return button !== 0 || metaKey || ctrlKey || shiftKey || closest(event, 'a[href]') !== null;
}

function again(event: Event): void {
  const target = event.target as HTMLElement;
  if (!target.isConnected) return;
  if (event.type === 'submit') (target as HTMLFormElement).requestSubmit((event as SubmitEvent).submitter);
  else if (event.type === 'click') (closest(event, 'button') ?? target).click();
  else target.dispatchEvent(new FocusEvent('focusin', event as FocusEvent));
}

function submitPlainly(events: readonly Event[]): void {
  const pressed = events.findLast(wouldActWithoutIt);
  if (!pressed) return;
  if (pressed.type === 'submit') again(pressed);
  else closest(pressed, 'button')?.click();
}

function closest(event: Event, selector: string): HTMLElement | null {
  return (event.target as Element).closest<HTMLElement>(selector);
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: LATEST_IDLE });
  else setTimeout(work, 200);
}
