// What the lead enricher says. Used by lead-enricher.ts.
import type { Phrases } from '../say.ts';

export const enricherPhrases = {
  enriched: {
    mg: 'Novakiko ny tranonkalan’i {name}: zavatra hita {facts}, tsy mifanaraka amin’izay fantatra {conflicts}.',
    fr: 'J’ai lu le site de {name} : informations trouvées {facts}, différences avec ce qui est connu {conflicts}.',
    en: 'I have read the site of {name}: facts found {facts}, differences from what is known {conflicts}.',
    ar: 'قرأت موقع {name}: معلومات وُجدت {facts}، اختلافات عن المعروف {conflicts}.',
  },
  no_website: {
    mg: 'Tsy manana tranonkala fantatra i {name}: tsy misy azo ampiana.',
    fr: '{name} n’a pas de site connu : je n’ajoute rien.',
    en: '{name} has no website that we know of, so I add nothing.',
    ar: 'لا موقع معروف لـ {name}: لا أضيف شيئًا.',
  },
  closed_by_robots: {
    mg: 'Tsy mamela ny rôbô hamaky ny tranonkalany i {name}: najanoko.',
    fr: 'Le site de {name} ne laisse pas les robots le lire : je m’arrête là.',
    en: 'The site of {name} does not let robots read it, so I stop there.',
    ar: 'موقع {name} لا يسمح للروبوتات بقراءته: توقفت.',
  },
  unreachable: {
    mg: 'Tsy namaly ny tranonkalan’i {name}. Andramo indray any aoriana.',
    fr: 'Le site de {name} ne répond pas. À réessayer plus tard.',
    en: 'The site of {name} does not answer. It can be tried again later.',
    ar: 'موقع {name} لا يستجيب. يمكن إعادة المحاولة لاحقًا.',
  },
  nothing_found: {
    mg: 'Tsy nahitana na inona na inona azo ampiasaina ny tranonkalan’i {name}.',
    fr: 'Le site de {name} ne dit rien d’utile sur l’entreprise.',
    en: 'The site of {name} says nothing useful about the firm.',
    ar: 'موقع {name} لا يذكر شيئًا مفيدًا عن المؤسسة.',
  },
  hostile: {
    mg: 'Nisy soratra nanandrana nandidy modely: nesoriko ireny.',
    fr: 'Des passages essayaient de donner des ordres à un modèle : je les ai laissés de côté.',
    en: 'Some passages tried to give orders to a model: I have left them out.',
    ar: 'حاولت بعض المقاطع إعطاء أوامر للنموذج: تركتها جانبًا.',
  },
} satisfies Phrases;
