/** Does something once after a pause, however often it is asked for meanwhile. */
export class Pause {
  readonly #milliseconds: number;
  readonly #work: () => void;
  #timer: NodeJS.Timeout | undefined;
  #due = Number.POSITIVE_INFINITY;

  constructor(milliseconds: number, work: () => void) {
    this.#milliseconds = milliseconds;
    this.#work = work;
  }

  /** One that is under way is never put off, so that steady work does not keep it waiting. */
  start(milliseconds = this.#milliseconds): void {
    const due = Date.now() + milliseconds;
    if (due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.stop();
      this.#work();
    }, milliseconds);
    this.#timer.unref();
  }

  /** @returns whether something was still to be done. */
  stop(): boolean {
    const isUnderWay = this.#timer !== undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due = Number.POSITIVE_INFINITY;
    return isUnderWay;
  }
}
