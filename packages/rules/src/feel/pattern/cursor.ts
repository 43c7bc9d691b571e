/** Reads a pattern character by character; a pattern that is none makes the call null. */
export class Cursor {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#characters = [...text];
  }

  peek(ahead = 0): string | undefined {
    return this.#characters[this.#at + ahead];
  }

  take(): string {
    const character = this.peek();
    if (character === undefined) throw wrong();
    this.#at += 1;
    return character;
  }

  accept(wanted: string): boolean {
    if (this.peek() !== wanted) return false;
    this.#at += 1;
    return true;
  }
}

export class WrongPattern extends Error {}

export function wrong(): WrongPattern {
  return new WrongPattern();
}
