// Asks for the second factor wherever the database wants it: `await secondFactor.ask()` opens the sheet that the layout draws.

class SecondFactor {
  #answer = $state.raw<((proved: boolean) => void) | null>(null);

  get asking(): boolean {
    return this.#answer !== null;
  }

  /** @returns true when the person has proved who they are, false when they gave up */
  ask(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#answer?.(false);
      this.#answer = resolve;
    });
  }

  answer(proved: boolean): void {
    this.#answer?.(proved);
    this.#answer = null;
  }
}

export const secondFactor = new SecondFactor();
