// What the quality skills say, in the language of the run.
import type { Phrases } from '../say.ts';

export const qualityPhrases = {
  hashtags: {
    mg: 'Notazomiko ny tenifototra {kept}, nesoriko ny {dropped} (fetra {limit}).',
    fr: 'J’ai gardé {kept} mot(s)-dièse, écarté {dropped} (limite {limit}).',
    en: 'I kept {kept} hashtag(s) and dropped {dropped} (limit {limit}).',
    ar: 'أبقيت {kept} من الوسوم وحذفت {dropped} (الحد {limit}).',
  },
  original: {
    mg: 'Tsy nisy fitoviana tamin’ny lahatsoratra {count} nampitahaiko. Tsy nojereko ny aterineto iray manontolo: tsy porofo izany.',
    fr: 'Aucune ressemblance avec les {count} texte(s) comparés. Le web entier n’est pas cherché : ce n’est pas une preuve.',
    en: 'No likeness to the {count} text(s) compared. The open web is not searched: this is no proof.',
    ar: 'لا تشابه مع {count} من النصوص التي قورنت. لم يُبحث في الإنترنت كله: هذا ليس دليلًا.',
  },
  alike: {
    mg: 'Mitovy {percent} % amin’ny {reference}: « {quote} ». Lahatsoratra {count} no nampitahaiko, fa tsy ny aterineto iray manontolo.',
    fr: '{percent} % en commun avec {reference} : « {quote} ». {count} texte(s) comparés, pas le web entier.',
    en: '{percent} % shared with {reference}: “{quote}”. {count} text(s) compared, not the open web.',
    ar: '{percent} % مشترك مع {reference}: «{quote}». قورن {count} من النصوص، لا الإنترنت كله.',
  },
} satisfies Phrases;
