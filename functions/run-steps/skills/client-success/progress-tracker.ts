// Skill progress-tracker: how far a new house has come, and the next small step. Pure; listed in client-success-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { daysSince } from '../local-time.ts';
import { type Phrases, sayFrom } from '../say.ts';
import { sayPercent, sayTime } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';

type Facts = {
  brand_dna: 'none' | 'proposed' | 'confirmed';
  posts_approved: number;
  posts_published: number;
  accounts_connected: number;
  members: number;
  push_on: boolean;
  page_visited: boolean;
  leads: number;
};
type Input = { facts: Facts; signed_up_at: string; now: string; language: Language; last_mark_at?: string };
type MarkKey = keyof typeof marks;

/** Points in percent, minutes it takes, the mark that has to be there first. */
const marks = {
  dna_proposed: { points: 10, minutes: 2, route: '/brand', after: null, isDone: (facts: Facts) => facts.brand_dna !== 'none' },
  dna_confirmed: {
    points: 20,
    minutes: 4,
    route: '/brand',
    after: 'dna_proposed',
    isDone: (facts: Facts) => facts.brand_dna === 'confirmed',
  },
  first_approved: { points: 20, minutes: 5, route: '/new', after: 'dna_confirmed', isDone: (facts: Facts) => facts.posts_approved > 0 },
  first_published: {
    points: 15,
    minutes: 5,
    route: '/decide',
    after: 'first_approved',
    isDone: (facts: Facts) => facts.posts_published > 0,
  },
  push_on: { points: 10, minutes: 3, route: '/settings', after: 'first_approved', isDone: (facts: Facts) => facts.push_on },
  page_visited: { points: 5, minutes: 1, route: '/all', after: 'dna_confirmed', isDone: (facts: Facts) => facts.page_visited },
  account_connected: {
    points: 10,
    minutes: 10,
    route: '/settings',
    after: 'first_approved',
    isDone: (facts: Facts) => facts.accounts_connected > 0,
  },
  lead_or_member: {
    points: 10,
    minutes: 5,
    route: '/leads',
    after: 'page_visited',
    isDone: (facts: Facts) => facts.leads > 0 || facts.members > 1,
  },
} as const;

const keys = Object.keys(marks) as MarkKey[];
const watchedDays = 14;
const stuckAfter = 3;

export const progressTracker: SkillFunction = ({ context }) => {
  const { facts, signed_up_at, now, language, last_mark_at } = context.input as Input;
  const done = keys.filter((key) => marks[key].isDone(facts));
  const percent = done.reduce((sum, key) => sum + marks[key].points, 0);
  const isOpen = (key: MarkKey) => !done.includes(key) && (marks[key].after === null || done.includes(marks[key].after));
  const [best] = keys.filter(isOpen).toSorted((a, b) => marks[b].points / marks[b].minutes - marks[a].points / marks[a].minutes);
  const days = daysSince(signed_up_at, now);
  // without the time of the last mark only a house that has none is known to stand still
  const since = last_mark_at ?? (done.length === 0 ? signed_up_at : now);
  const next = best
    ? { key: best, text: sayFrom(nextSteps, language, best), route: marks[best].route, minutes: marks[best].minutes }
    : null;
  const values = {
    percent: sayPercent(percent, language),
    next: next?.text ?? '',
    minutes: sayTime(next?.minutes ?? 0, 'minute', language),
  };
  return {
    say: sayFrom(phrases, language, next ? 'going' : 'complete', values),
    percent,
    done,
    next,
    stuck: percent < 100 && days <= watchedDays && daysSince(since, now) >= stuckAfter,
    days,
  };
};

const phrases = {
  going: {
    mg: 'Vita {percent} ny fametrahana. Manaraka ({minutes} eo ho eo): {next}',
    fr: 'L’installation est faite à {percent}. Ensuite ({minutes} environ) : {next}',
    en: 'The set-up is {percent} done. Next (about {minutes}): {next}',
    ar: 'اكتمل الإعداد بنسبة {percent}. التالي ({minutes} تقريبًا): {next}',
  },
  complete: {
    mg: 'Vita tanteraka ny fametrahana. Arahaba!',
    fr: 'Tout est en place. Bravo !',
    en: 'Everything is in place. Well done!',
    ar: 'كل شيء جاهز. أحسنتم!',
  },
} satisfies Phrases;

const nextSteps = {
  dna_proposed: {
    mg: 'Omeo ny adiresin’ny tranokalanareo, na valio ny fanontaniana vitsivitsy momba ny marika.',
    fr: 'Donnez l’adresse de votre site, ou répondez à quelques questions sur votre marque.',
    en: 'Give the address of your site, or answer a few questions about your brand.',
    ar: 'أعطوا عنوان موقعكم أو أجيبوا عن بضعة أسئلة عن علامتكم.',
  },
  dna_confirmed: {
    mg: 'Vakio sy ahitsio ny karatry ny marika, dia tehirizo.',
    fr: 'Relisez votre carte de marque, corrigez-la et enregistrez.',
    en: 'Read your brand card, correct it and save it.',
    ar: 'راجعوا بطاقة علامتكم وصححوها واحفظوها.',
  },
  first_approved: {
    mg: 'Mangataha lahatsoratra amin’ny fehezanteny iray, dia ekeo rehefa vonona.',
    fr: 'Demandez un post en une phrase, puis approuvez-le.',
    en: 'Ask for a post in one sentence, then approve it.',
    ar: 'اطلبوا منشورًا في جملة واحدة ثم وافقوا عليه.',
  },
  first_published: {
    mg: 'Avoahy ny lahatsoratra efa nekenareo.',
    fr: 'Publiez le post que vous avez approuvé.',
    en: 'Publish the post that you have approved.',
    ar: 'انشروا المنشور الذي وافقتم عليه.',
  },
  push_on: {
    mg: 'Alefaso ny filazana amin’ny finday mba hahafantarana haingana izay miandry.',
    fr: 'Activez les notifications du téléphone pour savoir ce qui vous attend.',
    en: 'Switch on the phone’s notices, so that you know what is waiting.',
    ar: 'فعّلوا إشعارات الهاتف لتعرفوا ما ينتظركم.',
  },
  page_visited: {
    mg: 'Tsidiho ny pejinareo ho an’ny besinimaro ary zarao ny adiresiny.',
    fr: 'Ouvrez votre page publique et partagez son adresse.',
    en: 'Open your public page and share its address.',
    ar: 'افتحوا صفحتكم العامة وشاركوا عنوانها.',
  },
  account_connected: {
    mg: 'Ampifandraiso ny kaonty iray ampiasainareo.',
    fr: 'Reliez un compte que vous utilisez déjà.',
    en: 'Connect an account that you use already.',
    ar: 'اربطوا حسابًا تستعملونه من قبل.',
  },
  lead_or_member: {
    mg: 'Zarao ny pejinareo mba hisy hanoratra, na manasà mpiara-miasa.',
    fr: 'Partagez votre page pour recevoir un premier message, ou invitez un collègue.',
    en: 'Share your page to get a first message, or invite a colleague.',
    ar: 'شاركوا صفحتكم لتصلكم أول رسالة أو ادعوا زميلًا.',
  },
} satisfies Record<MarkKey, Phrases[string]>;
