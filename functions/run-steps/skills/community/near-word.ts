// A name found in a text: folded, whole words, one typing error allowed in long ones. Called by lead-flagger, mention-scanner and competitor-crawler.
import { foldedWords } from '../localization/detect-locale.ts';

/** One letter more, less, other, or two neighbours exchanged. */
export function isOneErrorAway(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

const arabicPrefix = /^(?:وال|بال|فال|كال|لل|ال|[وبلف])(?=\p{Script=Arabic}{2})/u;

function isSameWord(said: string, name: string, errorsFrom: number): boolean {
  if (said === name || said === `${name}s` || said === `${name}x` || said.replace(arabicPrefix, '') === name.replace(arabicPrefix, ''))
    return true;
  return name.length >= errorsFrom && isOneErrorAway(said, name);
}

/** Where `name` begins among the words, or -1. `errorsFrom`: letters from which one typing error is allowed. */
export function findName(words: readonly string[], name: string, errorsFrom: number): number {
  const parts = foldedWords(name);
  if (parts.length === 0) return -1;
  return words.findIndex((_word, at) => parts.every((part, offset) => isSameWord(words[at + offset] ?? '', part, errorsFrom)));
}
