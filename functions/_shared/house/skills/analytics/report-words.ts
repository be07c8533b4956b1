// The sentences of a report in the four languages, for an owner who reads it standing. Called by write-report.ts.
import type { Language } from '../../../payloads.ts';

type Act = [act: string, because: string];
export type ReportWords = {
  up: string;
  down: string;
  flat: string;
  alone: string;
  moved: string;
  valued: string;
  formats: [heading: string, body: string];
  small: string;
  hour: [heading: string, body: string];
  anomaly: [heading: string, body: string];
  lesson: string;
  other: string;
  calm: string;
  nothing: string;
  acts: { format: Act; hour: Act; anomaly: Act; drop: Act; rise: Act; lesson: Act; watch: Act };
  gaps: { few: string; missing: string; short: string };
  say: string;
};

export const reportWords: Record<Language, ReportWords> = {
  fr: {
    up: '{Kpi} : de {previous} à {value} ({change}).',
    down: '{Kpi} : de {previous} à {value} seulement ({change}).',
    flat: '{Kpi} : toujours {value}.',
    alone: '{Kpi} : {value}, sans période précédente à comparer.',
    moved: '{Kpi} : {value} ({change})',
    valued: '{Kpi} : {value}',
    formats: [
      'Les {bests} devant les {worsts}',
      "Les {bests} font {rate} d'engagement sur {posts} publications, les {worsts} {other} sur {others}.",
    ],
    small: 'Sous dix publications, ce n’est pas encore une preuve.',
    hour: ['Le moment qui porte : {hour}', "Les publications {hour} font {rate} d'engagement ({posts} publications)."],
    anomaly: [
      '{Kpi} : {value} au lieu de {expected}',
      'Le {day}, {kpi} : {value} ; on attendait {expected} ({change}). Jours de suite : {days}.',
    ],
    lesson: '{value} contre {other}, sur {pieces} publications ; cette semaine seule en rend sûr à {confidence}.',
    other: 'Les autres chiffres',
    calm: 'Rien d’anormal : {checked} séries regardées',
    nothing: 'Pas encore de chiffre à raconter',
    acts: {
      format: ['Publier plus souvent des {bests} la semaine prochaine', "Les {bests} font {rate} d'engagement, les {worsts} {other}."],
      hour: ['Publier {hour}', "Les publications {hour} font {rate} d'engagement."],
      anomaly: ['Chercher ce qui a changé ce jour-là : {kpi}', '{value} au lieu de {expected} ({change}).'],
      drop: ['Reprendre ce que nous faisions avant pour : {kpi}', 'De {previous} à {value} ({change}).'],
      rise: ['Refaire ce qui a porté : {kpi}', 'De {previous} à {value} ({change}).'],
      lesson: ['{lesson}', 'Vu cette semaine : {value} contre {other}.'],
      watch: ['Regarder de nouveau ces chiffres dans une semaine', 'Il n’y a pas encore de quoi décider.'],
    },
    gaps: {
      few: 'Trop peu de publications pour comparer : {name}.',
      missing: 'Pas de chiffre pour : {kpi}.',
      short: 'Série trop courte pour juger : {name}.',
    },
    say: 'La chose à savoir : {headline}.',
  },
  mg: {
    up: '{Kpi}: avy amin’ny {previous} ho {value} ({change}).',
    down: '{Kpi}: avy amin’ny {previous} ho {value} sisa ({change}).',
    flat: '{Kpi}: mbola {value} hatrany.',
    alone: '{Kpi}: {value}, tsy misy teo aloha hampitahaina.',
    moved: '{Kpi}: {value} ({change})',
    valued: '{Kpi}: {value}',
    formats: [
      'Ny {bests} no mialoha ny {worsts}',
      "Ny {bests} dia mahazo fihetsika {rate} tamin'ny famoahana {posts}, ny {worsts} kosa {other} tamin'ny {others}.",
    ],
    small: 'Latsaky ny famoahana folo ka mbola tsy porofo.',
    hour: ['Ny fotoana mahomby: {hour}', 'Ny famoahana {hour} dia mahazo fihetsika {rate} (famoahana {posts}).'],
    anomaly: [
      '{Kpi}: {value} fa tsy {expected}',
      "Tamin'ny {day} dia {value} ny {kpi}; {expected} no nantenaina ({change}). Andro nifanesy: {days}.",
    ],
    lesson: "{value} fa {other} ny an'ny hafa, tamin'ny famoahana {pieces}; {confidence} ny fahatokisana azo amin'ity herinandro ity.",
    other: 'Ny isa hafa',
    calm: 'Tsy misy mampiahiahy: andiana isa {checked} no nojerena',
    nothing: 'Mbola tsy misy isa hotantaraina',
    acts: {
      format: [
        "Hamoaka {bests} matetika kokoa amin'ny herinandro ho avy",
        'Ny {bests} dia mahazo fihetsika {rate}, ny {worsts} kosa {other}.',
      ],
      hour: ['Hamoaka {hour}', 'Ny famoahana {hour} dia mahazo fihetsika {rate}.'],
      anomaly: ['Hitady izay niova tamin’io andro io: {kpi}', '{value} fa tsy {expected} ({change}).'],
      drop: ['Haverina izay natao taloha ho an’ny {kpi}', 'Avy amin’ny {previous} ho {value} ({change}).'],
      rise: ['Haverina izay nahomby ho an’ny {kpi}', 'Avy amin’ny {previous} ho {value} ({change}).'],
      lesson: ['{lesson}', "Hita tamin'ity herinandro ity: {value} fa {other} ny an'ny hafa."],
      watch: ['Hijery indray ireo isa ireo afaka herinandro', 'Mbola tsy ampy handraisana fanapahan-kevitra ny isa.'],
    },
    gaps: {
      few: 'Vitsy loatra ny famoahana ka tsy azo ampitahaina: {name}.',
      missing: 'Tsy misy isa momba ny: {kpi}.',
      short: 'Fohy loatra ny andiana isa ka tsy azo tsaraina: {name}.',
    },
    say: 'Izao no tsara ho fantatra: {headline}.',
  },
  en: {
    up: '{Kpi}: from {previous} to {value} ({change}).',
    down: '{Kpi}: from {previous} down to {value} ({change}).',
    flat: '{Kpi}: it is still at {value}.',
    alone: '{Kpi}: {value}, with no period before to compare with.',
    moved: '{Kpi}: {value} ({change})',
    valued: '{Kpi}: {value}',
    formats: [
      'The {bests} ahead of the {worsts}',
      'The {bests} get {rate} engagement over {posts} posts, the {worsts} {other} over {others}.',
    ],
    small: 'Under ten posts this is not proof yet.',
    hour: ['The moment that works: {hour}', 'The posts {hour} get {rate} engagement ({posts} posts).'],
    anomaly: [
      '{Kpi}: {value} instead of {expected}',
      'On {day} the figure for {kpi} was {value}; we expected {expected} ({change}). Days in a row: {days}.',
    ],
    lesson: '{value} against {other}, over {pieces} posts; this week alone makes it {confidence} sure.',
    other: 'The other figures',
    calm: 'Nothing out of the ordinary: {checked} series looked at',
    nothing: 'There is no figure to tell of yet',
    acts: {
      format: ['Publish {bests} more often next week', 'The {bests} get {rate} engagement, the {worsts} {other}.'],
      hour: ['Publish {hour}', 'The posts {hour} get {rate} engagement.'],
      anomaly: ['Look for what changed on that day: {kpi}', 'It was {value} instead of {expected} ({change}).'],
      drop: ['Go back to what we did before for this: {kpi}', 'From {previous} to {value} ({change}).'],
      rise: ['Do again what worked for this: {kpi}', 'From {previous} to {value} ({change}).'],
      lesson: ['{lesson}', 'Seen this week: {value} against {other}.'],
      watch: ['Look at these figures again in a week', 'There is not enough yet to decide on.'],
    },
    gaps: {
      few: 'Too few posts to compare: {name}.',
      missing: 'There is no figure for: {kpi}.',
      short: 'The series is too short to judge: {name}.',
    },
    say: 'The one thing to know: {headline}.',
  },
  ar: {
    up: '{kpi}: من {previous} إلى {value} ({change}).',
    down: '{kpi}: انخفض من {previous} إلى {value} ({change}).',
    flat: '{kpi}: ما زال عند {value}.',
    alone: '{kpi}: {value}، ولا فترة سابقة للمقارنة.',
    moved: '{kpi}: {value} ({change})',
    valued: '{kpi}: {value}',
    formats: ['{bests} قبل {worsts}', 'تحقق {bests} تفاعلًا بنسبة {rate} في {posts} من المنشورات، و{worsts} {other} في {others}.'],
    small: 'أقل من عشرة منشورات: ليس هذا دليلًا بعد.',
    hour: ['الوقت الأنسب: {hour}', 'المنشورات {hour} تحقق تفاعلًا بنسبة {rate} ({posts} من المنشورات).'],
    anomaly: [
      '{kpi}: {value} بدلًا من {expected}',
      'في {day} كان رقم {kpi} عند {value}، وكنا نتوقع {expected} ({change}). أيام متتالية: {days}.',
    ],
    lesson: '{value} مقابل {other} في {pieces} من المنشورات، وهذا الأسبوع وحده يجعله مؤكدًا بنسبة {confidence}.',
    other: 'الأرقام الأخرى',
    calm: 'لا شيء غير عادي: {checked} من السلاسل تحت النظر',
    nothing: 'لا أرقام بعد لنرويها',
    acts: {
      format: ['نشر {bests} أكثر في الأسبوع القادم', 'تحقق {bests} تفاعلًا بنسبة {rate}، و{worsts} {other}.'],
      hour: ['النشر {hour}', 'المنشورات {hour} تحقق تفاعلًا بنسبة {rate}.'],
      anomaly: ['البحث عما تغيّر في ذلك اليوم: {kpi}', '{value} بدلًا من {expected} ({change}).'],
      drop: ['العودة إلى ما كنا نفعله من أجل: {kpi}', 'من {previous} إلى {value} ({change}).'],
      rise: ['تكرار ما نجح من أجل: {kpi}', 'من {previous} إلى {value} ({change}).'],
      lesson: ['{lesson}', 'لوحظ هذا الأسبوع: {value} مقابل {other}.'],
      watch: ['النظر إلى هذه الأرقام من جديد بعد أسبوع', 'لا يوجد بعد ما يكفي لاتخاذ قرار.'],
    },
    gaps: { few: 'منشورات قليلة لا تكفي للمقارنة: {name}.', missing: 'لا رقم عن: {kpi}.', short: 'سلسلة أقصر من أن تُحكم: {name}.' },
    say: 'أهم ما يجب معرفته: {headline}.',
  },
};
