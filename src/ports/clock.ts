/** Time and chance, the two things that a decision must not fetch for itself. */
export interface Clock {
  /** The wall clock, ms since the epoch. May jump in both directions. */
  now(): number;
  /**
   * Ms that only ever grow, from an arbitrary start; compared with `now` it shows a moved clock.
   */
  elapsed(): number;
  /**
   * Calls once, `ms` from now or a little later, never for longer than a minute ahead. Returns how
   * to call it off.
   */
  after(ms: number, call: () => void): () => void;
  /**
   * Calls twice a minute until called off, however the wall clock is moved meanwhile. A late call is
   * made, too.
   */
  everyTick(call: () => void): () => void;
  /** Resolves when everything else that is ready has had its turn; no time passes. */
  turn(): Promise<void>;
}

export interface Random {
  /** An id that was never given out before: 12 characters, lower case letters and digits. */
  newId(): string;
  /** A whole number, 0 ≤ n < `below`, that cannot be guessed. */
  below(below: number): number;
  /** Always the same for the same text, which cannot be found from it by trying; takes some ms. */
  fingerprint(text: string): string;
}
