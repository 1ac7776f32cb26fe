/** What is said to those who listen to the page: a pick at once, a result when typing rests. */

const REST_MS = 1000;

export class Announcer {
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #message = '';

  /** @param changed is called when there is something new to say. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get message(): string {
    return this.#message;
  }

  say(message: string): void {
    this.#message = message;
    this.#changed();
  }

  /** Says it when nothing newer comes within a second. */
  sayWhenQuiet(message: string): void {
    this.silence();
    this.#timer = setTimeout(() => this.say(message), REST_MS);
  }

  /** Forgets what is waiting. */
  silence(): void {
    clearTimeout(this.#timer);
  }
}
