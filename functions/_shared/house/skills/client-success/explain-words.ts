// What support says in the four languages: about a feature, a cause and its cure, a ticket. Used by the answers beside this file.
import type { Language } from '../../../payloads.ts';

export const causes = [
  'account_expired',
  'account_missing',
  'budget_spent',
  'plan_limit',
  'no_right',
  'offline',
  'outside_service',
  'wrong_input',
  'our_fault',
  'unknown',
] as const;
export type Cause = (typeof causes)[number];

/** `{account}` is the account's name; `step` is the cure and who can do it. */
type Cure = { happened: string; step: string; who: 'you' | 'owner' | 'support'; route: string };

export type SupportWords = {
  /** nothing in the help answers */
  notInHelp: string;
  otherLanguage: string;
  found: string;
  notFound: string;
  waits: string;
  person: string;
  causes: Record<Cause, Cure>;
  told: string;
  unsure: string;
  ticket: {
    body: string;
    meanwhile: string;
    urgent: string;
    say: string;
    when: string;
    screen: string;
    device: string;
    unknownTitle: string;
  };
  asks: string;
};

export const supportWords: Record<Language, SupportWords> = {
  fr: {
    notInHelp: 'Je n’ai pas trouvé la réponse dans l’aide, et je préfère ne rien inventer. Une personne de Nexio peut vous répondre.',
    otherLanguage: 'L’aide n’a cette page que dans une autre langue : {text}',
    found: 'J’ai répondu avec la page « {title} » de l’aide.',
    notFound: 'L’aide ne répond pas à cette question : je propose une personne.',
    waits: 'Votre travail n’est pas perdu : il attend et reprendra ensuite.',
    person: 'Une personne de Nexio regarde ce cas.',
    causes: {
      account_expired: {
        happened: 'L’accès à {account} n’est plus valable.',
        step: 'Reconnectez {account} dans les réglages.',
        who: 'owner',
        route: '/settings',
      },
      account_missing: {
        happened: 'Le compte {account} n’est pas encore relié à Nexio.',
        step: 'Reliez {account} dans les réglages.',
        who: 'owner',
        route: '/settings',
      },
      budget_spent: {
        happened: 'Le budget du jour est dépensé.',
        step: 'Attendez demain, ou relevez le budget dans les réglages.',
        who: 'owner',
        route: '/settings',
      },
      plan_limit: {
        happened: 'La limite de votre formule est atteinte.',
        step: 'Choisissez une formule plus grande, ou libérez une place.',
        who: 'owner',
        route: '/settings',
      },
      no_right: {
        happened: 'Votre rôle ne permet pas cette action.',
        step: 'Demandez au propriétaire de le faire ou de vous donner ce droit.',
        who: 'owner',
        route: '',
      },
      offline: {
        happened: 'Le téléphone n’est pas relié au réseau.',
        step: 'Retrouvez le réseau : ce que vous avez fait part tout seul.',
        who: 'you',
        route: '',
      },
      outside_service: {
        happened: 'Un service extérieur ne répond pas en ce moment.',
        step: 'Relancez le travail dans quelques minutes.',
        who: 'you',
        route: '/runs',
      },
      wrong_input: {
        happened: 'Une information donnée ne convient pas.',
        step: 'Vérifiez ce qui a été saisi, puis recommencez.',
        who: 'you',
        route: '',
      },
      our_fault: {
        happened: 'L’erreur vient de chez nous, et nous le regrettons.',
        step: 'Nous reprenons ce travail nous-mêmes.',
        who: 'support',
        route: '',
      },
      unknown: {
        happened: 'Rien de ce que voit le système n’explique ce qui se passe.',
        step: 'Dites-nous sur quel écran c’est arrivé et ce que vous avez vu.',
        who: 'you',
        route: '',
      },
    },
    told: 'La cause la plus probable : {cause}',
    unsure: 'Je n’ai pas trouvé la cause : une personne doit regarder.',
    ticket: {
      body: 'C’est noté : une personne de Nexio reprend votre demande avec tout ce que vous avez écrit.',
      meanwhile: 'En attendant, le reste de l’application marche comme avant.',
      urgent: 'Elle passe avant les autres, parce que votre travail est arrêté.',
      say: 'J’ai écrit le ticket « {title} » pour une personne.',
      when: 'Quand est-ce arrivé pour la première fois ?',
      screen: 'Sur quel écran étiez-vous ?',
      device: 'Avec quel téléphone ou quel navigateur ?',
      unknownTitle: 'Demande à une personne',
    },
    asks: 'Demande : {text}',
  },
  mg: {
    notInHelp: 'Tsy hitako ao amin’ny fanampiana ny valiny, ary aleoko tsy mamorona. Misy olona ao amin’ny Nexio afaka mamaly anao.',
    otherLanguage: 'Amin’ny teny hafa ihany no ahitana izany pejy izany ao amin’ny fanampiana: {text}',
    found: 'Ny pejy « {title} » ao amin’ny fanampiana no nanombanako ny valiny.',
    notFound: 'Tsy misy valin’izany ao amin’ny fanampiana: aroso amin’ny olona.',
    waits: 'Tsy very ny asanao: miandry izy ary hitohy avy eo.',
    person: 'Misy olona ao amin’ny Nexio mijery an’izany.',
    causes: {
      account_expired: {
        happened: 'Tsy manan-kery intsony ny fidirana amin’ny {account}.',
        step: 'Ampifandraiso indray ny {account} ao amin’ny fandrindrana.',
        who: 'owner',
        route: '/settings',
      },
      account_missing: {
        happened: 'Mbola tsy mifandray amin’ny Nexio ny kaonty {account}.',
        step: 'Ampifandraiso ny {account} ao amin’ny fandrindrana.',
        who: 'owner',
        route: '/settings',
      },
      budget_spent: {
        happened: 'Lany ny tetibola androany.',
        step: 'Andraso rahampitso, na ampio ny tetibola ao amin’ny fandrindrana.',
        who: 'owner',
        route: '/settings',
      },
      plan_limit: {
        happened: 'Tratra ny fetran’ny drafitra misy anao.',
        step: 'Misafidiana drafitra lehibe kokoa, na manafaha toerana.',
        who: 'owner',
        route: '/settings',
      },
      no_right: {
        happened: 'Tsy omen’ny anjara asanao alalana hanao izany.',
        step: 'Angataho ny tompony hanao izany na hanome alalana anao.',
        who: 'owner',
        route: '',
      },
      offline: {
        happened: 'Tsy mifandray amin’ny tambajotra ny finday.',
        step: 'Rehefa misy tambajotra dia lasa ho azy izay nataonao.',
        who: 'you',
        route: '',
      },
      outside_service: {
        happened: 'Misy tolotra ivelany tsy mamaly amin’izao fotoana izao.',
        step: 'Avereno ny asa afaka minitra vitsivitsy.',
        who: 'you',
        route: '/runs',
      },
      wrong_input: { happened: 'Misy zavatra nosoratana tsy mety.', step: 'Hamarino izay nosoratana, dia avereno.', who: 'you', route: '' },
      our_fault: {
        happened: 'Avy aminay ny hadisoana, ary miala tsiny izahay.',
        step: 'Izahay no mamerina io asa io.',
        who: 'support',
        route: '',
      },
      unknown: {
        happened: 'Tsy misy hitan’ny rafitra manazava ny antony.',
        step: 'Lazao anay ny efijery nisehoan’izany sy izay hitanao.',
        who: 'you',
        route: '',
      },
    },
    told: 'Izao no antony azo inoana indrindra: {cause}',
    unsure: 'Tsy hitako ny antony: mila jeren’ny olona.',
    ticket: {
      body: 'Voarakitra: misy olona ao amin’ny Nexio handray ny fangatahanao miaraka amin’izay rehetra nosoratanao.',
      meanwhile: 'Mandra-pahatongan’izany dia mandeha toy ny mahazatra ny ambiny.',
      urgent: 'Mialoha ny hafa izany, satria mijanona ny asanao.',
      say: 'Nosoratako ho an’ny olona ny tapakila « {title} ».',
      when: 'Oviana no nitranga voalohany izany?',
      screen: 'Tao amin’ny efijery inona ianao?',
      device: 'Finday na navigateur inona no nampiasainao?',
      unknownTitle: 'Fangatahana amin’ny olona',
    },
    asks: 'Fangatahana: {text}',
  },
  en: {
    notInHelp: 'I did not find the answer in the help, and I would rather invent nothing. A person at Nexio can answer you.',
    otherLanguage: 'The help has this page in another language only: {text}',
    found: 'I answered with the page “{title}” of the help.',
    notFound: 'The help does not answer this question: I propose a person.',
    waits: 'Your work is not lost: it is waiting and will go on afterwards.',
    person: 'A person at Nexio is looking at this.',
    causes: {
      account_expired: {
        happened: 'The access to {account} is no longer valid.',
        step: 'Connect {account} again in the settings.',
        who: 'owner',
        route: '/settings',
      },
      account_missing: {
        happened: 'The account {account} is not connected to Nexio yet.',
        step: 'Connect {account} in the settings.',
        who: 'owner',
        route: '/settings',
      },
      budget_spent: {
        happened: 'The budget of the day is spent.',
        step: 'Wait until tomorrow, or raise the budget in the settings.',
        who: 'owner',
        route: '/settings',
      },
      plan_limit: {
        happened: 'You have reached the limit of your plan.',
        step: 'Choose a larger plan, or free a place.',
        who: 'owner',
        route: '/settings',
      },
      no_right: {
        happened: 'Your role does not allow this.',
        step: 'Ask the owner to do it, or to give you the right.',
        who: 'owner',
        route: '',
      },
      offline: {
        happened: 'The phone is not connected to the network.',
        step: 'Find a network: what you have done goes out by itself.',
        who: 'you',
        route: '',
      },
      outside_service: {
        happened: 'A service outside Nexio is not answering at the moment.',
        step: 'Start the work again in a few minutes.',
        who: 'you',
        route: '/runs',
      },
      wrong_input: {
        happened: 'Something that was entered does not fit.',
        step: 'Check what was entered, then try again.',
        who: 'you',
        route: '',
      },
      our_fault: {
        happened: 'The fault is ours, and we are sorry for it.',
        step: 'We take this work up ourselves.',
        who: 'support',
        route: '',
      },
      unknown: {
        happened: 'Nothing the system sees explains what is happening.',
        step: 'Tell us on which screen it happened and what you saw.',
        who: 'you',
        route: '',
      },
    },
    told: 'The most likely cause: {cause}',
    unsure: 'I did not find the cause: a person has to look at it.',
    ticket: {
      body: 'It is written down: a person at Nexio takes up your request with all that you have written.',
      meanwhile: 'In the meantime the rest of the app works as before.',
      urgent: 'It comes before the others, because your work has stopped.',
      say: 'I wrote the ticket “{title}” for a person.',
      when: 'When did it happen for the first time?',
      screen: 'On which screen were you?',
      device: 'With which phone or browser?',
      unknownTitle: 'A request to a person',
    },
    asks: 'Request: {text}',
  },
  ar: {
    notInHelp: 'لم أجد الجواب في صفحات المساعدة، وأفضل ألا أخترع شيئًا. يمكن لشخص من نكسيو أن يجيبك.',
    otherLanguage: 'هذه الصفحة موجودة في المساعدة بلغة أخرى فقط: {text}',
    found: 'أجبت من صفحة «{title}» في المساعدة.',
    notFound: 'المساعدة لا تجيب عن هذا السؤال: أقترح أن يجيب شخص.',
    waits: 'عملك لم يضع: إنه ينتظر وسيكمل بعد ذلك.',
    person: 'شخص من نكسيو ينظر في الأمر.',
    causes: {
      account_expired: {
        happened: 'لم يعد الدخول إلى {account} صالحًا.',
        step: 'أعد ربط {account} في الإعدادات.',
        who: 'owner',
        route: '/settings',
      },
      account_missing: {
        happened: 'حساب {account} غير مربوط بنكسيو بعد.',
        step: 'اربط {account} في الإعدادات.',
        who: 'owner',
        route: '/settings',
      },
      budget_spent: {
        happened: 'صُرفت ميزانية اليوم كلها.',
        step: 'انتظر إلى الغد، أو ارفع الميزانية في الإعدادات.',
        who: 'owner',
        route: '/settings',
      },
      plan_limit: { happened: 'بلغت حد باقتك.', step: 'اختر باقة أكبر، أو أخل مكانًا.', who: 'owner', route: '/settings' },
      no_right: { happened: 'دورك لا يسمح بهذا.', step: 'اطلب من المالك أن يفعله أو أن يعطيك الحق.', who: 'owner', route: '' },
      offline: { happened: 'الهاتف غير متصل بالشبكة.', step: 'عند عودة الشبكة يُرسل ما فعلته وحده.', who: 'you', route: '' },
      outside_service: { happened: 'خدمة خارجية لا تجيب الآن.', step: 'أعد تشغيل العمل بعد دقائق.', who: 'you', route: '/runs' },
      wrong_input: { happened: 'في ما كُتب شيء غير مناسب.', step: 'راجع ما كتبته ثم أعد المحاولة.', who: 'you', route: '' },
      our_fault: { happened: 'الخطأ من عندنا، ونعتذر عنه.', step: 'نحن نعيد هذا العمل بأنفسنا.', who: 'support', route: '' },
      unknown: { happened: 'لا شيء مما يراه النظام يفسر ما يحدث.', step: 'قل لنا في أي شاشة حدث ذلك وماذا رأيت.', who: 'you', route: '' },
    },
    told: 'السبب الأقرب: {cause}',
    unsure: 'لم أجد السبب: يجب أن ينظر فيه شخص.',
    ticket: {
      body: 'تم تسجيل الطلب: سيتولاه شخص من نكسيو مع كل ما كتبته.',
      meanwhile: 'في هذه الأثناء يعمل باقي التطبيق كما كان.',
      urgent: 'طلبك يسبق غيره لأن عملك متوقف.',
      say: 'كتبت التذكرة «{title}» لشخص يتولاها.',
      when: 'متى حدث هذا أول مرة؟',
      screen: 'في أي شاشة كنت؟',
      device: 'بأي هاتف أو متصفح؟',
      unknownTitle: 'طلب موجه إلى شخص',
    },
    asks: 'الطلب: {text}',
  },
};
