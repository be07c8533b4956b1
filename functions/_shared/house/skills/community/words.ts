// Sentences with which the house model answers one person, in the four languages; `<familiar|polite>`, `{slot}`, `[optional]` as in grammar/shape.ts. Used by the answers beside this file.
import type { Language } from '../../../payloads.ts';
import type { Topic } from './intents.ts';

export type Asked = 'price' | 'hours' | 'place' | 'contact' | 'delivery' | 'payment' | 'availability' | 'discount' | 'question';

export type AnswerWords = {
  hello: string;
  /** the fact itself; `{list}` is `samosa bœuf : 1 000 Ar, …` */
  facts: { price: string; hours: string; place: string; address: string; contact: string; own: string };
  /** a fact the Brand DNA does not hold */
  unknown: string;
  /** money off is never ours to give */
  discount: string;
  asked: Record<Asked, string>;
  thanks: string;
  thanksService: string;
  thanksTopic: string;
  praised: Record<'taste' | 'welcome' | 'wait' | 'quality' | 'dirt', string>;
  sorry: string;
  /** after `sorry`: what went wrong, as they lived it */
  wrong: Record<Exclude<Topic, 'price' | 'taste' | 'quality'> | 'taste' | 'quality' | 'other', string>;
  /** the way to a person */
  private: string;
  hand: string;
  person: string;
  ignore: string;
  /** one question back */
  ask: { quantity: string; date: string; place: string; what: string; more: string };
  order: string;
  come: string;
};

export const answerWords: Record<Language, AnswerWords> = {
  fr: {
    hello: 'Bonjour[ {name}],',
    facts: {
      price: '{list}.',
      hours: 'nos horaires : {hours}.',
      place: 'nous sommes {at}.',
      address: 'notre adresse : {place}.',
      contact: 'notre numéro : {phone}.',
      own: 'voici ce que nous proposons : {own}.',
    },
    unknown: 'pour {asked}, nous vérifions et nous <te|vous> répondons ici.',
    discount: 'pour une remise, c’est une personne de l’équipe qui décide : nous lui transmettons <ta|votre> demande.',
    asked: {
      price: 'le prix',
      hours: 'les horaires',
      place: "l'adresse",
      contact: 'le numéro',
      delivery: 'la livraison',
      payment: 'le paiement',
      availability: 'la disponibilité',
      discount: 'une remise',
      question: '<ta|votre> question',
    },
    thanks: 'Merci[ {name}], <ton|votre> message fait plaisir à toute l’équipe.',
    thanksService: 'Merci[ {name}] ! <Ton|Votre> mot sur {service} fait plaisir à toute l’équipe.',
    thanksTopic: 'Merci[ {name}] ! <Ton|Votre> mot sur {topic} fait plaisir à toute l’équipe.',
    praised: { taste: 'le goût', welcome: "l'accueil", wait: 'la rapidité', quality: 'la qualité', dirt: 'la propreté' },
    sorry: 'Bonjour[ {name}], nous sommes désolés pour {wrong}.',
    wrong: {
      wait: 'cette attente',
      late: 'ce retard',
      cold: 'ce qui <t’|vous >a été servi froid',
      taste: 'ce goût qui <t’|vous >a déçu',
      welcome: 'cet accueil',
      dirt: 'ce manque de propreté',
      broken: 'cet article abîmé',
      silence: 'notre silence',
      quality: 'cette qualité',
      other: 'ce que <tu as|vous avez> vécu',
    },
    private: '<Écris-nous|Écrivez-nous> en message privé[ ou <appelle|appelez> le {phone}] : une personne de l’équipe <te|vous> répondra.',
    hand: 'Bonjour[ {name}], <ton|votre> message est sérieux : nous le transmettons tout de suite à une personne de l’équipe, qui <t’|vous >écrira elle-même.',
    person: 'Un assistant prépare les réponses, et l’équipe de {brand} en répond.',
    ignore: 'Merci pour <ton|votre> passage.',
    ask: {
      quantity: 'Combien en <veux-tu|voulez-vous> ?',
      date: 'C’est pour quel jour ?',
      place: 'C’est pour quel quartier ?',
      what: '<Qu’est-ce qui te ferait plaisir|Que souhaitez-vous> exactement ?',
      more: '<Tu veux|Vous voulez> autre chose ?',
    },
    order: 'C’est noté : {order}. Une personne de l’équipe <te|vous> confirme la commande.',
    come: '<Reviens|Revenez> quand <tu veux|vous voulez>, nous serons heureux de <te|vous> revoir[ {at}].',
  },
  mg: {
    hello: 'Salama[ {name}],',
    facts: {
      price: '{list}.',
      hours: 'ny ora fiasanay dia {hours}.',
      place: 'eto {place} izahay.',
      address: 'ny adiresinay dia {place}.',
      contact: 'ny laharanay dia {phone}.',
      own: 'ireto no misy aminay: {own}.',
    },
    unknown: 'ny momba ny {asked} dia hohamarininay aloha, dia hovalianay eto izany.',
    discount: 'olona ao amin’ny ekipa no manapaka ny momba ny fihenam-bidy: ampitainay aminy ny fangatahana.',
    asked: {
      price: 'vidiny',
      hours: 'ora fiasana',
      place: 'adiresy',
      contact: 'laharana',
      delivery: 'fanaterana',
      payment: 'fandoavana',
      availability: 'fisian’ny entana',
      discount: 'fihenam-bidy',
      question: 'fanontaniana',
    },
    thanks: 'Misaotra[ {name}], faly izahay rehetra mamaky izany.',
    thanksService: 'Misaotra[ {name}]! Faly izahay rehetra mahare izany momba ny {service}.',
    thanksTopic: 'Misaotra[ {name}]! Faly izahay rehetra mahare izany momba ny {topic}.',
    praised: { taste: 'tsirony', welcome: 'fandraisana', wait: 'hafainganana', quality: 'kalitao', dirt: 'fahadiovana' },
    sorry: 'Salama[ {name}], miala tsiny izahay noho ny {wrong}.',
    wrong: {
      wait: 'fiandrasana naharitra',
      late: 'fahatarana',
      cold: 'zavatra nangatsiaka natolotra',
      taste: 'tsiro tsy nahafa-po',
      welcome: 'fandraisana tsy nety',
      dirt: 'tsy fahadiovana',
      broken: 'entana simba',
      silence: 'tsy namalianay',
      quality: 'kalitao tsy nahafa-po',
      other: 'zavatra niainana',
    },
    private: 'Mandefasa hafatra manokana aminay[ na antsoy ny {phone}]: olona ao amin’ny ekipa no hamaly.',
    hand: 'Salama[ {name}], zava-dehibe ity hafatra ity: ampitainay avy hatrany amin’ny olona ao amin’ny ekipa, ary izy no hanoratra.',
    person: 'Misy mpanampy manomana ny valiny, ary ny ekipan’ny {brand} no tompon’andraikitra amin’izany.',
    ignore: 'Misaotra tamin’ny fandalovana.',
    ask: {
      quantity: 'Firy no ilaina?',
      date: 'Ho an’ny andro inona izany?',
      place: 'Any amin’ny faritra aiza izany?',
      what: 'Inona marina no ilaina?',
      more: 'Misy zavatra hafa ilaina ve?',
    },
    order: 'Voaray: {order}. Olona ao amin’ny ekipa no hanamarina ny kaomandy.',
    come: 'Miverena indray, faly handray <anao|anareo> izahay[ {at}].',
  },
  en: {
    hello: 'Hello[ {name}],',
    facts: {
      price: '{list}.',
      hours: 'our hours: {hours}.',
      place: 'we are {at}.',
      address: 'our address is {place}.',
      contact: 'our number is {phone}.',
      own: 'here is what we offer: {own}.',
    },
    unknown: 'for {asked}, we are checking and will answer you here.',
    discount: 'a person of the team decides about discounts: we are passing your request on.',
    asked: {
      price: 'the price',
      hours: 'our hours',
      place: 'the address',
      contact: 'the number',
      delivery: 'the delivery',
      payment: 'the payment',
      availability: 'what is in stock',
      discount: 'a discount',
      question: 'your question',
    },
    thanks: 'Thank you[ {name}], your message makes the whole team happy.',
    thanksService: 'Thank you[ {name}]! What you say about {service} makes the whole team happy.',
    thanksTopic: 'Thank you[ {name}]! What you say about {topic} makes the whole team happy.',
    praised: { taste: 'the taste', welcome: 'the welcome', wait: 'the speed', quality: 'the quality', dirt: 'how clean it is' },
    sorry: 'Hello[ {name}], we are sorry for {wrong}.',
    wrong: {
      wait: 'the wait',
      late: 'the delay',
      cold: 'what reached you cold',
      taste: 'a taste that let you down',
      welcome: 'the way you were received',
      dirt: 'the lack of cleanliness',
      broken: 'the damaged item',
      silence: 'our silence',
      quality: 'the quality you met',
      other: 'what you went through',
    },
    private: 'Write to us in a private message[ or call {phone}]: a person of the team will answer you.',
    hand: 'Hello[ {name}], your message is serious: we are passing it at once to a person of the team, who will write to you.',
    person: 'An assistant prepares the answers, and the team of {brand} stands for them.',
    ignore: 'Thank you for stopping by.',
    ask: {
      quantity: 'How many would you like?',
      date: 'For which day is it?',
      place: 'For which part of town is it?',
      what: 'What exactly would you like?',
      more: 'Is there anything else you would like?',
    },
    order: 'Noted: {order}. A person of the team confirms the order with you.',
    come: 'Come back whenever you like, we will be happy to see you[ {at}].',
  },
  ar: {
    hello: 'مرحبًا[ {name}]،',
    facts: {
      price: '{list}.',
      hours: 'أوقات العمل عندنا: {hours}.',
      place: 'نحن {at}.',
      address: 'عنواننا: {place}.',
      contact: 'رقمنا: {phone}.',
      own: 'هذا ما نقدمه: {own}.',
    },
    unknown: 'بخصوص {asked}، نتحقق من الأمر ثم نجيب هنا.',
    discount: 'الخصم يقرره شخص من الفريق، ونحن ننقل إليه <طلبك|طلبكم>.',
    asked: {
      price: 'السعر',
      hours: 'أوقات العمل',
      place: 'العنوان',
      contact: 'الرقم',
      delivery: 'التوصيل',
      payment: 'الدفع',
      availability: 'توفر الطلب',
      discount: 'الخصم',
      question: 'سؤالك',
    },
    thanks: 'شكرًا[ {name}]، <كلامك يسعد|كلامكم يسعد> كل الفريق.',
    thanksService: 'شكرًا[ {name}]! <كلامك|كلامكم> عن {service} يسعد كل الفريق.',
    thanksTopic: 'شكرًا[ {name}]! <كلامك|كلامكم> عن {topic} يسعد كل الفريق.',
    praised: { taste: 'الطعم', welcome: 'الاستقبال', wait: 'السرعة', quality: 'الجودة', dirt: 'النظافة' },
    sorry: 'مرحبًا[ {name}]، نعتذر عن {wrong}.',
    wrong: {
      wait: 'هذا الانتظار',
      late: 'هذا التأخير',
      cold: 'ما وصل باردًا',
      taste: 'طعم لم يكن كما يجب',
      welcome: 'هذا الاستقبال',
      dirt: 'قلة النظافة',
      broken: 'القطعة المتضررة',
      silence: 'عدم ردنا',
      quality: 'جودة لم تكن كما يجب',
      other: 'ما حدث <معك|معكم>',
    },
    private: '<راسلنا|راسلونا> في رسالة خاصة[ أو على الرقم {phone}]، وسيجيب شخص من الفريق.',
    hand: 'مرحبًا[ {name}]، هذه الرسالة مهمة: ننقلها حالًا إلى شخص من الفريق، وهو من سيكتب <إليك|إليكم>.',
    person: 'يحضّر مساعد الردود، وفريق {brand} مسؤول عنها.',
    ignore: 'شكرًا على المرور.',
    ask: {
      quantity: 'كم قطعة <تريد|تريدون>؟',
      date: 'لأي يوم هذا الطلب؟',
      place: 'في أي حي؟',
      what: 'ما الذي <تريده|تريدونه> بالضبط؟',
      more: 'هل من شيء آخر؟',
    },
    order: 'سجلنا: {order}. سيؤكد الطلبَ شخص من الفريق.',
    come: 'أهلًا <بك|بكم> في كل وقت، يسعدنا أن <نراك|نراكم> من جديد[ {at}].',
  },
};
