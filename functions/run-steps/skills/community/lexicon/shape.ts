// A lexicon of feeling: words by weight, -3 to +3, folded. One file a language beside this one; read by all.ts.
export type Weight = -3 | -2 | -1 | 1 | 2 | 3;

export type Feeling = {
  words: Partial<Record<`${Weight}`, string>>;
  /** several words that mean one thing, by weight, separated by `|` */
  phrases: Partial<Record<`${Weight}`, string>>;
  /** turn the next three words */
  negations: string;
  /** x 1.5 for the word after them, and before them */
  strengthBefore: string;
  strengthAfter: string;
  /** words of everyday trade that carry no feeling: known, worth nothing */
  everyday: string;
};
