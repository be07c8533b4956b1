// The help pages of one language, ready to be asked: full text and vectors, joined by reciprocal rank. Used by faq-search.ts.
import MiniSearch from 'minisearch';
import pages from '../../../_shared/help-pages.json' with { type: 'json' };
import { cosine, embed, wordsOf } from '../../../_shared/house/embed.ts';
import { lexicons } from '../../../_shared/house/lexicon/all.ts';
import type { Language } from '../../../_shared/payloads.ts';

export type HelpPage = { id: string; language: string; title: string; route: string; asked: string[]; text: string };
/** `isNamed`: the page holds a word of the question, not only letters like it */
export type Hit = { page: HelpPage; likeness: number; rank: number; isNamed: boolean };

/** Words with which people ask about anything (folded): they tell nothing about what. */
const questionWords: Record<Language, string> = {
  mg: 'ahoana|iza|inona|aiza|nahoana|firy|ve|no|te|tiako|aho|izany|izao|izy|amin|azo|raha|hoe|toy|eo|na|hisy|manao|fomba|tamin|anay|ahy',
  fr: 'comment|quand|quel|quelle|quels|quelles|pourquoi|combien|puis|peut|peux|pouvez|faire|fait|fais|veux|voudrais|mon|ma|mes|je|moi|il|elle|ca|me|se|si|ou|quoi|faut|ai|ete|etre|sans|marche|marchent|fonctionne|aussi|avec',
  en: 'how|when|where|why|which|who|can|could|do|does|did|the|my|me|want|would|like|make|get|i|am|has|if|any',
  ar: 'كيف|ماذا|متي|اين|لماذا|هل|هي|هو|اريد|عن|هذه|كم|لي|يمكن|يمكنني|ستكون|هناك|الذي|التي',
};
const k = 60;
/** a word that the help does not know says most clearly that the help does not have it */
const unknown = 0.15;

function buildIndex(language: Language) {
  const own = (pages as HelpPage[]).filter((page) => page.language === language);
  const stop = new RegExp(`^(?:${lexicons[language].functionWords}|${questionWords[language]})$`, 'u');
  const counts = new Map<string, number>();
  for (const { title, asked, text } of own)
    for (const word of new Set(wordsOf([title, ...asked, text].join(' ')))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weightOf = (word: string) => (stop.test(word) ? 0 : Math.log(1 + own.length / (counts.get(word) ?? unknown)));

  const fullText = new MiniSearch<{ id: string; title: string; asked: string; text: string }>({
    fields: ['title', 'asked', 'text'],
    tokenize: wordsOf,
    processTerm: (word) => (stop.test(word) ? null : word.replace(/^ال(?=\p{L}{2})/u, '')),
    searchOptions: { boost: { title: 2, asked: 2 }, fuzzy: (word) => (word.length > 4 ? 0.2 : 0), prefix: (word) => word.length > 3 },
  });
  fullText.addAll(own.map(({ id, title, asked, text }) => ({ id, title, asked: asked.join('\n'), text })));
  // a question is held to one sentence of the page: a whole page is like every question a little
  const lines = own.map((page) => ({
    page,
    vectors: [page.title, ...page.asked, ...page.text.split(/(?<=[.:;؛])\s/)].map((line) => embed(line, weightOf)),
  }));
  return { weightOf, fullText, lines };
}

const indexes = new Map<Language, ReturnType<typeof buildIndex>>();

/** Pages by likeness to the question, best first. @param screen route of the present screen: its pages get a tenth more */
export function askHelp(question: string, language: Language, screen: string): Hit[] {
  const index = indexes.get(language) ?? buildIndex(language);
  indexes.set(language, index);
  const asked = embed(question, index.weightOf);
  const near = index.lines
    .map(({ page, vectors }) => ({ page, likeness: Math.max(0, ...vectors.map((line) => cosine(asked, line))) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const found = new Map(index.fullText.search(question).map(({ id }, rank) => [String(id), rank]));
  return near
    .map(({ page, likeness }, rank) => {
      const textRank = found.get(page.id);
      const joined = 1 / (k + 1 + rank) + (textRank === undefined ? 0 : 1 / (k + 1 + textRank));
      return { page, likeness, rank: joined * (screen !== '' && page.route === screen ? 1.1 : 1), isNamed: textRank !== undefined };
    })
    .toSorted((a, b) => b.rank - a.rank);
}
