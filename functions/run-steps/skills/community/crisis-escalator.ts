// Skill crisis-escalator: five angry messages within an hour are a crisis. In community-skills.ts.
import { foldedWords } from '../localization/detect-locale.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { topicWords } from '../reputation/topic-words.ts';
import { communityPhrases } from './community-phrases.ts';
import { readFeeling } from './read-feeling.ts';

type Message = { id?: string; author?: string; text?: string; sentiment?: number | null; received_at?: string };
type Input = { messages: Message[]; now: string; usual_an_hour?: number };
type Read = { id: string; author: string; text: string; sentiment: number; at: number };

const hour = 3_600_000;
const negativeBelow = -0.2;

function read({ id = '', author = '', text = '', sentiment, received_at = '' }: Message): Read {
  return { id, author, text, sentiment: sentiment ?? readFeeling(text).sentiment, at: Date.parse(received_at) };
}

/** One text by several accounts is one author. */
function countAuthors(messages: Read[]): { authors: number; organised: boolean } {
  const byText = new Map<string, Set<string>>();
  for (const { text, author, id } of messages) {
    const key = foldedWords(text).join(' ');
    byText.set(key, (byText.get(key) ?? new Set()).add(author || id));
  }
  const copied = [...byText].filter(([key, names]) => names.size > 1 && key.split(' ').length >= 3).map(([key]) => key);
  const names = new Set(
    messages.map(({ text, author, id }) => {
      const key = foldedWords(text).join(' ');
      return copied.includes(key) ? `text:${key}` : `author:${author || id}`;
    }),
  );
  return { authors: names.size, organised: copied.length > 0 };
}

export const crisisEscalator: SkillFunction = ({ context }) => {
  const { messages, now, usual_an_hour } = context.input as Input;
  const end = Date.parse(now);
  const day = messages.map(read).filter(({ at }) => at <= end && at > end - 24 * hour);
  const isNegative = ({ sentiment }: Read) => sentiment < negativeBelow;
  const recent = day.filter((message) => isNegative(message) && message.at > end - hour);
  const earlier = day.filter((message) => isNegative(message) && message.at <= end - hour).length;
  const usual = Math.round((usual_an_hour ?? earlier / 23) * 100) / 100;
  const count = recent.length;
  const level = count >= 5 ? 'crisis' : count >= 3 || (count >= 2 && usual > 0 && count >= 2 * usual) ? 'watch' : 'none';
  const { authors, organised } = countAuthors(recent);
  const { language } = context.run;
  const note = organised ? 'organised' : authors <= 2 ? 'quarrel' : null;
  const values = { count, authors, note: note ? sayFrom(communityPhrases, language, note) : '' };
  return {
    say: sayFrom(communityPhrases, language, level === 'none' ? 'calm' : level, values).trim(),
    level,
    negative_last_hour: count,
    usual_an_hour: usual,
    authors,
    topic: topicWords(
      recent.map(({ text }) => text),
      day.filter((message) => !isNegative(message)).map(({ text }) => text),
      8,
    ),
    examples: recent
      .filter(({ id, text }) => id && text.trim())
      .toSorted((a, b) => a.sentiment - b.sentiment)
      .slice(0, 5)
      .map(({ id, text }) => ({ id, quote: text.trim().slice(0, 300) })),
    offers: level === 'crisis' ? ['unified_response', 'pause_ads', 'apology_post'] : level === 'watch' ? ['unified_response'] : [],
  };
};
