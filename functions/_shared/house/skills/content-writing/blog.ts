// Skill blog-articles of the house model: one question of a customer, answered first and then in sections that hold only what is known. Called by skills/content-writing.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { capitalise } from '../../grammar/fill.ts';
import { fold } from '../../fold.ts';
import { withoutEmoji } from '../../write-post.ts';
import { cut, textsOf } from '../read-input.ts';
import { fit, materialOf, paragraphs, sayable, type Material } from './material.ts';

type Words = {
  question: string[];
  answer: string;
  headings: { know: string; prices: string; come: string; ask: string };
  know: string[];
  prices: string;
  come: string[];
  ask: string[];
  meta: string;
  say: string;
};

const words: Record<Language, Words> = {
  fr: {
    question: ['Que faut-il savoir sur {the_short} {at_brand} ?', 'Que faut-il savoir avant de venir {at_brand} ?'],
    answer: 'La réponse courte d’abord, le détail ensuite.',
    headings: {
      know: 'Ce qu’il faut savoir',
      prices: 'Ce que cela coûte {at_brand}',
      come: 'Comment venir ou nous joindre',
      ask: 'Trois questions à se poser avant',
    },
    know: [
      'Le moment : {when}. Un rappel dans le téléphone évite de l’oublier.',
      'Le prix annoncé : {cost}. C’est celui que <tu paieras|vous paierez>, sans calcul à faire.',
      'La remise : {off}, sur le prix habituel.',
      'Le lieu : {place}. C’est là que nous travaillons et que nous recevons.',
    ],
    prices: 'Voici la liste, ligne par ligne, avec les prix que nous affichons.',
    come: [
      '{where} {hours}',
      '{call} Une question posée avant de venir fait gagner du temps à tout le monde.',
      '{write} Nous lisons chaque message.',
    ],
    ask: [
      '**Pour combien de personnes ?** Le dire en arrivant ou au téléphone nous permet de préparer la bonne quantité.',
      '**Pour quel moment ?** Un jour et une heure suffisent ; si cela change, un message suffit aussi.',
      '**Y a-t-il une chose à éviter ?** Une allergie, une matière, une couleur : mieux vaut le dire avant qu’après.',
    ],
    meta: '{What} {at_brand} : le moment, le prix et comment nous joindre.',
    say: 'J’ai choisi la question « {question} » parce que c’est celle que l’on pose au comptoir.',
  },
  mg: {
    question: [
      'Inona no tokony ho fantatra momba ny {short} {at_brand}?',
      'Inona no tokony ho fantatra alohan’ny hahatongavana {at_brand}?',
    ],
    answer: 'Ny valiny fohy aloha, ny antsipiriany avy eo.',
    headings: {
      know: 'Izay tokony ho fantatra',
      prices: 'Ny vidiny {at_brand}',
      come: 'Ny fomba hahatongavana na hifandraisana',
      ask: 'Fanontaniana telo alohan’ny hahatongavana',
    },
    know: [
      "Ny fotoana: {when}. Soraty ao amin'ny finday mba tsy ho hadino.",
      'Ny vidiny voalaza: {cost}. Izay no <haloanao|haloanareo>, tsy misy kajy hatao.',
      'Ny fihenam-bidy: {off}, raha oharina amin’ny vidiny mahazatra.',
      'Ny toerana: {place}. Eny no iasanay sy andraisanay olona.',
    ],
    prices: "Ity ny lisitra, andalana iray isaky ny zavatra, miaraka amin'ny vidiny.",
    come: [
      '{where} {hours}',
      '{call} Ny fanontaniana apetraka mialoha dia mamonjy fotoana ho an’ny rehetra.',
      '{write} Vakinay ny hafatra rehetra.',
    ],
    ask: [
      '**Ho an’ny olona firy?** Lazao rehefa tonga na amin’ny antso mba hanomananay izay ampy.',
      '**Rahoviana?** Ampy ny andro sy ny ora; raha miova izany dia ampy koa ny hafatra iray.',
      '**Misy zavatra tokony halavirina ve?** Na sakafo tsy zaka, na akora, na loko: aleo lazaina mialoha.',
    ],
    meta: '{What} {at_brand}: ny fotoana, ny vidiny ary ny fomba hifandraisana.',
    say: 'Ny fanontaniana « {question} » no nofidiko satria io no apetraky ny mpanjifa rehefa tonga.',
  },
  en: {
    question: ['What should I know about the {short} {at_brand}?', 'What should I know before I come to {brand}?'],
    answer: 'The short answer first, the details below.',
    headings: {
      know: 'What to know',
      prices: 'What it costs {at_brand}',
      come: 'How to come or reach us',
      ask: 'Three questions to ask yourself first',
    },
    know: [
      'The moment: {when}. A reminder in your telephone keeps you from forgetting it.',
      'The price we announce: {cost}. That is what you pay, with no sums to do.',
      'The discount: {off}, on the usual price.',
      'The place: {place}. This is where we work and where we welcome people.',
    ],
    prices: 'Here is the list, line by line, with the prices we show.',
    come: ['{where} {hours}', '{call} A question before you come saves time for everyone.', '{write} We read each message.'],
    ask: [
      '**For how many people?** If you tell us when you arrive or on the telephone, we can prepare the right amount.',
      '**For which moment?** A day and an hour will do; if that changes, a message will do as well.',
      '**Is there anything to avoid?** An allergy, a material, a colour: it is better to say so before than after.',
    ],
    meta: '{What} {at_brand}: the moment, the price and how to reach us.',
    say: 'I chose the question “{question}” because it is the one people ask at the counter.',
  },
  ar: {
    question: ['ماذا يجب أن أعرف عن {short} {at_brand}؟', 'ماذا يجب أن أعرف قبل القدوم إلى {brand}؟'],
    answer: 'الجواب القصير أولًا، ثم التفاصيل.',
    headings: { know: 'ما يجب معرفته', prices: 'الأسعار {at_brand}', come: 'كيف تصلون إلينا', ask: 'ثلاثة أسئلة قبل القدوم' },
    know: [
      'الموعد: {when}. تذكير في الهاتف يكفي حتى لا يُنسى.',
      'السعر المعلن: {cost}. هذا ما تدفعونه دون أي حساب.',
      'الخصم: {off} من السعر المعتاد.',
      'المكان: {place}. هنا نعمل وهنا نستقبل الناس.',
    ],
    prices: 'هذه هي القائمة سطرًا بعد سطر مع الأسعار المعلنة.',
    come: ['{where} {hours}', '{call} سؤال قبل القدوم يوفر الوقت على الجميع.', '{write} نقرأ كل رسالة.'],
    ask: [
      '**لكم شخصًا؟** إذا أخبرتمونا عند الوصول أو بالهاتف حضّرنا الكمية المناسبة، فلا يزيد شيء ولا ينقص.',
      '**لأي موعد؟** يكفي يوم وساعة، وإذا تغيّر شيء فرسالة واحدة تكفي أيضًا حتى نرتب الأمر من جديد.',
      '**هل هناك ما يجب تجنبه؟** حساسية أو مادة أو لون: قولوا ذلك قبل الموعد لا بعده، فهكذا نجد معًا ما يناسبكم دون عجلة.',
    ],
    meta: '{What} {at_brand}: الموعد والسعر وطريقة التواصل.',
    say: 'اخترت السؤال «{question}» لأنه ما يسأله الزبون أمامنا.',
  },
};

export function writeArticle(call: ModelCall) {
  const material = materialOf(call);
  const { main, extras, headlines, contacts, brand, say, familiar, slots, facts } = material;
  const said = words[call.language];
  const given = {
    ...material.words,
    where: contacts.where,
    call: contacts.call,
    write: contacts.write,
    hours: contacts.hours,
    the_short: material.words.the_short || material.words.short || '',
  };
  const question = fit(sayable(said.question, given, familiar), 160);
  const [keyword = ''] = textsOf(call.facts.input.keywords);
  const headline = fit([...(keyword ? [`${capitalise(keyword)}: ${headlines[0] ?? ''}`] : []), ...headlines], 70);
  const known = sayable(
    said.know,
    { ...given, when: slots.when ?? '', ...(facts.main?.price ? { cost: slots.amount ?? '' } : { off: slots.percent ?? '' }) },
    familiar,
  );
  const prices = brand.services.filter(({ price }) => price).map(({ name, price }) => `- ${capitalise(name)}: ${price}`);
  const section = (heading: string, ...parts: string[]) =>
    parts.some(Boolean) ? [`## ${say(heading, given)}`, ...parts].join('\n\n') : '';
  return {
    headline,
    meta_description: fit(sayable([said.meta], material.words, familiar).concat(main), 160),
    slug: slugOf(`${brand.name} ${headlines[0] ?? ''}`),
    body: paragraphs(
      [main, ...extras, said.answer],
      section(said.headings.know, ...known),
      prices.length > 0 ? section(said.headings.prices, said.prices, prices.join('\n')) : '',
      section(
        said.headings.come,
        ...sayable(said.come, { ...given, hours: contacts.hours || ' ' }, familiar).map((line) => line.replace(/\s+/g, ' ').trim()),
      ),
      section(said.headings.ask, said.ask.join('\n\n')),
      withoutEmoji(material.closing),
    ).replace(/\n\n(- )/g, '\n\n$1'),
    question,
    call_to_action: contacts[contacts.first],
    facts_used: factsOf(material),
    say: say(said.say, { question }),
  };
}

/** Each fact as it stands in the article. */
const factsOf = ({ slots, brand, words: given, facts }: Material): string[] =>
  [
    slots.what,
    slots.amount,
    slots.when,
    given.place,
    given.phone,
    brand.opening_hours,
    ...facts.extras.map(({ text }) => text),
    ...brand.services.filter(({ price }) => price).map(({ name, price }) => `${name}: ${price}`),
  ]
    .filter((fact): fact is string => Boolean(fact))
    .map((fact) => cut(fact, 200))
    .slice(0, 20);

/** Arabic letters as people write them in Latin ones, for an address. */
const latin: Record<string, string> = Object.fromEntries(
  'ا a,أ a,إ i,آ a,ب b,ت t,ث th,ج j,ح h,خ kh,د d,ذ dh,ر r,ز z,س s,ش sh,ص s,ض d,ط t,ظ z,ع a,غ gh,ف f,ق q,ك k,ل l,م m,ن n,ه h,و w,ي y,ى a,ة a,ئ y,ؤ w,ء '
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

const slugOf = (title: string): string =>
  fold(title.replace(/\p{Script=Arabic}/gu, (letter) => latin[letter] ?? ''))
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 70)
    .replace(/^-+|-+$/g, '') || 'article';
