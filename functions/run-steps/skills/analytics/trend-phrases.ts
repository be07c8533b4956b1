// What the trend detector says. Used by trend-detector.ts.
import type { Phrases } from '../say.ts';

export const trendPhrases = {
  rising: {
    mg: 'Miakatra tokoa, isan-kerinandro: {list}.',
    fr: 'En vraie hausse, par semaine : {list}.',
    en: 'Really rising, a week: {list}.',
    ar: 'في ارتفاع حقيقي كل أسبوع: {list}.',
  },
  falling: {
    mg: 'Midina tokoa, isan-kerinandro: {list}.',
    fr: 'En vraie baisse, par semaine : {list}.',
    en: 'Really falling, a week: {list}.',
    ar: 'في انخفاض حقيقي كل أسبوع: {list}.',
  },
  seasonal: {
    mg: 'Miova araka ny andron’ny herinandro fotsiny: {list}.',
    fr: 'Change surtout avec le jour de la semaine : {list}.',
    en: 'Changes mostly with the day of the week: {list}.',
    ar: 'يتغير مع أيام الأسبوع فقط: {list}.',
  },
  steady: {
    mg: 'Tsy misy miakatra na midina tokoa: fiovaovana kely fotsiny ireo.',
    fr: 'Rien ne monte ni ne baisse vraiment : ce ne sont que de petites variations.',
    en: 'Nothing is really rising or falling: these are only small wobbles.',
    ar: 'لا شيء يرتفع أو ينخفض فعلًا: هذه تقلبات صغيرة فقط.',
  },
  too_short: {
    mg: 'Mbola vitsy loatra ny andro voarakitra. Mila 14 andro farafahakeliny ny fironana.',
    fr: 'Trop peu de jours pour parler de tendance. Il en faut au moins 14.',
    en: 'Too few days to speak of a trend. At least 14 are needed.',
    ar: 'الأيام قليلة جدًا للحديث عن اتجاه. يلزم 14 يومًا على الأقل.',
  },
} satisfies Phrases;
