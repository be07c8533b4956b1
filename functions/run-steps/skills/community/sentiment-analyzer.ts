// Skill sentiment-analyzer: how each message feels and what its writer wants, by lexicons and no model. In community-skills.ts.
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { communityPhrases } from './community-phrases.ts';
import { readIntents } from './intents.ts';
import { readFeeling } from './read-feeling.ts';

type Input = { messages: { id: string; text: string }[] };

export const sentimentAnalyzer: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const messages = input.messages.map(({ id, text }) => {
    const feeling = readFeeling(text);
    return { id, ...feeling, intents: readIntents(text, feeling.mood) };
  });
  const count = (mood: string) => messages.filter((message) => message.mood === mood).length;
  const counts = { count: messages.length, positive: count('positive'), neutral: count('neutral'), negative: count('negative') };
  return { say: sayFrom(communityPhrases, context.run.language, 'analysed', counts), messages };
};
