// Why something in the app does not work, and the cure with who can do it, in the four languages. Used by support.ts.
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

export const cures: Record<Language, Record<Cause, Cure>> = {
  fr: {
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
  mg: {
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
  en: {
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
  ar: {
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
};
