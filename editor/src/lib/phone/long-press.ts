/** Milliseconds a finger rests on something before it holds it. */
const HOLD = 420;
/** Pixels a resting finger may tremble; one that moves further scrolls. */
const TREMBLE = 10;

interface Finger {
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Tells a finger that rests, and so takes hold of what is under it, from one that taps or scrolls. One finger at a time. */
export class LongPress {
  #finger: Finger | undefined;

  /** A finger was put down; `hold` is called when it rests. */
  begin({ clientX: x, clientY: y }: { clientX: number; clientY: number }, hold: () => void): void {
    this.end();
    const timer = setTimeout(() => {
      this.#finger = undefined;
      // Where there is no motor, nothing happens.
      navigator.vibrate?.(10);
      hold();
    }, HOLD);
    this.#finger = { x, y, timer };
  }

  /** The finger moved. @returns whether it still rests. */
  isResting({ clientX, clientY }: { clientX: number; clientY: number }): boolean {
    const finger = this.#finger;
    if (!finger) return false;
    if (Math.hypot(clientX - finger.x, clientY - finger.y) <= TREMBLE) return true;
    this.end();
    return false;
  }

  /** It was lifted, or something else is meant. @returns whether it was resting until now. */
  end(): boolean {
    const finger = this.#finger;
    if (finger) clearTimeout(finger.timer);
    this.#finger = undefined;
    return finger !== undefined;
  }
}

/** While something is held by a finger, the page under it stands still. @returns takes it back. */
export function keepStill(target: Window | Document, isHeld: () => boolean): () => void {
  const still = (event: Event) => {
    if (isHeld() && event.cancelable) event.preventDefault();
  };
  target.addEventListener('touchmove', still, { passive: false });
  target.addEventListener('contextmenu', still);
  return () => {
    target.removeEventListener('touchmove', still);
    target.removeEventListener('contextmenu', still);
  };
}
