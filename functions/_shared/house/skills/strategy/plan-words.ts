// The planner's sentences in the four languages, for the owner. Called by set-priorities.ts and week-plan.ts.
//
// Slots as in grammar/shape.ts; figures come ready said (`4,2 %`), formats and figures by their names.
import type { Language } from '../../../payloads.ts';

export const reasons = [
  'owner',
  'format',
  'format_alone',
  'format_lesson',
  'drop',
  'hour',
  'act',
  'feast',
  'lesson',
  'rise',
  'network',
  'rival',
  'price',
  'product',
  'place',
  'phone',
  'hours',
  'start',
  'rhythm',
  'questions',
] as const;
export type Reason = (typeof reasons)[number];
type Priority = [title: string, because: string, goal: string];

export type PlanWords = {
  priorities: Record<Reason, Priority>;
  budget: string;
  budgetOf: string;
  tests: { format: [question: string, a: string, b: string]; hour: [question: string, a: string, b: string]; first: string };
  left: { format: string; overruled: string; quiet: string; closed: string };
  say: string;
  sayFirst: string;
};

export const planWords: Record<Language, PlanWords> = {
  fr: {
    priorities: {
      owner: ['Votre demande : {wish}', 'Vous l’avez demandé : {wish}.', 'En parler dès le premier jour de la semaine.'],
      format: [
        'Les {bests} avant les {worsts}',
        "Les {bests} font {rate} d'engagement sur {posts} publications, les {worsts} {other}.",
        'Tenir {rate} avec {count} {bests} cette semaine.',
      ],
      format_alone: [
        'Miser sur les {bests}',
        "Les {bests} font {rate} d'engagement sur {posts} publications.",
        'Tenir {rate} avec {count} {bests} cette semaine.',
      ],
      format_lesson: [
        "Les {bests} d'abord cette semaine",
        'Leçon sûre à {confidence} : {lesson}',
        'Le vérifier avec {count} {bests} cette semaine.',
      ],
      drop: ['Faire remonter : {kpi}', '{Kpi} : {value}, contre {previous} la période d’avant ({change}).', 'Revenir à {previous}.'],
      rise: ["Garder l'élan : {kpi}", '{Kpi} : {value}, contre {previous} la période d’avant ({change}).', 'Rester au-dessus de {value}.'],
      hour: [
        'Être là {hour}',
        "Les publications {hour} font {rate} d'engagement ({posts} publications).",
        'Publier {hour} chaque jour de la semaine.',
      ],
      act: ['{act}', '{why}', 'Le faire dès le début de la semaine.'],
      feast: ['{feast}, {when}', '{feast} tombe {when}.', 'Trouver le ton juste ce jour-là.'],
      lesson: [
        'Suivre ce qui a été appris',
        'Leçon sûre à {confidence} : {lesson}',
        'La suivre dans chaque publication de cette priorité.',
      ],
      network: ['Donner plus à {network}', "{network} fait {rate} d'engagement, {second} {other}.", 'Tenir {rate} sur {network}.'],
      rival: ['Répondre à un concurrent', 'Un concurrent a changé : {change}', 'Montrer ce que nous faisons à notre façon.'],
      price: [
        'Faire connaître {what}',
        '{What} est à {price} ; pas encore de chiffre sur ses ventes.',
        'Obtenir un premier chiffre pour {what}.',
      ],
      product: ['Montrer {what}', '{What} est à la carte ; pas encore de chiffre.', 'Obtenir un premier chiffre pour {what}.'],
      place: ['Faire venir {at}', 'Nous sommes {at} ; pas encore de chiffre sur les visites.', 'Compter qui vient {at}.'],
      phone: ['Faire appeler au {phone}', 'Le {phone} prend les commandes ; pas encore de chiffre.', 'Compter les appels au {phone}.'],
      hours: ['Dire quand nous sommes là', 'Nos horaires : {hours} ; pas encore de chiffre.', 'Que chacun sache quand venir.'],
      start: ['Faire connaître {brand}', 'Pas encore de chiffre sur {brand}.', 'Avoir une première semaine à comparer.'],
      rhythm: [
        'Tenir cinq publications par jour',
        'Pas encore de chiffre : 35 publications en donneront un.',
        'Publier 5 fois par jour pendant 7 jours.',
      ],
      questions: [
        'Apprendre ce que les clients demandent',
        'Pas encore de chiffre sur leurs questions.',
        'Noter chaque question de la semaine.',
      ],
    },
    budget: 'Pas encore de retour mesuré : la répartition de départ.',
    budgetOf: 'Pas encore de retour mesuré : la répartition de départ pour {amount}.',
    tests: {
      format: ['Les {bests} ou les {worsts} ?', 'Les {bests}', 'Les {worsts}'],
      hour: ['Publier {hour} ou {second} ?', 'Publier {hour}', 'Publier {second}'],
      first: 'Premier test sur cette question.',
    },
    left: {
      format: 'Ajouter des {worsts} : {other} contre {rate} pour les {bests}.',
      overruled: 'Leçon non suivie, les chiffres disent le contraire : {lesson}',
      quiet: 'Vendre {when} : {feast}.',
      closed: 'Inviter {when} : nous sommes fermés.',
    },
    say: 'Cette semaine je mise sur {title}. {because}',
    sayFirst: 'Une première semaine à mesurer, avec ce que {brand} propose vraiment. {because}',
  },
  mg: {
    priorities: {
      owner: ['Ny nangatahinareo: {wish}', 'Ianareo no nangataka: {wish}.', "Horesahina manomboka amin'ny andro voalohan'ny herinandro."],
      format: [
        'Ampitomboina ny {bests} mihoatra ny {worsts}',
        "Ny {bests} dia mahazo fihetsika {rate} tamin'ny famoahana {posts}, ny {worsts} kosa {other}.",
        "Hitazona {rate} amin'ny {bests} {count} amin'ity herinandro ity.",
      ],
      format_alone: [
        'Hifantoka amin’ny {bests}',
        "Ny {bests} dia mahazo fihetsika {rate} tamin'ny famoahana {posts}.",
        "Hitazona {rate} amin'ny {bests} {count} amin'ity herinandro ity.",
      ],
      format_lesson: [
        'Ampitomboina ny {bests}',
        'Lesona azo antoka {confidence}: {lesson}',
        "Hohamarinina amin'ny {bests} {count} amin'ity herinandro ity.",
      ],
      drop: ['Hampiakatra indray: {kpi}', "{Kpi}: {value}, fa {previous} tamin'ny teo aloha ({change}).", "Hiverina amin'ny {previous}."],
      rise: [
        'Hitazona ny fiakarana: {kpi}',
        "{Kpi}: {value}, fa {previous} tamin'ny teo aloha ({change}).",
        "Tsy hidina ambanin'ny {value}.",
      ],
      hour: [
        'Ho eo {hour}',
        'Ny famoahana {hour} dia mahazo fihetsika {rate} (famoahana {posts}).',
        "Hamoaka {hour} isan'andro amin'ity herinandro ity.",
      ],
      act: ['{act}', '{why}', "Hatao hatramin'ny fiandohan'ny herinandro."],
      feast: ['{feast}, {when}', 'Ho avy {when} ny {feast}.', "Hiteny amin'ny fomba mendrika amin'io andro io."],
      lesson: [
        'Manaraka izay nianarana',
        'Lesona azo antoka {confidence}: {lesson}',
        "Harahina amin'ny famoahana rehetra amin'ity laharana ity.",
      ],
      network: [
        'Hanome bebe kokoa ny {network}',
        'Ny {network} dia mahazo fihetsika {rate}, ny {second} kosa {other}.',
        "Hitazona {rate} ao amin'ny {network}.",
      ],
      rival: ['Hamaly ny mpifaninana', 'Nisy niova tany amin’ny mpifaninana: {change}', 'Hampiseho ny fomba fiasantsika manokana.'],
      price: [
        'Hampahafantatra ny {what}',
        'Ny {what} dia {price}; mbola tsy misy isa momba ny varotra.',
        'Hahazo isa voalohany ho an’ny {what}.',
      ],
      product: ['Hampiseho ny {what}', 'Ao anaty lisitra ny {what}; mbola tsy misy isa.', 'Hahazo isa voalohany ho an’ny {what}.'],
      place: ['Hampanatona olona {at}', '{At} no misy antsika; mbola tsy misy isa momba ny fitsidihana.', 'Hanisa izay tonga {at}.'],
      phone: ['Hampiantso ny {phone}', 'Ny {phone} no andraisana ny kaomandy; mbola tsy misy isa.', "Hanisa ny antso amin'ny {phone}."],
      hours: ['Hilaza ny ora iasana', 'Ora fiasana: {hours}; mbola tsy misy isa.', 'Ho fantatry ny rehetra ny fotoana hahatongavana.'],
      start: ['Hampahafantatra ny {brand}', 'Mbola tsy misy isa momba ny {brand}.', 'Hanana herinandro voalohany hampitahaina.'],
      rhythm: [
        "Hamoaka in-dimy isan'andro",
        'Mbola tsy misy isa: ny famoahana 35 no hahazoana izany.',
        "Hamoaka 5 isan'andro mandritra ny 7 andro.",
      ],
      questions: [
        'Hianatra izay anontanian’ny mpanjifa',
        'Mbola tsy misy isa momba ny fanontaniany.',
        "Hanoratra ny fanontaniana rehetra amin'ity herinandro ity.",
      ],
    },
    budget: 'Mbola tsy misy vokatra voarefy: izao no fizarana hanombohana.',
    budgetOf: "Mbola tsy misy vokatra voarefy: izao no fizarana hanombohana ho an'ny {amount}.",
    tests: {
      format: ['Ny {bests} sa ny {worsts}?', 'Ny {bests}', 'Ny {worsts}'],
      hour: ['Hamoaka {hour} sa {second}?', 'Hamoaka {hour}', 'Hamoaka {second}'],
      first: 'Fitsapana voalohany momba io.',
    },
    left: {
      format: 'Ny fanampiana ny {worsts}: {other} izy ireo, fa {rate} ny {bests}.',
      overruled: 'Lesona tsy narahina fa mifanohitra ny isa: {lesson}',
      quiet: 'Ny fivarotana {when}: {feast}.',
      closed: 'Ny fanasana {when}: mikatona isika.',
    },
    say: "Amin'ity herinandro ity dia izao no tena banjiniko: {title}. {because}",
    sayFirst: "Herinandro voalohany horefesina, amin'izay tena atolotry ny {brand}. {because}",
  },
  en: {
    priorities: {
      owner: ['Your wish: {wish}', 'You asked for it: {wish}.', 'Speak of it from the first day of the week.'],
      format: [
        'More {bests} than {worsts}',
        'The {bests} get {rate} engagement over {posts} posts, the {worsts} {other}.',
        'Hold {rate} with {count} {bests} this week.',
      ],
      format_alone: [
        'Bet on {bests}',
        'The {bests} get {rate} engagement over {posts} posts.',
        'Hold {rate} with {count} {bests} this week.',
      ],
      format_lesson: ['More {bests} this week', 'A lesson {confidence} sure: {lesson}', 'Check it with {count} {bests} this week.'],
      drop: ['Bring it back up: {kpi}', '{Kpi}: {value}, against {previous} in the period before ({change}).', 'Get back to {previous}.'],
      rise: ['Keep it going: {kpi}', '{Kpi}: {value}, against {previous} in the period before ({change}).', 'Stay above {value}.'],
      hour: ['Be there {hour}', 'The posts {hour} get {rate} engagement ({posts} posts).', 'Publish {hour} on each day of the week.'],
      act: ['{act}', '{why}', 'Do it from the start of the week.'],
      feast: ['{feast}, {when}', '{feast} falls {when}.', 'Find the right tone for that day.'],
      lesson: ['Follow what was learned', 'A lesson {confidence} sure: {lesson}', 'Follow it in each piece of this priority.'],
      network: ['Give more to {network}', '{network} gets {rate} engagement, {second} {other}.', 'Hold {rate} on {network}.'],
      rival: ['Answer a competitor', 'A competitor has changed: {change}', 'Show how we do it in our own way.'],
      price: ['Make {what} known', '{What} is at {price}; there is no figure yet on its sales.', 'Get a first figure for {what}.'],
      product: ['Show {what}', '{What} is on the list; there is no figure yet.', 'Get a first figure for {what}.'],
      place: ['Bring people to us {at}', 'We are {at}; there is no figure yet on visits.', 'Count who comes to us {at}.'],
      phone: ['Get calls on {phone}', 'Orders come in on {phone}; there is no figure yet.', 'Count the calls on {phone}.'],
      hours: ['Say when we are here', 'Our hours: {hours}; there is no figure yet.', 'Let everyone know when to come.'],
      start: ['Make {brand} known', 'There is no figure yet on {brand}.', 'Have a first week to compare with.'],
      rhythm: ['Keep to five pieces a day', 'There is no figure yet: 35 pieces will give one.', 'Publish 5 times a day for 7 days.'],
      questions: ['Learn what customers ask', 'There is no figure yet on their questions.', 'Write down each question of the week.'],
    },
    budget: 'No measured return yet: this is the split to start with.',
    budgetOf: 'No measured return yet: this is the split to start with for {amount}.',
    tests: {
      format: ['The {bests} or the {worsts}?', 'The {bests}', 'The {worsts}'],
      hour: ['Publish {hour} or {second}?', 'Publish {hour}', 'Publish {second}'],
      first: 'This is the first test of the question.',
    },
    left: {
      format: 'More {worsts}: they get {other}, the {bests} {rate}.',
      overruled: 'A lesson not followed, the figures say the opposite: {lesson}',
      quiet: 'Selling {when}: {feast}.',
      closed: 'Inviting people {when}: we are closed.',
    },
    say: 'This week my bet is this: {title}. {because}',
    sayFirst: 'A first week to measure, with what {brand} really offers. {because}',
  },
  ar: {
    priorities: {
      owner: ['طلبكم: {wish}', 'هذا ما طلبتموه: {wish}.', 'الحديث عنه من أول يوم في الأسبوع.'],
      format: [
        '{bests} أكثر من {worsts}',
        'تحقق {bests} تفاعلًا بنسبة {rate} في {posts} من المنشورات، و{worsts} {other}.',
        'الحفاظ على {rate} مع {count} من {bests} هذا الأسبوع.',
      ],
      format_alone: [
        'التركيز على {bests}',
        'تحقق {bests} تفاعلًا بنسبة {rate} في {posts} من المنشورات.',
        'الحفاظ على {rate} مع {count} من {bests} هذا الأسبوع.',
      ],
      format_lesson: [
        'المزيد من {bests} هذا الأسبوع',
        'درس مؤكد بنسبة {confidence}: {lesson}',
        'التحقق منه مع {count} من {bests} هذا الأسبوع.',
      ],
      drop: ['رفع هذا الرقم من جديد: {kpi}', '{kpi}: {value}، مقابل {previous} في الفترة السابقة ({change}).', 'العودة إلى {previous}.'],
      rise: ['الحفاظ على الصعود: {kpi}', '{kpi}: {value}، مقابل {previous} في الفترة السابقة ({change}).', 'البقاء فوق {value}.'],
      hour: ['الحضور {hour}', 'المنشورات {hour} تحقق تفاعلًا بنسبة {rate} ({posts} من المنشورات).', 'النشر {hour} في كل يوم من الأسبوع.'],
      act: ['{act}', '{why}', 'القيام بذلك من بداية الأسبوع.'],
      feast: ['{feast}، {when}', 'يحل {feast} {when}.', 'اختيار النبرة المناسبة لذلك اليوم.'],
      lesson: ['اتباع ما تعلمناه', 'درس مؤكد بنسبة {confidence}: {lesson}', 'اتباعه في كل منشور من هذه الأولوية.'],
      network: ['إعطاء المزيد إلى {network}', 'يحقق {network} تفاعلًا بنسبة {rate}، و{second} {other}.', 'الحفاظ على {rate} في {network}.'],
      rival: ['الرد على منافس', 'تغيّر شيء عند منافس: {change}', 'إظهار طريقتنا الخاصة في العمل.'],
      price: ['التعريف بمنتج: {what}', '{what} بسعر {price}، ولا رقم بعد عن المبيعات.', 'الحصول على أول رقم عن {what}.'],
      product: ['إظهار {what}', '{what} ضمن ما نقدمه، ولا رقم بعد.', 'الحصول على أول رقم عن {what}.'],
      place: ['جلب الزبائن إلى محلنا {at}', 'نحن {at}، ولا رقم بعد عن الزيارات.', 'عدّ من يأتي إلينا {at}.'],
      phone: ['دعوة الزبائن إلى الاتصال على {phone}', 'نستقبل الطلبات على {phone}، ولا رقم بعد.', 'عدّ الاتصالات على {phone}.'],
      hours: ['التذكير بأوقات العمل', 'أوقات العمل: {hours}، ولا رقم بعد.', 'أن يعرف الجميع متى يأتون.'],
      start: ['التعريف باسم {brand}', 'لا رقم بعد عن {brand}.', 'الحصول على أسبوع أول للمقارنة.'],
      rhythm: ['خمسة منشورات في اليوم', 'لا رقم بعد: 35 منشورًا تعطينا أول رقم.', 'النشر 5 مرات في اليوم لمدة 7 أيام.'],
      questions: ['معرفة ما يسأل عنه الزبائن', 'لا رقم بعد عن أسئلتهم.', 'تسجيل كل سؤال في هذا الأسبوع.'],
    },
    budget: 'لا عائد مقيسًا بعد: هذا هو التقسيم للبداية.',
    budgetOf: 'لا عائد مقيسًا بعد: هذا هو التقسيم للبداية لمبلغ {amount}.',
    tests: {
      format: ['{bests} أم {worsts}؟', '{bests}', '{worsts}'],
      hour: ['النشر {hour} أم {second}؟', 'النشر {hour}', 'النشر {second}'],
      first: 'أول اختبار لهذا السؤال.',
    },
    left: {
      format: 'المزيد من {worsts}: نسبتها {other} مقابل {rate} لصالح {bests}.',
      overruled: 'درس لم نتبعه لأن الأرقام تقول العكس: {lesson}',
      quiet: 'البيع {when}: {feast}.',
      closed: 'دعوة الزبائن {when}: المحل مغلق.',
    },
    say: 'رهاني هذا الأسبوع: {title}. {because}',
    sayFirst: 'أسبوع أول نقيسه بما يقدمه {brand} فعلًا. {because}',
  },
};
