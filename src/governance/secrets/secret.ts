// A secret in memory: whoever prints, logs, serializes or joins it into a text gets a stand-in.

const STAND_IN = '[secret]';

export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for the one call that needs it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return STAND_IN;
  }

  toJSON(): string {
    return STAND_IN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return STAND_IN;
  }
}
