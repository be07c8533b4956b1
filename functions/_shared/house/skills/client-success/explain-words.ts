// What support says in the four languages: about a feature, a cause and its cure, a ticket. Used by the answers beside this file.
import type { Language } from '../../../payloads.ts';

export type SupportWords = {
  /** nothing in the help answers */
  notInHelp: string;
  otherLanguage: string;
  found: string;
  notFound: string;
  waits: string;
  person: string;
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
