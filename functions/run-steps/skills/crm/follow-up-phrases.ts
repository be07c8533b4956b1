// What the follow-up scheduler says. Used by follow-up-scheduler.ts.
import type { Phrases } from '../say.ts';

export const followUpPhrases = {
  whatsapp: { mg: 'WhatsApp', fr: 'WhatsApp', en: 'WhatsApp', ar: 'واتساب' },
  email: { mg: 'mailaka', fr: 'e-mail', en: 'e-mail', ar: 'البريد الإلكتروني' },
  first: {
    mg: 'Efa 24 ora tsy nisy namaly an’i {name}: ny hafatra voalohany dia amin’ny {channel}.',
    fr: '24 heures sans réponse à {name} : premier message, par {channel}.',
    en: '24 hours without an answer to {name}: first message, by {channel}.',
    ar: 'مرت 24 ساعة دون رد على {name}: الرسالة الأولى عبر {channel}.',
  },
  second: {
    mg: 'Telo andro tsy nisy valiny avy amin’i {name}: ny hafatra faharoa dia amin’ny {channel}.',
    fr: 'Trois jours de silence de {name} : deuxième message, par {channel}.',
    en: 'Three days of silence from {name}: second message, by {channel}.',
    ar: 'ثلاثة أيام من الصمت من {name}: الرسالة الثانية عبر {channel}.',
  },
  third: {
    mg: 'Fito andro taty aoriana tsy mbola namaly i {name}: hafatra farany amin’ny {channel}, dia avela amin’izay.',
    fr: 'Sept jours plus tard, toujours rien de {name} : dernier message, par {channel}, puis on n’insiste plus.',
    en: 'Seven days later, still nothing from {name}: last message, by {channel}, and then no more.',
    ar: 'بعد سبعة أيام لا شيء من {name}: الرسالة الأخيرة عبر {channel} ثم نتوقف.',
  },
  planned: {
    mg: 'Efa misy hafatra voalahatra ho an’i {name}: andrasana aloha io.',
    fr: 'Un message à {name} est déjà prévu : on attend celui-là.',
    en: 'A message to {name} is planned already: we wait for that one.',
    ar: 'هناك رسالة مقررة إلى {name}: ننتظرها أولًا.',
  },
  is_closed: {
    mg: 'Vita ny resaka tamin’i {name}.',
    fr: 'L’affaire avec {name} est close.',
    en: 'The matter with {name} is closed.',
    ar: 'انتهى الأمر مع {name}.',
  },
  answered: {
    mg: 'Efa namaly i {name}: olona no tokony hanohy ny resaka.',
    fr: '{name} a répondu : c’est à une personne de continuer.',
    en: '{name} has answered: a person should carry on from here.',
    ar: 'ردّ {name}: على شخص أن يتابع الحديث.',
  },
  three_times: {
    mg: 'Efa in-telo no nanoratana tamin’i {name} ka tsy namaly izy.',
    fr: 'Nous avons écrit trois fois à {name} sans réponse.',
    en: 'We have written to {name} three times without an answer.',
    ar: 'كتبنا إلى {name} ثلاث مرات دون رد.',
  },
  no_channel: {
    mg: 'Tsy nanome alalana na laharana ahafahana manoratra aminy i {name}.',
    fr: '{name} n’a donné ni accord ni adresse pour être recontacté.',
    en: '{name} has given neither consent nor an address to be written to.',
    ar: 'لم يعطِ {name} موافقة ولا عنوانًا للمراسلة.',
  },
  stop: {
    mg: 'Tsy hanoratra amin’i {name} intsony aho.',
    fr: 'Je n’écris plus à {name}.',
    en: 'I will not write to {name} any more.',
    ar: 'لن أكتب إلى {name} بعد الآن.',
  },
  send: {
    mg: 'Hafatra faha-{attempt} ho an’i {name}, amin’ny {channel}: {when}.',
    fr: 'Message n° {attempt} à {name}, par {channel} : {when}.',
    en: 'Message number {attempt} to {name}, by {channel}: {when}.',
    ar: 'الرسالة رقم {attempt} إلى {name} عبر {channel}: {when}.',
  },
  wait: {
    mg: 'Andrasana aloha ny hafatra voalahatra ho an’i {name}. Ny manaraka: {when}.',
    fr: 'J’attends le message déjà prévu pour {name}. Le suivant : {when}.',
    en: 'I wait for the message that is planned for {name}. The next one: {when}.',
    ar: 'أنتظر الرسالة المقررة إلى {name}. التالية: {when}.',
  },
} satisfies Phrases;
