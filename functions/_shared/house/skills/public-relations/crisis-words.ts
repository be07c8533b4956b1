// What the house model proposes when many people are angry, in the four languages; no "if", no "but", no promise of money or dates. Used by crisis.ts.
import type { Language } from '../../../payloads.ts';

type Asked = [question: string, who: string];
export type CrisisWords = {
  seen: string;
  known: string;
  working: string;
  care: string;
  sorry: string;
  listening: string;
  pause: string;
  reach: string;
  sign: string;
  headlines: Record<'unified' | 'pause' | 'apology', string>;
  because: Record<'unified' | 'pause' | 'apology' | 'early', string>;
  risks: Record<'unified' | 'pause' | 'apology', string>;
  reading: Record<'count' | 'topic' | 'owner' | 'unknown', string>;
  ask: Record<'plain' | 'grave', Asked[]>;
  never: string[];
  say: Record<'plain' | 'grave', string>;
};

export const crisisWords: Record<Language, CrisisWords> = {
  fr: {
    seen: 'Nous avons lu chacun de <tes|vos> messages[ sur ceci : {topic}].',
    known: 'Voici ce que nous savons : {told}.',
    working: 'Nous cherchons ce qui s’est passé avant d’en dire plus, et nous le dirons ici.',
    care: 'La santé et la sécurité de chacun passent avant tout : une personne touchée doit voir un médecin, et nous <te|vous> demandons de nous le dire.',
    sorry: 'Nous présentons nos excuses à toutes les personnes qui nous ont écrit[ sur ceci : {topic}].',
    listening: '<Tu nous l’as|Vous nous l’avez> dit clairement, et nous l’avons entendu.',
    pause: 'Nous avons lu <tes|vos> messages. Nous arrêtons nos annonces le temps de comprendre.',
    reach: 'Une personne de l’équipe répond en message privé[ et au {phone}].',
    sign: 'L’équipe de {brand}.',
    headlines: { unified: 'Une seule réponse partout', pause: 'Arrêter les annonces', apology: 'Présenter nos excuses' },
    because: {
      unified: 'En une heure, {negative} messages : les mêmes mots pour tous évitent les contradictions.',
      pause: 'Une annonce joyeuse à côté de {negative} messages en colère blesse et coûte de l’argent.',
      apology: 'Le propriétaire a dit ce qui s’est passé : on peut le nommer et présenter des excuses.',
      early: 'Les excuses viennent quand la cause est connue ; ce texte est prêt pour ce moment.',
    },
    risks: {
      unified: 'Elle paraît froide quand elle reste seule : les messages privés doivent suivre.',
      pause: 'Les ventes baissent pendant l’arrêt, et quelqu’un doit penser à reprendre.',
      apology: 'Avant de connaître la cause, des excuses peuvent être lues comme un aveu.',
    },
    reading: {
      count: 'On compte {negative} messages négatifs en une heure[, de {authors} personnes].',
      topic: 'Les mots qui reviennent : {words}.',
      owner: 'Le propriétaire dit : {told}.',
      unknown: 'La cause n’est pas encore connue.',
    },
    ask: {
      plain: [
        ['Que s’est-il passé, et quand ?', 'la personne qui était de service'],
        ['Combien de clients sont touchés ?', 'le propriétaire'],
      ],
      grave: [
        ['Y a-t-il des personnes malades ou blessées, et où sont-elles ?', 'un médecin'],
        ['Que devons-nous déclarer, et à qui ?', 'un avocat ou l’autorité'],
        ['Que s’est-il passé, et quand ?', 'la personne qui était de service'],
      ],
    },
    never: ['Effacer des commentaires.', 'Répondre à chacun avec d’autres mots.', 'Plaisanter.', 'Accuser un employé ou un client.'],
    say: {
      plain: '{negative} messages en colère en une heure : arrêtez les publications prévues et choisissez une des trois réponses.',
      grave: 'C’est grave : des personnes d’abord. Arrêtez les publications prévues et appelez qui sait, maintenant.',
    },
  },
  mg: {
    seen: 'Novakinay daholo ny hafatra rehetra[ momba ny: {topic}].',
    known: 'Izao no fantatray: {told}.',
    working: 'Tadiavinay aloha izay nitranga vao miteny bebe kokoa, ary holazainay eto izany.',
    care: 'Ny fahasalaman’ny olona no mialoha ny zavatra rehetra: tokony hanatona dokotera izay voakasika, ary mangataka izahay mba hilazany izany aminay.',
    sorry: 'Miala tsiny amin’ny olona rehetra nanoratra taminay izahay[ momba ny: {topic}].',
    listening: 'Nolazaina mazava taminay izany, ary renay.',
    pause: 'Novakinay daholo ny hafatra rehetra. Ajanonay ny dokambarotra mandra-pahafantaranay ny nitranga.',
    reach: 'Misy olona ao amin’ny ekipa mamaly amin’ny hafatra manokana[ sy amin’ny {phone}].',
    sign: 'Ny ekipan’ny {brand}.',
    headlines: { unified: 'Valiny iray ho an’ny rehetra', pause: 'Hampijanona ny dokambarotra', apology: 'Hiala tsiny' },
    because: {
      unified: 'Hafatra {negative} tao anatin’ny adiny iray: teny iray ho an’ny rehetra no tsy mampifanohitra.',
      pause: 'Mandratra sy mandany vola ny dokambarotra falifaly eo anilan’ny hafatra feno hatezerana {negative}.',
      apology: 'Nolazain’ny tompony izay nitranga: azo tononina izany ka azo ialana tsiny.',
      early: 'Rehefa fantatra ny antony vao miala tsiny; efa vonona ho amin’izany ity soratra ity.',
    },
    risks: {
      unified: 'Toa mangatsiaka izany raha irery: tsy maintsy arahin’ny hafatra manokana.',
      pause: 'Mihena ny varotra mandritra izany, ary mila misy mahatsiaro mamerina.',
      apology: 'Alohan’ny hahafantarana ny antony dia mety ho raisina ho fiekena ny fialan-tsiny.',
    },
    reading: {
      count: 'Misy hafatra ratsy {negative} tao anatin’ny adiny iray[, avy amin’ny olona {authors}].',
      topic: 'Ireto ny teny miverimberina: {words}.',
      owner: 'Hoy ny tompony: {told}.',
      unknown: 'Mbola tsy fantatra ny antony.',
    },
    ask: {
      plain: [
        ['Inona no nitranga ary oviana?', 'ny olona niasa tamin’izay'],
        ['Firy ny mpanjifa voakasika?', 'ny tompony'],
      ],
      grave: [
        ['Misy olona marary na naratra ve, ary aiza izy ireo?', 'dokotera'],
        ['Inona no tokony ambara ary amin’iza?', 'mpisolovava na manam-pahefana'],
        ['Inona no nitranga ary oviana?', 'ny olona niasa tamin’izay'],
      ],
    },
    never: [
      'Mamafa ny hevitry ny olona.',
      'Mamaly ny tsirairay amin’ny teny samihafa.',
      'Mivazivazy.',
      'Manome tsiny ny mpiasa na ny mpanjifa.',
    ],
    say: {
      plain:
        'Hafatra feno hatezerana {negative} tao anatin’ny adiny iray: ajanony ny famoahana efa voalahatra ary fidio ny iray amin’ireo valiny telo.',
      grave: 'Zava-dehibe izany: ny olona aloha. Ajanony ny famoahana efa voalahatra ary antsoy avy hatrany izay mahalala.',
    },
  },
  en: {
    seen: 'We have read each of your messages[ about this: {topic}].',
    known: 'This is what we know: {told}.',
    working: 'We are finding out what happened before we say more, and we will say it here.',
    care: 'People’s health and safety come before everything: whoever is affected should see a doctor, and we ask you to tell us.',
    sorry: 'We apologise to everyone who has written to us[ about this: {topic}].',
    listening: 'You have told us clearly, and we have heard it.',
    pause: 'We have read your messages. We are stopping our advertisements until we understand.',
    reach: 'A person of the team answers in private messages[ and on {phone}].',
    sign: 'The team of {brand}.',
    headlines: { unified: 'One answer everywhere', pause: 'Stop the advertisements', apology: 'Apologise' },
    because: {
      unified: 'In one hour, {negative} messages: the same words for all avoid contradictions.',
      pause: 'A cheerful advertisement beside {negative} angry messages hurts people and costs money.',
      apology: 'The owner has said what happened: it can be named, and we can apologise for it.',
      early: 'An apology comes when the cause is known; this text is ready for that moment.',
    },
    risks: {
      unified: 'It seems cold when it stands alone: private messages have to follow.',
      pause: 'Sales fall during the stop, and somebody has to remember to start again.',
      apology: 'Before the cause is known, an apology can be read as an admission.',
    },
    reading: {
      count: 'There are {negative} negative messages in one hour[, from {authors} people].',
      topic: 'The words that come back: {words}.',
      owner: 'The owner says: {told}.',
      unknown: 'The cause is not known yet.',
    },
    ask: {
      plain: [
        ['What happened, and when?', 'whoever was on duty'],
        ['How many customers are affected?', 'the owner'],
      ],
      grave: [
        ['Is anyone ill or injured, and where are they?', 'a doctor'],
        ['What do we have to report, and to whom?', 'a lawyer or the authority'],
        ['What happened, and when?', 'whoever was on duty'],
      ],
    },
    never: ['Delete comments.', 'Answer each person in different words.', 'Joke.', 'Blame the staff or a customer.'],
    say: {
      plain: '{negative} angry messages in one hour: stop what is scheduled and choose one of the three answers.',
      grave: 'This is serious: people come first. Stop what is scheduled and call those who know, now.',
    },
  },
  ar: {
    seen: 'قرأنا رسائلكم كلها[ عن: {topic}].',
    known: 'هذا ما نعرفه: {told}.',
    working: 'نبحث عما حدث قبل أن نقول المزيد، وسنقوله هنا.',
    care: 'صحة الناس وسلامتهم قبل كل شيء: على من أصابه ضرر أن يرى طبيبًا، ونرجو أن يخبرنا بذلك.',
    sorry: 'نعتذر لكل من كتب إلينا[ عن: {topic}].',
    listening: 'قلتم لنا ذلك بوضوح، وقد سمعناه.',
    pause: 'قرأنا رسائلكم كلها. نوقف إعلاناتنا حتى نفهم ما حدث.',
    reach: 'يجيب شخص من الفريق في الرسائل الخاصة[ وعلى الرقم {phone}].',
    sign: 'فريق {brand}.',
    headlines: { unified: 'جواب واحد في كل مكان', pause: 'إيقاف الإعلانات', apology: 'تقديم الاعتذار' },
    because: {
      unified: 'في ساعة واحدة {negative} من الرسائل: الكلمات نفسها للجميع تمنع التناقض.',
      pause: 'إعلان مرح إلى جانب {negative} من الرسائل الغاضبة يجرح ويكلف مالًا.',
      apology: 'قال المالك ما حدث: يمكن تسميته والاعتذار عنه.',
      early: 'يأتي الاعتذار عندما يُعرف السبب، وهذا النص جاهز لذلك.',
    },
    risks: {
      unified: 'يبدو باردًا إن بقي وحده: يجب أن تتبعه رسائل خاصة.',
      pause: 'تنخفض المبيعات في أثناء التوقف، ويجب أن يتذكر أحد استئنافها.',
      apology: 'قبل معرفة السبب قد يُقرأ الاعتذار على أنه اعتراف.',
    },
    reading: {
      count: 'هناك {negative} من الرسائل السلبية في ساعة واحدة[، من {authors} أشخاص].',
      topic: 'الكلمات التي تتكرر: {words}.',
      owner: 'يقول المالك: {told}.',
      unknown: 'السبب غير معروف بعد.',
    },
    ask: {
      plain: [
        ['ماذا حدث ومتى؟', 'من كان في الخدمة'],
        ['كم عدد الزبائن المعنيين؟', 'المالك'],
      ],
      grave: [
        ['هل هناك مرضى أو مصابون، وأين هم؟', 'طبيب'],
        ['بماذا يجب أن نبلّغ، ولمن؟', 'محام أو السلطة المختصة'],
        ['ماذا حدث ومتى؟', 'من كان في الخدمة'],
      ],
    },
    never: ['حذف التعليقات.', 'الرد على كل شخص بكلمات مختلفة.', 'المزاح.', 'لوم موظف أو زبون.'],
    say: {
      plain: '{negative} من الرسائل الغاضبة في ساعة واحدة: أوقفوا المنشورات المجدولة واختاروا أحد الردود الثلاثة.',
      grave: 'الأمر خطير: الناس أولًا. أوقفوا المنشورات المجدولة واتصلوا الآن بمن يعرف.',
    },
  },
};
