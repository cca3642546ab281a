// Lets one through at a time, in the order of arrival.

export class Turnstile {
  #last: Promise<void> = Promise.resolve();

  /** Waits for everyone before; the returned function lets the next one in. */
  async enter(): Promise<() => void> {
    const before = this.#last;
    let leave = (): void => undefined;
    this.#last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }

  /** Runs the work alone. */
  async alone<R>(work: () => Promise<R>): Promise<R> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }
}
