// French sentences of the house model. Used by grammar/all.ts.
import type { Day, Part, Relative } from '../lexicon/shape.ts';
import type { Clock, When } from '../when.ts';
import type { Grammar, Slots } from './shape.ts';

const days: Record<Day, string> = {
  monday: 'lundi',
  tuesday: 'mardi',
  wednesday: 'mercredi',
  thursday: 'jeudi',
  friday: 'vendredi',
  saturday: 'samedi',
  sunday: 'dimanche',
  weekend: 'week-end',
};
const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const parts: Record<Part, string> = { morning: 'matin', noon: 'midi', afternoon: 'après-midi', evening: 'soir' };
const relatives: Record<Relative, string> = {
  today: "aujourd'hui",
  tomorrow: 'demain',
  tonight: 'ce soir',
  yesterday: 'hier',
  last_evening: 'hier soir',
  this_week: 'cette semaine',
};

const clock = ({ hour, minute }: Clock) => `${hour}\u00a0h${minute ? `\u00a0${String(minute).padStart(2, '0')}` : ''}`;
const list = (words: string[]) => (words.length > 1 ? `${words.slice(0, -1).join(', ')} et ${words.at(-1)}` : (words[0] ?? ''));
const monthDay = (day: number) => (day === 1 ? '1er' : String(day));

function sayDate({ days: named = [], through, every, habitual, part, relative, date, dateTo, bound }: When): string {
  const name = named[0];
  const after = part ? ` ${parts[part]}` : '';
  if (date && dateTo) {
    const start = date.month === dateTo.month ? monthDay(date.day) : `${monthDay(date.day)} ${months[date.month - 1]}`;
    return `du ${start} au ${monthDay(dateTo.day)} ${months[dateTo.month - 1]}`;
  }
  if (date && name === 'weekend') return `le week-end du ${monthDay(date.day)} ${months[date.month - 1]}`;
  if (date) {
    const full = `${name ? `${days[name]} ` : ''}${monthDay(date.day)} ${months[date.month - 1]}${date.year ? ` ${date.year}` : ''}`;
    if (bound === 'until') return `jusqu'au ${full}`;
    if (bound === 'before') return `avant le ${full}`;
    if (bound === 'from') return `dès le ${full}`;
    return name ? full : `le ${full}`;
  }
  if (name && through) return `du ${days[name]} au ${days[through]}`;
  if (name === 'weekend') return every || habitual ? 'le week-end' : 'ce week-end';
  if (name && every) return `tous les ${list(named.map((day) => `${days[day]}s`))}${after}`;
  if (name) {
    const said = list(named.map((day) => (habitual ? `le ${days[day]}` : days[day]))) + after;
    return bound === 'until' ? `jusqu'à ${said}` : bound === 'before' ? `avant ${said}` : bound === 'from' ? `dès ${said}` : said;
  }
  if (every) return part ? `tous les ${parts[part]}s` : 'tous les jours';
  return relative ? relatives[relative] : '';
}

function sayHours({ hours }: When): string {
  const from = hours?.from ? clock(hours.from) : '';
  const to = hours?.to ? clock(hours.to) : '';
  if (hours?.bound === 'range') return `de ${from} à ${to}`;
  if (hours?.bound === 'until') return `jusqu'à ${to}`;
  if (!from) return '';
  return hours?.bound === 'from' ? `dès ${from}` : `à ${from}`;
}

/** The word of trade that opens a name decides its preposition: `au Salon`, `à l'Atelier`, `à la Villa`; any other name takes `chez`. */
const trades: [preposition: string, names: RegExp][] = [
  ['', /^(?:(?:chez|aux?|à la) |à l['’])/iu],
  ['à', /^la (?:maison|villa|table|ferme|boutique|cave)\b/iu],
  ['au', /^(?:salon|garage|restaurant|café|bar|studio|cabinet|centre|snack|bistrot?|spa|kiosque)\b/iu],
  ['à la', /^(?:villa|maison|boutique|boulangerie|pâtisserie|pharmacie|librairie|pizzeria|ferme|clinique|quincaillerie)(?![\p{L}])/iu],
  ["à l'", /^(?:atelier|auberge|agence|école|épicerie|espace|institut|hôtel|imprimerie)(?![\p{L}])/iu],
];

function sayBrand(name: string): Slots {
  const preposition = trades.find(([, names]) => names.test(name))?.[0] ?? 'chez';
  if (!preposition) return { brand: name, at_brand: name.charAt(0).toLowerCase() + name.slice(1) };
  return { brand: name, at_brand: `${preposition}${preposition.endsWith("'") ? '' : ' '}${name}` };
}

export const fr: Grammar = {
  sayBrand,
  and: ' et ',
  sayWhen: (when) => [sayDate(when), sayHours(when)].filter(Boolean).join(' '),
  sayDay: ({ days: named = [], through, bound, every }) =>
    named.length === 1 && !through && !bound && !every && named[0] && named[0] !== 'weekend' ? days[named[0]] : '',
  sayPercent: (value) => `−${String(value).replace('.', ',')}\u00a0%`,
  sayDeal: ({ percent, upTo, amount, from, was, unit }) => {
    const bare = [amount, unit].filter(Boolean).join(' ');
    const rest = was ? ` au lieu de ${was}` : '';
    const price = amount ? `${from ? 'à partir de' : 'à'} ${bare}${rest}` : '';
    const off = percent ? (upTo ? `jusqu'à ${percent}` : `à ${percent}`) : '';
    const aside = percent ? ` (${upTo ? off : percent})` : '';
    return {
      percent: percent ? (upTo ? `jusqu'à ${percent}` : percent) : '',
      price,
      deal: price ? `${price}${aside}` : off,
      amount: amount ? `${from ? 'à partir de ' : ''}${bare}${rest}${aside}` : upTo ? off : percent,
    };
  },
  sayAt: (place) => (!place ? '' : /[\d,]/.test(place) ? `(${place})` : `à ${place}`),
  sayWhat: (text, article) => ({
    what: article + text,
    bare: text,
    of_what: /^[aeiouyàâéèêëîïôùûœh]/iu.test(text) ? `d'${text}` : `de ${text}`,
    the_what: /^(?:tou(?:te?s?|s)|chaque|nos|notre) /iu.test(text)
      ? text
      : article
        ? article + text
        : /^[\p{L}-]+[sx](?:\s|$)/u.test(text) && !/^(?:repas|tapis|bus|cours|jus|riz|noix|prix|ananas|couscous)(?:\s|$)/i.test(text)
          ? `les ${text}`
          : '',
  }),
  phrases: {
    hooks: {
      offer: {
        lively: ['Psst, il y a quelque chose pour <toi|vous> ! 🎉', '<Tu vas|Vous allez> aimer ce qui suit ! 🎉'],
        warm: ['Bonne nouvelle pour <toi|vous> !', 'Une petite attention, ça fait toujours plaisir !'],
        sober: ['Bonjour, voici une offre à noter.', 'Bonne nouvelle à noter.'],
        formal: ['Chers clients, nous avons le plaisir de <te|vous> présenter notre offre.'],
      },
      novelty: {
        lively: ['Roulement de tambour ! 🥁', 'Surprise, surprise ! 🤩'],
        warm: ['On avait hâte de <te|vous> le montrer !', 'Une belle surprise pour <toi|vous> !'],
        sober: ['Bonjour, nous avions hâte de <te|vous> en parler.', 'Bonne nouvelle pour <toi|vous>.'],
        formal: ['Chers clients, nous avons le plaisir de <te|vous> présenter ce qui suit.'],
      },
      event: {
        lively: ['Ça va être un beau moment ! 🎉', '<Prépare-toi|Préparez-vous>, ça va bouger ! 🎉'],
        warm: ['Une invitation, rien que pour <toi|vous> !', 'On a une belle invitation pour <toi|vous> !'],
        sober: ['Bonjour, voici une date à retenir.', 'Bonjour, une invitation <t’attend|vous attend>.'],
        formal: ['Chers clients, nous avons le plaisir de <t’inviter|vous inviter>.'],
      },
      hours: {
        lively: ['Petit mot pratique avant de venir ! ⏰', '<Note|Notez> bien nos heures ! ⏰'],
        warm: ['Un petit mot pour bien préparer <ta|votre> visite !', 'Bonjour à tous, voici nos heures !'],
        sober: ['Bonjour, voici nos heures.', 'Bonjour, une information pratique pour <ta|votre> visite.'],
        formal: ['Chers clients, voici nos heures pour préparer <ta|votre> visite.'],
      },
      backstage: {
        lively: ["<Tu veux|Vous voulez> voir l'envers du décor ? 👀", 'Chut, on <t’ouvre|vous ouvre> la porte ! 👀'],
        warm: ["On <te|vous> montre ce qui ne se voit pas d'habitude !", '<Entre|Entrez>, on <t’ouvre|vous ouvre> la porte !'],
        sober: ['Bonjour, voici un instant de notre quotidien.', 'Bonjour, on <te|vous> montre notre travail de plus près.'],
        formal: ["Chers clients, nous avons le plaisir de <te|vous> montrer l'envers du décor."],
      },
      news: {
        lively: ['<Regarde|Regardez> un peu ! 📣', '<Tu as|Vous avez> deux secondes ? 📣'],
        warm: ['Un petit mot pour <toi|vous> !', 'On voulait <te|vous> le dire !'],
        sober: ['Bonjour, un petit mot de notre part.', 'Bonjour, voici ce que nous voulions <te|vous> dire.'],
        formal: ['Chers clients, nous avons le plaisir de <t’écrire|vous écrire>.'],
      },
    },
    feasts: {
      christmas: 'Joyeux Noël à <toi|vous> et à <tes|vos> proches',
      new_year: 'Bonne année[ {year}] à <toi|vous> et à <tes|vos> proches',
      easter: 'Joyeuses Pâques à <toi|vous> et à <tes|vos> proches',
      ramadan: 'Bon ramadan à <toi|vous> et à <tes|vos> proches',
      eid: 'Aïd moubarak à <toi|vous> et à <tes|vos> proches',
      national_day: 'Bonne fête nationale à <toi|vous> et à <tes|vos> proches',
    },
    formalFeast: 'Chers clients, {greeting}.',
    mains: {
      offer: [
        '[{when}, ]{percent} sur {the_what} {at_brand}[ {at}].',
        '[{when}, ]<on te propose|nous vous proposons> {the_what} {deal} {at_brand}[ {at}].',
        '{What} {deal} {at_brand}[ {at}][, {when}].',
        '[{when}, ]{percent} {at_brand}[ {at}].',
        '{at_brand}[ {at}] : {what}[, {when}].',
        'Rendez-vous {at_brand}[ {at}][, {when}][, {deal}].',
      ],
      novelty: [
        'Nouveau {at_brand} : {what}[ {deal}][, {when}][, {at}].',
        'La nouveauté {at_brand}[ {at}] : {what}[ {deal}][, {when}].',
        '{at_brand}[ {at}], <tu trouves|vous trouvez> désormais {the_what}[ {deal}][, {when}].',
        'Du nouveau {at_brand}[, {when}][, {at}].',
      ],
      event: [
        "[{when}, ]{brand} <t'invite|vous invite> : {what}[, {at}][, {deal}].",
        '[{when}, ]au programme {at_brand} : {what}[, {at}][, {deal}].',
        "{brand} <t'invite|vous invite>[, {when}][, {at}].",
      ],
      hours: ['{at_brand}[ {at}] : {what}[ {deal}][, {when}].', '{at_brand}[ {at}][, {when}].'],
      backstage: [
        '[{when}, ]en coulisses {at_brand}[ {at}] : {what}.',
        "Ce qu'on voit rarement {at_brand}[, {when}][, {at}] : {what}.",
        'Bienvenue dans les coulisses, {at_brand}[, {when}].',
      ],
      feast: [
        "Pour l'occasion, {percent} sur {the_what} {at_brand}[ {at}][, {when}].",
        "Pour l'occasion, {at_brand}[ {at}] : {what}[ {deal}][, {when}].",
        "Pour l'occasion, {at_brand}[ {at}][, {when}][ : {deal}].",
      ],
      news: [
        '{at_brand}[ {at}] : {what}[ {deal}][, {when}].',
        '[{when}, ]{at_brand}[ {at}] : {what}[ {deal}].',
        '{at_brand}[ {at}][, {when}][, {deal}].',
      ],
    },
    wishes: '{at_brand}, toute notre équipe pense à <toi|vous>.',
    states: {
      open: '<on est ouvert|nous sommes ouverts>[ {when}][ {at}]',
      closed: '<on est fermé|nous sommes fermés>[ {when}][ {at}]',
      close: '<on ferme|nous fermons>[ {when}][ {at}]',
      reopen: '<on rouvre|nous rouvrons>[ {when}][ {at}]',
    },
    atHome: '{at_brand}, {state}.',
    extras: {
      priced: ['{What} : {amount}[, {when}][, {at}].', '[{when}, ]{amount}[, {at}].'],
      timed: ['{What} {when}[ {at}].', 'Et {when}[ {at}].'],
      backstage: ['Le détail qui compte : {what}[ {at}].'],
      other: ['Et aussi : {what}[ {at}].'],
    },
    rest: {
      percent: 'Remise : {percent}.',
      price: 'Prix : {amount}.',
      was: 'Prix habituel : {was}.',
      when: "C'est {when}.",
      place: 'Lieu : {place}.',
    },
    phone: '<Appelle-nous|Appelez-nous> au {phone}.',
    closings: {
      lively: [
        "<Viens|Venez> nous voir[ {home}], on <t'attend|vous attend> ! 🎉",
        '<Passe|Passez> nous voir[ {home}] et <ramène tes|ramenez vos> amis ! 🙌',
      ],
      warm: [
        "<Passe|Passez> nous voir[ {home}], on <t'attend|vous attend>.",
        '<Viens|Venez> nous voir[ {home}], <ta|votre> visite nous fera plaisir.',
      ],
      sober: [
        "<On t'attend|Nous vous attendons>[ {home}].",
        '<Tu es toujours bienvenu, passe nous voir|Passez nous voir, vous êtes les bienvenus>[ {home}].',
      ],
      formal: ["Nous aurons le plaisir de <t'accueillir|vous accueillir>[ {home}]."],
    },
    absent: 'Merci de <ta|votre> compréhension, et à bientôt[ {home}] !',
    headlines: {
      offer: ['{What} du {day}', '{What} {short}', '{What}', '{percent} {at_brand}', '{brand}'],
      novelty: ['Nouveau : {what}', 'Du nouveau {at_brand}'],
      event: ['{What}', '{brand} <t’invite|vous invite>'],
      hours: ['Fermé {closed}', 'Nos heures'],
      backstage: ['{What}', 'En coulisses', 'En coulisses {at_brand}'],
      feast: ['{greeting} : {bare}', '{greeting}'],
      news: ['{What}'],
    },
  },
};
