// What competitor-crawler says, in the language of the run.
import type { Phrases } from '../say.ts';

export const competitivePhrases = {
  read: {
    mg: 'Pejy {read} no novakiko tamin’ny {asked}; fiovana {changes}. {first} {closed}',
    fr: 'J’ai lu {read} page(s) sur {asked} ; {changes} changement(s). {first} {closed}',
    en: 'I read {read} of {asked} page(s); {changes} change(s). {first} {closed}',
    ar: 'قرأت {read} من {asked} صفحة؛ {changes} من التغييرات. {first} {closed}',
  },
  closed: {
    mg: 'Nikatona, ary hajaina izany: {hosts}.',
    fr: 'Pages fermées aux robots, laissées fermées : {hosts}.',
    en: 'Closed to programs, and left closed: {hosts}.',
    ar: 'صفحات مغلقة أمام البرامج وتُركت كذلك: {hosts}.',
  },
} satisfies Phrases;
