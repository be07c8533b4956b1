// Skill persona-memory: who the presenter is and what they have told, so that they never contradict themselves. In influencer-skills.ts.
import { sayFrom } from '../say.ts';
import { SkillError, type SkillFunction } from '../skill.ts';
import { disclosures, influencerPhrases } from './influencer-phrases.ts';
import { contradicts, likeness } from './same-attribute.ts';

type Told = { fact: string; told_at: string; source: string; confidence?: number };
type Persona = {
  id?: string;
  name?: string;
  bio?: string;
  voice?: string;
  tags?: string[];
  pillars?: string[];
  boundaries?: string[];
  is_fictional?: boolean;
  disclosure?: string;
};
type Input = {
  persona_id: string;
  act: 'read' | 'remember';
  topic?: string;
  facts?: { fact: string; source: string }[];
  now: string;
  persona?: Persona;
  told?: Told[];
};

const most = 20;
/** A published piece said it; only a person is surer. */
const publishedConfidence = 0.9;

const words = (list: string[] | undefined, count: number, length: number): string[] =>
  (list ?? [])
    .map((text) => text.trim().slice(0, length))
    .filter(Boolean)
    .slice(0, count);

const newestFirst = (a: Told, b: Told) => Date.parse(b.told_at) - Date.parse(a.told_at);

/** Nearest to the topic; without one the newest. */
function recall(told: Told[], topic: string): Told[] {
  const near = (fact: Told) => (topic.trim() ? Math.round(likeness(topic, fact.fact) * 20) : 0);
  return told.toSorted((a, b) => near(b) - near(a) || newestFirst(a, b)).slice(0, most);
}

/** Facts that fit what was told, and those that do not, each with what it contradicts. */
function sort(facts: { fact: string; source: string }[], told: Told[], now: string) {
  const kept: Told[] = [];
  const refused: { fact: string; contradicts: string }[] = [];
  for (const { fact, source } of facts) {
    const against = [...told, ...kept].find((before) => contradicts(fact, before.fact));
    if (against) refused.push({ fact, contradicts: against.fact.slice(0, 240) });
    else if (![...told, ...kept].some((before) => before.fact === fact))
      kept.push({ fact, source, told_at: now, confidence: publishedConfidence });
  }
  return { kept, refused };
}

/** @throws SkillError input_missing {field: persona} when the tenant has no such presenter */
export const personaMemory: SkillFunction = ({ context }) => {
  const { persona_id, act, topic = '', facts = [], now, persona, told = [] } = context.input as Input;
  if (!persona?.name?.trim()) throw new SkillError('input_missing', { field: 'persona' }, false);
  const { language } = context.run;
  const { kept, refused } = act === 'remember' ? sort(facts, told, now) : { kept: [], refused: [] };
  const recalled = act === 'remember' ? [...kept, ...told.toSorted(newestFirst)].slice(0, most) : recall(told, topic);
  const name = persona.name.trim().slice(0, 80);
  const count = act === 'remember' ? kept.length : recalled.length;
  return {
    say: sayFrom(influencerPhrases, language, act === 'remember' ? 'remembered' : 'recalled', { count, name, refused: refused.length }),
    persona: {
      id: persona_id,
      name,
      bio: (persona.bio ?? '').slice(0, 600),
      voice: (persona.voice ?? '').slice(0, 400),
      tags: words(persona.tags, 10, 40),
      pillars: words(persona.pillars, 6, 80),
      boundaries: words(persona.boundaries, 12, 160),
      is_fictional: persona.is_fictional ?? true,
      // it is on every piece and cannot be emptied
      disclosure: persona.disclosure?.trim().slice(0, 160) || disclosures[language],
    },
    facts: recalled.map(({ fact, told_at, source, confidence = publishedConfidence }) => ({
      fact: fact.slice(0, 240),
      told_at,
      source: source.slice(0, 120),
      confidence,
    })),
    refused,
  };
};
