// What the pipeline manager says. Used by pipeline-manager.ts.
import type { Phrases } from '../say.ts';

export const pipelinePhrases = {
  contacted: {
    mg: 'Efa nisy nanoratra taminy avy aty amintsika.',
    fr: 'Quelqu’un de chez nous lui a écrit.',
    en: 'One of us has written to them.',
    ar: 'كتب إليه أحد منا.',
  },
  qualified: {
    mg: 'Namaly ary nanontany vidiny, daty na isa.',
    fr: 'A répondu et demandé un prix, une date ou une quantité.',
    en: 'Answered and asked for a price, a date or a quantity.',
    ar: 'ردّ وسأل عن سعر أو موعد أو كمية.',
  },
  offered: {
    mg: 'Efa nalefa taminy ny tolotra misy vidiny.',
    fr: 'Une offre chiffrée lui a été envoyée.',
    en: 'An offer with a figure went out.',
    ar: 'أُرسل إليه عرض بسعر.',
  },
  answered_offer: { mg: 'Namaly ny tolotra nalefa.', fr: 'A répondu à notre offre.', en: 'Answered our offer.', ar: 'ردّ على عرضنا.' },
  bought: { mg: 'Nanao kaomandy na nandoa vola.', fr: 'A commandé ou payé.', en: 'Ordered or paid.', ar: 'طلب أو دفع.' },
  refused: { mg: 'Nilaza mazava fa tsy mila.', fr: 'A dit clairement non.', en: 'Clearly said no.', ar: 'رفض بوضوح.' },
  silent: {
    mg: 'Nangina 60 andro na dia efa in-telo aza no nanoratana taminy.',
    fr: '60 jours de silence après trois messages.',
    en: '60 days of silence after three messages.',
    ar: 'ستون يومًا من الصمت بعد ثلاث رسائل.',
  },
  wished: {
    mg: 'Nangatahin’olona teto amin’ny ekipa.',
    fr: 'Demandé par quelqu’un de l’équipe.',
    en: 'Asked for by someone of the team.',
    ar: 'بطلب من أحد أفراد الفريق.',
  },
  proposed: {
    mg: 'Mila afindra toerana, raha ekenareo: {list} (isa: {moves}). Mijanona ela loatra: {stale}.',
    fr: 'À déplacer, si vous êtes d’accord : {list} (en tout {moves}). Immobiles depuis trop longtemps : {stale}.',
    en: 'To move, if you agree: {list} ({moves} in all). Standing still for too long: {stale}.',
    ar: 'للنقل إن وافقتم: {list} (المجموع {moves}). متوقفون منذ مدة طويلة: {stale}.',
  },
  nothing_moves: {
    mg: 'Eo amin’ny toerany avokoa ny olona liana. Mijanona ela loatra: {stale}.',
    fr: 'Chaque contact est à sa place. Immobiles depuis trop longtemps : {stale}.',
    en: 'Every lead is where it belongs. Standing still for too long: {stale}.',
    ar: 'كل مهتم في مكانه. متوقفون منذ مدة طويلة: {stale}.',
  },
  created: {
    mg: 'Nampidirina ho olona liana vaovao: {created}.',
    fr: 'Nouveaux contacts ajoutés : {created}.',
    en: 'New leads added: {created}.',
    ar: 'مهتمون جدد أضيفوا: {created}.',
  },
  already_known: {
    mg: 'Efa fantatra io olona io (finday na mailaka mitovy): nampiana teo aminy ny hafatra.',
    fr: 'Cette personne est déjà connue (même téléphone ou e-mail) : son message a été ajouté.',
    en: 'This person is known already (same phone or e-mail): the message has been added.',
    ar: 'هذا الشخص معروف من قبل (الهاتف أو البريد نفسه): أضيفت رسالته إليه.',
  },
  backwards: {
    mg: 'Tsy averiko mihemotra ny olona liana: ataovy amin’ny tananareo izany raha ilaina.',
    fr: 'Je ne fais pas reculer un contact : faites-le à la main si c’est nécessaire.',
    en: 'I do not move a lead backwards: please do it by hand if it is needed.',
    ar: 'لا أعيد المهتم إلى الخلف: افعلوا ذلك يدويًا عند الحاجة.',
  },
} satisfies Phrases;
