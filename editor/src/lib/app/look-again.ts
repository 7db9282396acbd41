/** Milliseconds after which what others did is looked for. */
const LOOK_AGAIN = 20_000;

/** Calls whenever somebody comes back to the window, and every 20 seconds while it can be seen, until the signal ends it. */
export function lookAgain(load: () => void, signal: AbortSignal): void {
  const look = () => {
    if (document.visibilityState === 'visible') load();
  };
  const timer = setInterval(look, LOOK_AGAIN);
  window.addEventListener('focus', look, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
}
