// What the anomaly detector says. Used by anomaly-detector.ts.
import type { Phrases } from '../say.ts';

export const anomalyPhrases = {
  because: {
    mg: '{figure}: {value} tamin’ny {day}, {percent} raha oharina amin’ny {expected} mahazatra (salan’isa 30 andro).',
    fr: '{figure} : {value} le {day}, soit {percent} par rapport aux {expected} habituels (moyenne de 30 jours).',
    en: '{figure}: {value} on {day}, {percent} against the usual {expected} (30-day mean).',
    ar: '{figure}: {value} يوم {day}، أي {percent} مقارنة بالمعتاد {expected} (متوسط 30 يومًا).',
  },
  because_in_a_row: {
    mg: '{figure}: {value} tamin’ny {day}, {percent} raha oharina amin’ny {expected} mahazatra. Andro nifanesy: {days}.',
    fr: '{figure} : {value} le {day}, soit {percent} par rapport aux {expected} habituels. Jours de suite : {days}.',
    en: '{figure}: {value} on {day}, {percent} against the usual {expected}. Days in a row: {days}.',
    ar: '{figure}: {value} يوم {day}، أي {percent} مقارنة بالمعتاد {expected}. أيام متتالية: {days}.',
  },
  found: {
    mg: 'Misy tarehimarika lavitra ny mahazatra: {list}. Jereo ny antony alohan’ny hanovana zavatra.',
    fr: 'Des chiffres sortent de l’ordinaire : {list}. Cherchons pourquoi avant de changer quoi que ce soit.',
    en: 'Some figures are far from the usual: {list}. Let us look for the cause before we change anything.',
    ar: 'بعض الأرقام بعيدة عن المعتاد: {list}. لنبحث عن السبب قبل أن نغيّر أي شيء.',
  },
  all_usual: {
    mg: 'Mahazatra avokoa ny tarehimarika. Isan’ny nojerena: {checked}.',
    fr: 'Tous les chiffres sont dans l’ordinaire. Chiffres vérifiés : {checked}.',
    en: 'All the figures are as usual. Figures checked: {checked}.',
    ar: 'كل الأرقام ضمن المعتاد. عدد الأرقام التي راجعتها: {checked}.',
  },
  nothing_to_compare: {
    mg: 'Mbola tsy ampy ny andro voarakitra ka tsy afaka mampitaha aho. Mila 14 andro farafahakeliny.',
    fr: 'Il n’y a pas encore assez de jours pour comparer. Il en faut au moins 14.',
    en: 'There are not enough days to compare with yet. At least 14 are needed.',
    ar: 'لا توجد أيام كافية للمقارنة بعد. يلزم 14 يومًا على الأقل.',
  },
} satisfies Phrases;
