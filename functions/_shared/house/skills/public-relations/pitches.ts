// Skill media-outreach of the house model: one short letter an outlet, with the reason why its readers care; none where there is none. Called by public-relations.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { fold, tidy } from '../../fold.ts';
import { fill } from '../../grammar/fill.ts';
import { languages } from '../../../payloads.ts';
import { sentencesOf, textAt } from '../material.ts';
import { brandOf, cut, fieldsOf, rowsOf } from '../read-input.ts';

type Medium = 'radio' | 'paper' | 'page' | 'television' | 'other';
type Words = {
  hello: string;
  why: Record<Medium, string>;
  covers: string;
  offer: Record<Medium, string>;
  reach: string;
  end: string;
  skipped: string;
  advert: string;
  say: string;
};

const media: [Medium, RegExp][] = [
  ['radio', /radio|fm|onja|اذاعة|راديو/u],
  ['television', /tele(?:vision)?|tv|fahitalavitra|تلفز|قناة/u],
  ['page', /page|facebook|instagram|blog|pejy|صفحة|مدونة/u],
  ['paper', /journal|gazette|gazety|express|tribune|midi|news|paper|magazine|quotidien|جريدة|صحيفة|مجلة/u],
];

const words: Record<Language, Words> = {
  fr: {
    hello: 'Bonjour {outlet},',
    why: {
      radio: 'Vos auditeurs peuvent l’entendre en une minute.',
      paper: 'Vos lecteurs y trouvent un fait, un lieu et une date à vérifier.',
      page: 'Vos abonnés peuvent le voir en une image.',
      television: 'Vos spectateurs peuvent le voir en quelques images.',
      other: 'Votre public est concerné par ce qui se passe près de lui.',
    },
    covers: 'Vous suivez {covers} : c’est de cela qu’il s’agit.',
    offer: {
      radio: 'Nous pouvons en parler de vive voix.',
      paper: 'Nous pouvons confirmer chaque chiffre.',
      page: 'Nous pouvons vous recevoir pour une photo.',
      television: 'Nous pouvons vous recevoir pour filmer.',
      other: 'Nous pouvons répondre à vos questions.',
    },
    reach: 'Pour vérifier ou poser une question : {contact}.',
    end: 'Merci de votre attention,\n{brand}',
    skipped: 'Ce média suit {covers} : cette nouvelle n’y a pas sa place, mieux vaut ne pas écrire.',
    advert: 'Pour cette rédaction c’est une publicité et non une nouvelle : mieux vaut ne pas écrire.',
    say: 'J’ai préparé {count} lettre(s), chacune pour ses lecteurs ; rien ne part sans votre accord.',
  },
  mg: {
    hello: 'Miarahaba an’i {outlet},',
    why: {
      radio: 'Azon’ny mpihaino henoina ao anatin’ny iray minitra izany.',
      paper: 'Misy zava-misy, toerana ary daty azon’ny mpamaky hamarinina.',
      page: 'Azon’ny mpanaraka jerena amin’ny sary iray izany.',
      television: 'Azon’ny mpijery jerena amin’ny sary vitsivitsy izany.',
      other: 'Voakasik’izay mitranga akaikiny ny mpanaraka anareo.',
    },
    covers: 'Manaraka ny {covers} ianareo: izany no resahina eto.',
    offer: {
      radio: 'Afaka miteny mivantana momba izany izahay.',
      paper: 'Afaka manamarina ny isa tsirairay izahay.',
      page: 'Afaka mandray anareo haka sary izahay.',
      television: 'Afaka mandray anareo haka sary mihetsika izahay.',
      other: 'Afaka mamaly ny fanontanianareo izahay.',
    },
    reach: 'Raha hanamarina na hanontany: {contact}.',
    end: 'Misaotra anareo,\n{brand}',
    skipped: 'Ny {covers} no arahin’io haino aman-jery io: tsy ho azy ity vaovao ity, ka aleo tsy manoratra.',
    advert: 'Dokambarotra izany ho an’ity gazety ity fa tsy vaovao: aleo tsy manoratra.',
    say: 'Taratasy {count} no nomaniko, samy ho an’ny mpamakiny; tsy misy mandeha raha tsy ekenareo.',
  },
  en: {
    hello: 'Hello {outlet},',
    why: {
      radio: 'Your listeners can hear it in a minute.',
      paper: 'Your readers find a fact, a place and a date that can be checked.',
      page: 'Your followers can see it in a picture.',
      television: 'Your viewers can see it in a few pictures.',
      other: 'Your public is concerned by what happens near them.',
    },
    covers: 'You follow {covers}, and this is about it.',
    offer: {
      radio: 'We can talk about it in our own voice.',
      paper: 'We can confirm each figure.',
      page: 'We can receive you for a picture.',
      television: 'We can receive you to film.',
      other: 'We can answer your questions.',
    },
    reach: 'To check or to ask: {contact}.',
    end: 'Thank you for reading,\n{brand}',
    skipped: 'This outlet follows {covers}: the news is none for it, and it is better not to write.',
    advert: 'For this desk it is an advertisement and not news: it is better not to write.',
    say: 'I prepared {count} letter(s), each for its readers; nothing goes out without you.',
  },
  ar: {
    hello: 'مرحبًا {outlet}،',
    why: {
      radio: 'يمكن لمستمعيكم أن يسمعوه في دقيقة.',
      paper: 'يجد قراؤكم حقيقة ومكانًا وموعدًا يمكن التحقق منها.',
      page: 'يمكن لمتابعيكم أن يروه في صورة.',
      television: 'يمكن لمشاهديكم أن يروه في بضع صور.',
      other: 'يهم جمهوركم ما يحدث بالقرب منه.',
    },
    covers: 'أنتم تتابعون {covers}، والخبر عن ذلك.',
    offer: {
      radio: 'يمكننا أن نتحدث عنه بصوتنا.',
      paper: 'يمكننا تأكيد كل رقم.',
      page: 'يمكننا استقبالكم لالتقاط صورة.',
      television: 'يمكننا استقبالكم للتصوير.',
      other: 'يمكننا الإجابة عن أسئلتكم.',
    },
    reach: 'للتحقق أو للسؤال: {contact}.',
    end: 'شكرًا لاهتمامكم،\n{brand}',
    skipped: 'تتابع هذه الوسيلة {covers}، وهذا الخبر ليس لها، فالأفضل ألا نكتب.',
    advert: 'هذا إعلان في نظر هذه الجريدة وليس خبرًا، فالأفضل ألا نكتب.',
    say: 'أعددت {count} من الرسائل، كل واحدة لقرائها، ولا يخرج شيء بدون موافقتكم.',
  },
};

const stems = (text: string): string[] => (fold(tidy(text)).match(/[\p{L}]{4,}/gu) ?? []).map((word) => word.slice(0, 5));
/** Words of what an outlet follows that fit any local news. */
const broad =
  /local|quartier|ville|economie|commerce|business|region|general|actualite|vie|community|news|town|vaovao|tanana|toekarena|محلي|المدينة|اقتصاد|اخبار|عام/u;

export function writePitches(call: ModelCall) {
  const brand = brandOf(call);
  const release = fieldsOf(call.facts.input.release);
  const headline = textAt(release, 'headline') || brand.name;
  const lead = sentencesOf(textAt(release, 'body'))[0] ?? textAt(release, 'subline');
  const contact = textAt(release, 'contact') || [brand.name, brand.phone].filter(Boolean).join(' · ');
  const about = stems([headline, lead, textAt(release, 'about'), brand.audience, ...brand.services.map(({ name }) => name)].join(' '));
  const isWeak = release.news_value === 'weak';
  const pitches = rowsOf(call.facts.input.contacts)
    .slice(0, 12)
    .map((row) => pitch(row, { brand, headline, lead, contact, about, isWeak, language: call.language }));
  const written = pitches.filter(({ send }) => send === 'now');
  return {
    say: words[call.language].say.replace('{count}', String(written.length)),
    pitches,
    order: [...new Set(written.map(({ outlet }) => outlet))].slice(0, 12),
    follow_up_days: 4,
  };
}

type News = { brand: BrandDna; headline: string; lead: string; contact: string; about: string[]; isWeak: boolean; language: Language };

function pitch(row: Record<string, unknown>, { brand, headline, lead, contact, about, isWeak, language }: News) {
  const outlet = cut(textAt(row, 'outlet', 'name', 'media') || 'Media', 120);
  const covers = textAt(row, 'covers', 'topics', 'readers', 'public');
  const spoken = languages.find((one) => one === row.language) ?? language;
  const said = words[spoken];
  const medium = media.find(([, pattern]) => pattern.test(fold(tidy([textAt(row, 'kind', 'type'), outlet].join(' ')))))?.[0] ?? 'other';
  const fits = !covers || broad.test(fold(tidy(covers))) || stems(covers).some((stem) => about.includes(stem));
  // a page prints an offer, a desk does not
  const isAdvert = isWeak && (medium === 'paper' || medium === 'television');
  const put = (phrase: string) => fill(phrase, { outlet, covers, contact, brand: brand.name }, false) ?? '';
  const why = put(covers && fits ? said.covers : said.why[medium]);
  const body = [put(said.hello), [lead, why, put(said.offer[medium])].filter(Boolean).join(' '), put(said.reach), put(said.end)].join(
    '\n\n',
  );
  return {
    outlet,
    subject: cut(headline, 80),
    body: limit(body, 1200),
    why_them: cut(!fits ? put(words[language].skipped) : isAdvert ? words[language].advert : why, 200),
    send: fits && !isAdvert ? 'now' : 'not',
  };
}

/** Paragraphs stay. */
const limit = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
