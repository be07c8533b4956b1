// Skill public-statement of the house model: the owner's own words first, then what is established and how to reach a person; whole, short and spoken. Called by public-relations.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { contactsOf } from '../../contacts.ts';
import { fold, tidy } from '../../fold.ts';
import { phrase } from '../../lexicon/all.ts';
import { capitalise } from '../../grammar/fill.ts';
import { isIn, materialOf } from '../content-writing/material.ts';
import { sentencesOf } from '../material.ts';
import { brandOf, cut, fieldsOf, requestOf } from '../read-input.ts';

type Words = {
  established: string;
  regret: string;
  follow: string;
  from: string;
  unknown: string;
  reach: string;
  questions: Record<'what' | 'who' | 'until' | 'how' | 'why', string>;
  because: Record<'law' | 'health' | 'money' | 'staff' | 'owner', string>;
  say: string;
};

const words: Record<Language, Words> = {
  fr: {
    established: 'Ce qui est établi : {facts}.',
    regret: 'Nous regrettons ce que cela cause à nos clients.',
    follow: 'Ce que nous apprendrons sera dit ici.',
    from: 'Ce message vient de {brand}.',
    unknown: 'Nous ne le savons pas encore ; nous le dirons ici.',
    reach: 'Une personne répond. {contact}',
    questions: {
      what: 'Que s’est-il passé ?',
      who: 'Qui est concerné ?',
      until: 'Jusqu’à quand ?',
      how: 'Que peuvent faire les clients ?',
      why: 'Quelle est la cause ?',
    },
    because: {
      law: 'cela touche au droit',
      health: 'cela touche à la santé',
      money: 'cela engage de l’argent',
      staff: 'cela concerne des personnes de l’équipe',
      owner: 'c’est une promesse faite au nom de la maison',
    },
    say: 'Pesez surtout cette phrase : « {sentence} »',
  },
  mg: {
    established: 'Izao no efa fantatra: {facts}.',
    regret: 'Miala tsiny amin’ny mpanjifa izahay noho izany.',
    follow: 'Ho lazaina eto izay ho fantatray.',
    from: 'Avy amin’ny {brand} ity hafatra ity.',
    unknown: 'Mbola tsy fantatray izany; holazainay eto.',
    reach: 'Misy olona mamaly. {contact}',
    questions: {
      what: 'Inona no nitranga?',
      who: 'Iza no voakasika?',
      until: 'Hatramin’ny oviana?',
      how: 'Inona no azon’ny mpanjifa atao?',
      why: 'Inona no antony?',
    },
    because: {
      law: 'mikasika ny lalàna izany',
      health: 'mikasika ny fahasalamana izany',
      money: 'misy vola tafiditra amin’izany',
      staff: 'mikasika olona ao amin’ny ekipa izany',
      owner: 'fampanantenana amin’ny anaran’ny trano izany',
    },
    say: 'Ity fehezanteny ity no tokony hodinihina: « {sentence} »',
  },
  en: {
    established: 'What is established: {facts}.',
    regret: 'We are sorry for what this causes our customers.',
    follow: 'What we learn will be said here.',
    from: 'This message is from {brand}.',
    unknown: 'We do not know yet; we will say it here.',
    reach: 'A person answers. {contact}',
    questions: {
      what: 'What has happened?',
      who: 'Who is concerned?',
      until: 'Until when?',
      how: 'What can customers do?',
      why: 'What is the cause?',
    },
    because: {
      law: 'it touches the law',
      health: 'it touches health',
      money: 'it is about money',
      staff: 'it concerns people of the team',
      owner: 'it is a promise in the name of the house',
    },
    say: 'Weigh this sentence above all: “{sentence}”',
  },
  ar: {
    established: 'ما هو ثابت: {facts}.',
    regret: 'نعتذر لزبائننا عما يسببه ذلك.',
    follow: 'كل ما نعرفه سنقوله هنا.',
    from: 'هذه الرسالة من {brand}.',
    unknown: 'لا نعرف ذلك بعد، وسنقوله هنا.',
    reach: 'يجيب شخص من الفريق. {contact}',
    questions: {
      what: 'ماذا حدث؟',
      who: 'من المعني بذلك؟',
      until: 'إلى متى؟',
      how: 'ماذا يستطيع الزبائن أن يفعلوا؟',
      why: 'ما هو السبب؟',
    },
    because: {
      law: 'هذا يمس القانون',
      health: 'هذا يمس الصحة',
      money: 'هذا يتعلق بالمال',
      staff: 'هذا يخص أشخاصًا من الفريق',
      owner: 'هذا وعد باسم المحل',
    },
    say: 'أهم جملة يجب أن تزنوها: «{sentence}»',
  },
};

const touches: [keyof Words['because'], RegExp][] = [
  [
    'health',
    phrase(
      'sante|malades?|allerg\\p{L}*|intoxi\\p{L}*|blesse\\p{L}*|medecin|health|ill(?:ness)?|sick|injur\\p{L}*|hot|marary|fahasalamana|naratra|صحة|الصحة|مرض\\p{L}*|حساسية|اصابة',
      'u',
    ),
  ],
  [
    'law',
    phrase(
      'loi|avocat|enquete|police|autorites?|law|lawyer|inquiry|authorit\\p{L}+|recall|rappel\\p{L}*|lalana|polisy|fanadihadiana|قانون|تحقيق|الشرطة|نسحب',
      'u',
    ),
  ],
  ['money', phrase('rembours\\p{L}*|indemni\\p{L}*|refund\\p{L}*|compensat\\p{L}*|money|vola|averina|تعويض|استرداد|نقود', 'u')],
  ['staff', phrase('salaries?|employes?|patron|proprietaire|staff|employees?|owner|mpiasa|tompony|موظف\\p{L}*|المالك', 'u')],
];
const harm = phrase(
  'accident|rappel\\p{L}*|malades?|retard|panne|incendie|recall|ill|delay|outage|fire|loza|fahatarana|marary|may trano|حادث|نسحب|تاخير|حريق|عطل|مرض',
  'u',
);
const cause = phrase('cause|parce que|because|due to|pour travaux|a cause de|antony|satria|noho|بسبب|لان', 'u');
const concerned = phrase('concern\\p{L}*|voakasik\\p{L}*|معني\\p{L}*', 'u');

/** Texts of what is established; short values keep their name. */
function established(facts: unknown): string[] {
  if (typeof facts === 'string') return facts.trim() ? [facts.trim()] : [];
  if (Array.isArray(facts)) return facts.flatMap(established);
  if (typeof facts !== 'object' || facts === null) return [];
  return Object.values(facts).flatMap((value) => (typeof value === 'number' ? [String(value)] : established(value)));
}

export function writeStatement(call: ModelCall) {
  const { language, facts } = call;
  const brand = brandOf(call);
  const said = words[language];
  const request = requestOf(facts).trim();
  const material = materialOf(call);
  const end = (text: string) => (/[.!?؟]$/u.test(text) ? text : `${text}.`);
  // the owner's own sentence is better than ours, when it is one in this language
  const own =
    isIn(request, language) && request.split(/\s+/).length >= 4
      ? sentencesOf(request).map((one) => end(capitalise(one)))
      : [material.main, ...material.extras];
  const [first = '', ...rest] = own.filter(Boolean);
  const known = established(facts.input.facts)
    .filter((fact) => !request.includes(fact))
    .map((fact) => fact.replace(/[.\s]+$/u, ''));
  const factLine =
    known.length > 0
      ? said.established.replace(
          '{facts}',
          known
            .slice(0, 6)
            .join(language === 'ar' ? '؛ ' : ' ; ')
            .replaceAll(' ; ', language === 'fr' ? ' ; ' : '; '),
        )
      : '';
  const contacts = contactsOf(brand, language);
  const contact = contacts.call || contacts.visit || contacts.write;
  const reach = said.reach.replace('{contact}', contact);
  const from = said.from.replace('{brand}', brand.name);
  const folded = fold(tidy([request, ...known].join(' ')));
  const regret = harm.test(folded) ? said.regret : '';
  const body = [[first, ...rest].join(' '), factLine, regret, reach, `${said.follow} ${from}`].filter(Boolean).join('\n\n');
  const answer = (pattern: RegExp) => [...own, ...known].find((sentence) => pattern.test(fold(tidy(sentence))));
  const { main } = material.facts;
  const isClosing = (main?.state === 'closed' || main?.state === 'close') && main.whens.length > 0;
  const named = fieldsOf(facts.input.facts);
  const why = answer(cause) ?? ([named.cause, named.reason].find((one): one is string => typeof one === 'string') || said.unknown);
  const answers: [keyof Words['questions'], string][] = [
    ['what', first],
    ['who', answer(concerned) ?? said.unknown],
    ['until', isClosing ? first : said.unknown],
    ['why', end(why)],
    ['how', contact],
  ];
  const delicate = [...own.filter(Boolean), ...known.map(end)].flatMap((sentence) => {
    const touched = touches.find(([, pattern]) => pattern.test(fold(tidy(sentence))))?.[0];
    return touched ? [{ sentence: cut(sentence, 300), because: said.because[touched] }] : [];
  });
  const sign = delicate.length > 0 ? delicate : [{ sentence: cut(first, 300), because: said.because.owner }];
  return {
    say: cut(said.say.replace('{sentence}', sign[0]?.sentence ?? first), 500),
    headline: cut(first.replace(/[.!]+$/u, ''), 100),
    body: body.slice(0, 2500),
    short_version: cut([first, contact].join(' '), 280),
    spoken_version: cut([first, ...rest, regret, reach].filter(Boolean).join(' '), 700),
    questions: answers.map(([question, text]) => ({ question: said.questions[question], answer: cut(text, 400) })),
    needs_sign_off: sign.slice(0, 8),
    signatory: brand.name,
  };
}
