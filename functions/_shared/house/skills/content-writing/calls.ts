// Skill cta-writer of the house model: three to five next steps, each one that this business can answer. Called by skills/content-writing.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { isAbsence } from '../../is-absence.ts';
import { cut } from '../read-input.ts';
import { materialOf, sayable } from './material.ts';

type Act = 'call' | 'visit' | 'book' | 'order' | 'read' | 'write' | 'follow';
type Words = Record<Act, [phrases: string[], reason: string]> & { say: string };

/** Each phrase has one verb; the first that can be said in sixty letters is taken. */
const words: Record<Language, Words> = {
  fr: {
    call: [['<Appelle|Appelez> le {phone}'], 'Le client a tout de suite quelqu’un au téléphone.'],
    visit: [['<Passe|Passez> nous voir {when} {home}', '<Passe|Passez> nous voir {home}'], 'Le client sait où venir.'],
    book: [['<Réserve ta|Réservez votre> place au {phone}'], 'Le client a sa place par un simple appel.'],
    order: [['<Commande|Commandez> au {phone}'], 'Le client commande sans se déplacer.'],
    read: [['<Regarde|Regardez> le détail sur {website}'], 'Le client trouve le détail sur le site.'],
    write: [['<Écris|Écrivez>-nous pour {the_short}', '<Écris|Écrivez>-nous un mot'], 'Le client pose sa question quand il veut.'],
    follow: [['<Suis|Suivez> {brand}', '<Suis|Suivez>-nous'], 'Le client verra la suite dans son fil.'],
    say: 'Je mettrais « {best} » : le client n’a presque rien à faire.',
  },
  mg: {
    call: [['Antsoy ny {phone}'], 'Misy olona mamaly avy hatrany ny mpanjifa.'],
    visit: [['Tongava {when} {home}', 'Tongava {home}'], 'Fantatry ny mpanjifa ny toerana halehany.'],
    book: [["Mamandriha toerana amin'ny {phone}"], "Antso iray dia ampy hahazoan'ny mpanjifa toerana."],
    order: [["Manaova kaomandy amin'ny {phone}"], 'Afaka manao kaomandy tsy mivoaka ny mpanjifa.'],
    read: [["Jereo ny antsipiriany ao amin'ny {website}"], "Hitan'ny mpanjifa ao amin'ny tranonkala ny antsipiriany."],
    write: [['Mandefasa hafatra momba ny {short}', 'Mandefasa hafatra aminay'], 'Afaka manontany amin’ny fotoana tiany ny mpanjifa.'],
    follow: [['Araho ny {brand}', 'Araho izahay'], "Ho hitan'ny mpanjifa ny tohiny."],
    say: "Ny « {best} » no hosafidiko: dingana mora ho an'ny mpanjifa izany.",
  },
  en: {
    call: [['Call {phone}'], 'The customer speaks to a person at once.'],
    visit: [['Come and see us {when} {home}', 'Come and see us {home}'], 'The customer knows where to come.'],
    book: [['Book your place on {phone}'], 'The customer has a place with one call.'],
    order: [['Order on {phone}'], 'The customer orders from where they are.'],
    read: [['See the details on {website}'], 'The customer finds the details on the site.'],
    write: [['Write to us about the {short}', 'Write to us'], 'The customer asks whenever it suits them.'],
    follow: [['Follow {brand}', 'Follow us'], 'The customer will see what comes next.'],
    say: 'I would print “{best}”: it asks very little of the customer.',
  },
  ar: {
    call: [['<اتصل|اتصلوا> على {phone}'], 'يجد الزبون من يجيبه فورًا.'],
    visit: [['<زرنا|زورونا> {when} {home}', '<زرنا|زورونا> {home}'], 'يعرف الزبون أين يأتي.'],
    book: [['<احجز مكانك|احجزوا مكانكم> على {phone}'], 'يحجز الزبون مكانه باتصال واحد.'],
    order: [['<اطلب|اطلبوا> على {phone}'], 'يطلب الزبون من مكانه.'],
    read: [['<شاهد|شاهدوا> التفاصيل في {website}'], 'يجد الزبون التفاصيل في الموقع.'],
    write: [['<راسلنا|راسلونا> بخصوص {short}', '<راسلنا|راسلونا>'], 'يسأل الزبون متى شاء.'],
    follow: [['<تابع|تابعوا> {brand}', '<تابعنا|تابعونا>'], 'يرى الزبون ما سيأتي بعد ذلك.'],
    say: 'أختار «{best}»: إنها خطوة سهلة على الزبون.',
  },
};

const needs: Record<Act, 'phone' | 'place' | 'website' | 'none'> = {
  call: 'phone',
  book: 'phone',
  order: 'phone',
  visit: 'place',
  read: 'website',
  write: 'none',
  follow: 'none',
};

export function writeCalls(call: ModelCall) {
  const material = materialOf(call);
  const { facts, brand, familiar, language } = material;
  const said = words[language];
  // a closed door invites nobody, and a place is booked for what happens at an hour
  const order: Act[] = isAbsence(facts)
    ? ['call', 'write', 'follow', 'read']
    : facts.kind === 'event'
      ? ['book', 'visit', 'write', 'read', 'follow']
      : facts.kind === 'hours' || facts.kind === 'backstage'
        ? ['visit', 'call', 'write', 'read', 'follow']
        : ['order', 'visit', 'call', 'write', 'read', 'follow'];
  const slots = { ...material.words, website: brand.website.replace(/^https?:\/\/(?:www\.)?|\/$/g, '') };
  const options = order.flatMap((act) => {
    const [phrases, reason] = said[act];
    const text = sayable(phrases, slots, familiar).find((line) => line.length <= 60);
    return text ? [{ text, act, needs: needs[act], reason }] : [];
  });
  // ordering and calling are one number: one of them is enough
  const distinct = options.filter(({ act }) => act !== 'call' || !options.some((one) => one.act === 'order'));
  const offered = (distinct.length >= 3 ? distinct : options).slice(0, 5);
  const more = offered.length < 3 ? extra(said, material.words, familiar, offered) : [];
  return { options: [...offered, ...more], best: 0, say: material.say(said.say, { best: cut(offered[0]?.text ?? '', 60) }) };
}

/** A brand with neither number nor place can still be written to, followed and asked about. */
function extra(said: Words, slots: Record<string, string>, familiar: boolean, offered: { text: string }[]) {
  return sayable(said.write[0].toReversed(), slots, familiar)
    .filter((text) => text.length <= 60 && !offered.some((one) => one.text === text))
    .map((text) => ({ text, act: 'write' as const, needs: 'none' as const, reason: said.write[1] }));
}
