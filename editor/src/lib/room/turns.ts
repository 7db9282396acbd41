/** Work that is done one after the other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does the work when all that was given before is done; its failure is its own. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done.catch(() => {});
    return done;
  }

  /** When all that was given so far is done. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
