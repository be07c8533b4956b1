// Words that some texts share and others do not. Called by crisis-escalator and sentiment-trend.
import { languages } from '../../../_shared/payloads.ts';
import { isFeelingWord } from '../community/lexicon/all.ts';
import { functionWords } from '../localization/function-words.ts';
import { foldedWords } from '../localization/detect-locale.ts';

const isSmall = (word: string) => languages.some((language) => functionWords[language].has(word));

/** Words with a matter: no small words, no feeling, no figures; Arabic without its article; each once a text. */
export function contentWords(text: string): Set<string> {
  return new Set(
    foldedWords(text)
      .map((word) => word.replace(/^(?:وال|بال|فال|لل|ال)(?=\p{Script=Arabic}{3})/u, ''))
      .filter((word) => word.length > 2 && word.length <= 60 && /\p{L}/u.test(word) && !isSmall(word) && !isFeelingWord(word)),
  );
}

const countIn = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** Dunning's log-likelihood of `a` of `all` here against `b` of `rest` there. */
function logLikelihood(a: number, all: number, b: number, rest: number): number {
  const share = (a + b) / (all + rest);
  const part = (found: number, total: number) => (found === 0 ? 0 : found * Math.log(found / (total * share)));
  return 2 * (part(a, all) + part(b, rest));
}

/** Words of at least three of `texts`, more common there than in `others` (log-likelihood above 3.84, p < 0.05), strongest first. */
export function topicWords(texts: readonly string[], others: readonly string[], most: number): string[] {
  const [here, there] = [countIn(texts), countIn(others)];
  return [...here]
    .filter(([, count]) => count >= 3)
    .map(([word, count]) => {
      const elsewhere = there.get(word) ?? 0;
      const isMore = others.length === 0 || count / texts.length > elsewhere / others.length;
      return {
        word,
        count,
        weight: others.length === 0 ? count : isMore ? logLikelihood(count, texts.length, elsewhere, others.length) : 0,
      };
    })
    .filter(({ weight }) => others.length === 0 || weight > 3.84)
    .toSorted((a, b) => b.weight - a.weight || b.count - a.count || a.word.localeCompare(b.word))
    .slice(0, most)
    .map(({ word }) => word);
}
