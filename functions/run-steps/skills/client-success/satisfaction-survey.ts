// Skill satisfaction-survey: one question now and then, added up honestly. Pure; listed in client-success-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { daysSince } from '../local-time.ts';
import { type Phrases, sayFrom } from '../say.ts';
import { sayNumber } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';

type Answer = { score: number; comment: string; at: string };
type Input = {
  act: 'due' | 'read';
  last_asked_at: string | null;
  signed_up_at: string;
  now: string;
  open_crisis: boolean;
  answers: Answer[];
  language: Language;
};

const firstAfter = 30;
const againAfter = 90;
const leastAnswers = 20;
const mostComments = 50;

const isDue = ({ last_asked_at, signed_up_at, now, open_crisis }: Input): boolean =>
  !open_crisis && daysSince(signed_up_at, now) >= firstAfter && (last_asked_at === null || daysSince(last_asked_at, now) >= againAfter);

/** Half width of the 95 % interval of the score, in points. */
const marginOf = (promoters: number, detractors: number, count: number): number => {
  const [p, d] = [promoters / count, detractors / count];
  return 1.96 * Math.sqrt((p + d - (p - d) ** 2) / count) * 100;
};

export const satisfactionSurvey: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const { act, answers, language } = input;
  const count = answers.length;
  const promoters = answers.filter(({ score }) => score >= 9).length;
  const detractors = answers.filter(({ score }) => score <= 6).length;
  const isEnough = count >= leastAnswers;
  const nps = isEnough ? Math.round(((promoters - detractors) / count) * 100) : null;
  const margin = isEnough ? Number(marginOf(promoters, detractors, count).toFixed(1)) : null;
  const ask = act === 'due' && isDue(input) ? question(language) : null;
  const phrase = act === 'due' ? (ask ? 'asking' : 'not_now') : nps === null ? 'too_few' : 'result';
  return {
    say: sayFrom(phrases, language, phrase, {
      count: sayNumber(count, language),
      nps: sayNumber(nps ?? 0, language),
      margin: sayNumber(margin ?? 0, language),
      detractors: sayNumber(detractors, language),
    }),
    act,
    ask,
    nps,
    count,
    promoters,
    passives: count - promoters - detractors,
    detractors,
    margin,
    comments: answers
      .filter(({ comment }) => comment.trim() !== '')
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
      .slice(0, mostComments)
      .map(({ comment }) => comment.trim()),
  };
};

const question = (language: Language) => ({
  question: sayFrom(phrases, language, 'question'),
  low: sayFrom(phrases, language, 'low'),
  high: sayFrom(phrases, language, 'high'),
  follow_up: sayFrom(phrases, language, 'follow_up'),
});

const phrases = {
  question: {
    mg: 'Amin’ny 0 ka hatramin’ny 10, hatraiza ny mety hanorohanareo an’i Nexio amin’ny olona manana orinasa toy ny anareo?',
    fr: 'Sur 10, quelle est la probabilité que vous recommandiez Nexio à quelqu’un qui a une entreprise comme la vôtre ?',
    en: 'How likely are you to recommend Nexio to someone with a business like yours?',
    ar: 'من 0 إلى 10، ما مدى احتمال أن توصوا بـ Nexio لمن لديه مؤسسة مثل مؤسستكم؟',
  },
  low: { mg: 'Tsy hanoro mihitsy', fr: 'Pas du tout', en: 'Not at all likely', ar: 'غير محتمل إطلاقًا' },
  high: { mg: 'Hanoro tokoa', fr: 'Certainement', en: 'Extremely likely', ar: 'محتمل جدًا' },
  follow_up: {
    mg: 'Inona no antony? (Tsy voatery valiana.)',
    fr: 'Pourquoi cette note ? (Facultatif.)',
    en: 'Why this figure? (You may leave it out.)',
    ar: 'لماذا هذه الدرجة؟ (اختياري)',
  },
  asking: {
    mg: 'Fanontaniana iray monja no hapetraka: azo lavina, ary tsy haverina ao anatin’ny 90 andro.',
    fr: 'Je pose une seule question ; « pas maintenant » est respecté pendant 90 jours.',
    en: 'I ask one question only; “not now” is respected for 90 days.',
    ar: 'أطرح سؤالًا واحدًا فقط، و«ليس الآن» تُحترم 90 يومًا.',
  },
  not_now: {
    mg: 'Tsy fotoana hanontaniana izao.',
    fr: 'Ce n’est pas le moment de poser la question.',
    en: 'This is not the time to ask.',
    ar: 'ليس هذا وقت السؤال.',
  },
  too_few: {
    mg: 'Valiny {count} monja: mila 20 farafahakeliny vao misy naoty azo itokiana.',
    fr: '{count} réponses seulement : il en faut 20 pour donner une note honnête.',
    en: 'Only {count} answers: 20 are needed for an honest score.',
    ar: 'عدد الإجابات {count} فقط: يلزم 20 لإعطاء نتيجة صادقة.',
  },
  result: {
    mg: 'Naoty {nps} (± {margin}) avy amin’ny valiny {count}. Tsy afa-po: {detractors}; olona no hamaly azy ireo ao anatin’ny andro fiasana iray.',
    fr: 'Score {nps} (± {margin}) sur {count} réponses. Mécontents : {detractors} ; une personne leur répond dans la journée de travail.',
    en: 'Score {nps} (± {margin}) from {count} answers. Unhappy: {detractors}; a person answers them within a working day.',
    ar: 'النتيجة {nps} (± {margin}) من {count} إجابة. غير راضين: {detractors}؛ يجيبهم شخص خلال يوم عمل.',
  },
} satisfies Phrases;
