// What the A/B test says. Used by ab-test-engine.ts.
import type { Phrases } from '../say.ts';

export const abTestPhrases = {
  winner: {
    mg: 'Ny {best} no tena tsara kokoa: {best_rate}, raha {second_rate} ny {second}. Tsy kisendrasendra izany.',
    fr: '« {best} » est vraiment meilleure : {best_rate}, contre {second_rate} pour « {second} ». Ce n’est pas un hasard.',
    en: '“{best}” is really better: {best_rate}, against {second_rate} for “{second}”. It is not chance.',
    ar: '«{best}» أفضل فعلًا: {best_rate} مقابل {second_rate} لـ«{second}». هذا ليس صدفة.',
  },
  no_difference: {
    mg: 'Tsy misy fahasamihafana azo itokiana ny {best} ({best_rate}) sy ny {second} ({second_rate}). Raiso izay tianareo.',
    fr: 'Pas de vraie différence entre « {best} » ({best_rate}) et « {second} » ({second_rate}). Gardez celle que vous préférez.',
    en: 'There is no real difference between “{best}” ({best_rate}) and “{second}” ({second_rate}). Keep the one you like.',
    ar: 'لا فرق حقيقي بين «{best}» ({best_rate}) و«{second}» ({second_rate}). احتفظوا بما تفضلونه.',
  },
  running: {
    mg: 'Ny {best} no mitarika ({best_rate}, raha {second_rate} ny {second}), fa mety ho kisendrasendra. Mila aseho {needed} isaky ny dikan-teny; {shown} izao.',
    fr: '« {best} » est devant ({best_rate} contre {second_rate}), mais c’est peut-être le hasard. Il faut montrer chaque version {needed} fois ; on en est à {shown}.',
    en: '“{best}” is ahead ({best_rate} against {second_rate}), but it may be chance. Each version has to be shown {needed} times; we are at {shown}.',
    ar: '«{best}» متقدمة ({best_rate} مقابل {second_rate})، وقد يكون ذلك صدفة. يجب عرض كل نسخة {needed} مرة؛ وصلنا إلى {shown}.',
  },
  running_equal: {
    mg: 'Mbola mitovy ny dikan-teny roa hatramin’izao ({best_rate}). Andraso kely ny tohin’ny andrana.',
    fr: 'Pour l’instant les versions font jeu égal ({best_rate}). Laissons le test continuer.',
    en: 'So far the versions are level ({best_rate}). Let the test go on.',
    ar: 'النسخ متعادلة حتى الآن ({best_rate}). لندع الاختبار يستمر.',
  },
  stopped_early: {
    mg: 'Tapaka ny andrana: nisy dikan-teny tsy naseho ampy, ka tsy azo ampitahaina. Avereno zaraina mitovy ny fampisehoana.',
    fr: 'Le test a été interrompu : une version a été bien moins montrée que les autres, on ne peut pas comparer. Relançons-le à parts égales.',
    en: 'The test was cut short: one version was shown far less than the others, so they cannot be compared. Let us start again with equal shares.',
    ar: 'توقف الاختبار قبل أوانه: عُرضت نسخة أقل بكثير من غيرها فلا تمكن المقارنة. لنبدأ من جديد بحصص متساوية.',
  },
} satisfies Phrases;
