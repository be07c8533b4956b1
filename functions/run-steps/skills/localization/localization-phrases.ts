// What the localisation skills say, in the language of the run.
import type { Phrases } from '../say.ts';

export const localizationPhrases = {
  converted: {
    mg: '{given} dia eo amin’ny {text}: taham-bola tamin’ny {day} ({source}). Fampahafantarana fotsiny, tsy manova vidiny. {stale}',
    fr: '{given} font environ {text}, au taux du {day} ({source}). À titre indicatif : aucun prix n’est changé. {stale}',
    en: '{given} is about {text}, at the rate of {day} ({source}). For information: no price is changed. {stale}',
    ar: '{given} تساوي نحو {text} بسعر {day} ({source}). للعلم فقط: لا يتغير أي سعر. {stale}',
  },
  stale_rate: {
    mg: 'Efa mihoatra ny herinandro io taha io.',
    fr: 'Ce taux a plus d’une semaine.',
    en: 'This rate is more than a week old.',
    ar: 'هذا السعر أقدم من أسبوع.',
  },
  same_money: {
    mg: '{given}: tsy misy ovaina.',
    fr: '{given} : rien à convertir.',
    en: '{given}: nothing to convert.',
    ar: '{given}: لا شيء للتحويل.',
  },
  language_found: {
    mg: '{language} io hafatra io, azo antoka {share} %. {country}',
    fr: 'Ce message est en {language}, sûr à {share} %. {country}',
    en: 'This message is in {language}, {share} % sure. {country}',
    ar: 'هذه الرسالة باللغة: {language}، بيقين {share} %. {country}',
  },
  language_unknown: {
    mg: 'Tsy fantatro ny tenin’io hafatra io. {country}',
    fr: 'Je ne reconnais pas la langue de ce message. {country}',
    en: 'I do not recognise the language of this message. {country}',
    ar: 'لا أتعرف على لغة هذه الرسالة. {country}',
  },
  country_found: { mg: 'Firenena: {country}.', fr: 'Pays : {country}.', en: 'Country: {country}.', ar: 'البلد: {country}.' },
  days_found: {
    mg: '{count} ny andro manan-danja ao {country}, voalohany: {first} ({day}). {unsure} mbola miankina amin’ny volana na didy.',
    fr: '{count} jour(s) à connaître ({country}), d’abord {first} ({day}). {unsure} dépendent encore de la lune ou d’un décret.',
    en: '{count} day(s) to know ({country}), first {first} ({day}). {unsure} still depend on the moon or a decree.',
    ar: '{count} من الأيام المهمة ({country})، أولها {first} ({day}). {unsure} منها رهن رؤية الهلال أو مرسوم.',
  },
  no_days: {
    mg: 'Tsy misy fety na andro manokana ao {country} amin’io fotoana io.',
    fr: 'Aucune fête ni journée particulière ({country}) sur cette période.',
    en: 'No feast or special day ({country}) in this period.',
    ar: 'لا عيد ولا يوم خاص ({country}) في هذه الفترة.',
  },
  not_covered: {
    mg: 'Tsy mbola manana kalandrie ho an’i {country} aho: ataovy amin’ny tanana ny fety ao.',
    fr: 'Je n’ai pas de calendrier pour {country} : ajoutez ses fêtes à la main.',
    en: 'I have no calendar for {country}: add its feasts by hand.',
    ar: 'ليس لدي تقويم لـ{country}: أضيفوا أعياده يدويًا.',
  },
} satisfies Phrases;
