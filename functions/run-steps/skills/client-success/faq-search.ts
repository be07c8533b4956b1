// Skill faq-search: the passages of the help that answer a question. Pure; listed in client-success-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { type Phrases, sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { askHelp } from './help-index.ts';

type Input = { question: string; language: Language; screen: string; limit?: number };

const leastLikeness = 0.35;
const usualLimit = 3;
const round = (value: number) => Math.min(1, Number(value.toFixed(4)));

export const faqSearch: SkillFunction = ({ context }) => {
  const { question, language, screen, limit = usualLimit } = context.input as Input;
  for (const tried of new Set<Language>([language, 'fr', 'en'])) {
    const passages = askHelp(question, tried, screen)
      .filter(({ likeness, isNamed }) => isNamed && likeness >= leastLikeness)
      .slice(0, limit)
      .map(({ page: { id, title, text, route }, likeness }) => ({ id, title, text, route, language: tried, likeness: round(likeness) }));
    const [first] = passages;
    if (!first) continue;
    const say = sayFrom(phrases, language, tried === language ? 'found' : 'found_elsewhere', {
      title: first.title,
      language: names[language][tried],
    });
    return { say, passages, found: true };
  }
  return { say: sayFrom(phrases, language, 'nothing'), passages: [], found: false };
};

const names: Record<Language, Record<Language, string>> = {
  mg: { mg: 'malagasy', fr: 'frantsay', en: 'anglisy', ar: 'arabo' },
  fr: { mg: 'malgache', fr: 'français', en: 'anglais', ar: 'arabe' },
  en: { mg: 'Malagasy', fr: 'French', en: 'English', ar: 'Arabic' },
  ar: { mg: 'الملغاشية', fr: 'الفرنسية', en: 'الإنجليزية', ar: 'العربية' },
};

const phrases = {
  found: {
    mg: 'Hitako ao amin’ny fanampiana ny valiny: « {title} ».',
    fr: 'J’ai trouvé la réponse dans l’aide : « {title} ».',
    en: 'I have found the answer in the help: “{title}”.',
    ar: 'وجدت الجواب في المساعدة: «{title}».',
  },
  found_elsewhere: {
    mg: 'Amin’ny teny {language} ihany no ahitana izany ao amin’ny fanampiana: « {title} ».',
    fr: 'L’aide n’en parle qu’en {language} : « {title} ».',
    en: 'The help has this in {language} only: “{title}”.',
    ar: 'المساعدة تذكر ذلك باللغة {language} فقط: «{title}».',
  },
  nothing: {
    mg: 'Tsy hitako ao amin’ny fanampiana izany. Aleo olona no hamaly anao toy izay haminavina aho.',
    fr: 'Je ne trouve rien là-dessus dans l’aide. Mieux vaut demander à une personne que d’inventer.',
    en: 'I find nothing about this in the help. It is better to ask a person than to guess.',
    ar: 'لا أجد شيئًا عن هذا في المساعدة. الأفضل سؤال شخص بدل التخمين.',
  },
} satisfies Phrases;
