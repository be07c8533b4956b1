// The sentences of a mail, in the four languages. Used by channels/mail.ts.
import type { Language } from '../../payloads.ts';

export interface MailWords {
  hello(name: string): string;
  /** subject and first sentence of an approval, by gate */
  approval: Record<'publish' | 'outreach' | 'money' | 'settings', string>;
  to_decide(title: string): string;
  digest_subject(count: number): string;
  digest(count: number): string;
  peer(say: string): string;
  score(score: number): string;
  house: string;
  planned(at: string): string;
  has_picture: string;
  open_page: string;
  once: string;
  open_app: string;
  two_factor: string;
  why_mail: string;
  invitation_subject(business: string): string;
  /** `by` may be empty */
  invitation(by: string, business: string): string;
  invitation_role: Record<InvitedRole, string>;
  open_invitation: string;
  /** how long it is good, and what to do when it is not expected */
  invitation_end: string;
}

export type InvitedRole = 'admin' | 'staff' | 'external';

/** U+2068…U+2069 around what people wrote: its direction stays its own inside an Arabic sentence and the other way round. */
const own = (text: string): string => `\u2068${text}\u2069`;

export const mailWords: Record<Language, MailWords> = {
  mg: {
    hello: (name) => (name ? `Miarahaba, ${own(name)}.` : 'Miarahaba.'),
    approval: {
      publish: 'Misy lahatsoratra miandry ny fanapahan-kevitrao.',
      outreach: 'Misy hafatra halefa miandry ny fanapahan-kevitrao.',
      money: 'Misy fandaniana miandry ny fanapahan-kevitrao.',
      settings: 'Misy fanovana safidy miandry ny fanapahan-kevitrao.',
    },
    to_decide: (title) => `Miandry ny hevitrao: ${own(title)}`,
    digest_subject: (count) => `${count} no miandry ny fanapahan-kevitrao`,
    digest: (count) => `${count} no miandry ny fanapahan-kevitrao ao amin’ny Nexio.`,
    peer: (say) => `Hevitry ny mpandinika: ${own(say)}`,
    score: (score) => `Naoty kalitao: ${score}/100.`,
    house: 'Ny modely an’ny Nexio (fitsipika sy fehezanteny vonona), fa tsy AI, no nanoratra.',
    planned: (at) => `Fotoana voatondro: ${own(at)}.`,
    has_picture: 'Misy sary miaraka aminy: ho hitanao ao amin’ny pejy.',
    open_page: 'Vakio, ovay, ekeo na lavo eto:',
    once: 'Anao irery ity rohy ity ary indray mandeha ihany no mety. Ny fanokafana azy tsy manapaka na inona na inona.',
    open_app: 'Sokafy eto:',
    two_factor: 'Mila fanamarinana anankiroa ity fanapahana ity, koa ao amin’ny app no anaovana azy.',
    why_mail: 'Mailaka no nandefasanay azy satria tsy tratra tamin’ny fomba hafa ianao. Ovao ao amin’ny Nexio, Safidy, Fampandrenesana.',
    invitation_subject: (business) => `Asaina ao amin’i ${own(business)} ianao`,
    invitation: (by, business) =>
      by ? `Manasa anao hiara-miasa ao amin’i ${own(business)} i ${own(by)}.` : `Asaina hiara-miasa ao amin’i ${own(business)} ianao.`,
    invitation_role: {
      admin: 'Hitantana ny ekipa sy ny safidy ary hanapaka ianao.',
      staff: 'Hamorona ianao, ary hanapaka izay anjaranao.',
      external: 'Hahita izay ankinina aminao ianao.',
    },
    open_invitation: 'Vakio sy ekeo ny fanasana:',
    invitation_end: 'Fito andro no mety. Raha tsy miandry an’ity ianao, avelao fotsiny: tsy misy zavatra hitranga.',
  },
  fr: {
    hello: (name) => (name ? `Bonjour ${own(name)},` : 'Bonjour,'),
    approval: {
      publish: 'Un post attend votre décision.',
      outreach: 'Un message à envoyer attend votre décision.',
      money: 'Une dépense attend votre décision.',
      settings: 'Un changement de réglages attend votre décision.',
    },
    to_decide: (title) => `À décider : ${own(title)}`,
    digest_subject: (count) => `${count} choses attendent votre décision`,
    digest: (count) => `${count} choses attendent votre décision dans Nexio.`,
    peer: (say) => `Avis du relecteur : ${own(say)}`,
    score: (score) => `Note de qualité : ${score}/100.`,
    house: 'Écrit par le modèle maison, sans IA.',
    planned: (at) => `Prévu : ${own(at)}.`,
    has_picture: 'Une image l’accompagne : vous la verrez sur la page.',
    open_page: 'Lire, modifier, approuver ou rejeter :',
    once: 'Ce lien est à vous seul et ne sert qu’une fois. L’ouvrir ne décide rien.',
    open_app: 'Ouvrir :',
    two_factor: 'Cette décision demande la double vérification : elle se prend dans l’application.',
    why_mail:
      'Nous vous écrivons par e-mail parce que nous n’avons pas pu vous joindre autrement. À changer dans Nexio, Réglages, Notifications.',
    invitation_subject: (business) => `Invitation à rejoindre ${own(business)}`,
    invitation: (by, business) =>
      by ? `${own(by)} vous invite à travailler avec ${own(business)}.` : `Vous êtes invité à travailler avec ${own(business)}.`,
    invitation_role: {
      admin: 'Vous gérez l’équipe et les réglages, et vous décidez.',
      staff: 'Vous créez, et vous décidez de ce qui vous revient.',
      external: 'Vous voyez ce qui vous est confié.',
    },
    open_invitation: 'Lire et accepter l’invitation :',
    invitation_end: 'Elle vaut sept jours. Si vous ne l’attendiez pas, laissez ce message : il ne se passe rien.',
  },
  en: {
    hello: (name) => (name ? `Hello ${own(name)},` : 'Hello,'),
    approval: {
      publish: 'A post is waiting for your decision.',
      outreach: 'A message to be sent is waiting for your decision.',
      money: 'A spend is waiting for your decision.',
      settings: 'A change of settings is waiting for your decision.',
    },
    to_decide: (title) => `To decide: ${own(title)}`,
    digest_subject: (count) => `${count} things wait for your decision`,
    digest: (count) => `${count} things wait for your decision in Nexio.`,
    peer: (say) => `The reviewer says: ${own(say)}`,
    score: (score) => `Quality: ${score}/100.`,
    house: 'Written by the house model, not by an AI.',
    planned: (at) => `Planned for ${own(at)}.`,
    has_picture: 'A picture goes with it: you see it on the page.',
    open_page: 'Read, edit, approve or reject:',
    once: 'This link is yours alone and works once. Opening it decides nothing.',
    open_app: 'Open:',
    two_factor: 'This decision needs two-step verification: it is taken in the app.',
    why_mail: 'We write by email because we could not reach you otherwise. Change it in Nexio, Settings, Notifications.',
    invitation_subject: (business) => `Invitation to join ${own(business)}`,
    invitation: (by, business) =>
      by ? `${own(by)} invites you to work with ${own(business)}.` : `You are invited to work with ${own(business)}.`,
    invitation_role: {
      admin: 'You manage the team and the settings, and you decide.',
      staff: 'You create, and you decide what is yours.',
      external: 'You see what is given to you.',
    },
    open_invitation: 'Read and accept the invitation:',
    invitation_end: 'It is good for seven days. If you did not expect it, leave this mail: nothing happens.',
  },
  ar: {
    hello: (name) => (name ? `مرحبًا ${own(name)}،` : 'مرحبًا،'),
    approval: {
      publish: 'منشور ينتظر قرارك.',
      outreach: 'رسالة للإرسال تنتظر قرارك.',
      money: 'نفقة تنتظر قرارك.',
      settings: 'تغيير في الإعدادات ينتظر قرارك.',
    },
    to_decide: (title) => `بانتظار قرارك: ${own(title)}`,
    digest_subject: (count) => `أمور تنتظر قرارك: ${count}`,
    digest: (count) => `عدد الأمور التي تنتظر قرارك في Nexio: ${count}.`,
    peer: (say) => `رأي المراجع: ${own(say)}`,
    score: (score) => `درجة الجودة: ${score}/100.`,
    house: 'كتبه النموذج المحلي وليس ذكاءً اصطناعيًا.',
    planned: (at) => `الموعد: ${own(at)}.`,
    has_picture: 'معه صورة: ستراها في الصفحة.',
    open_page: 'اقرأ أو عدّل أو وافق أو ارفض:',
    once: 'هذا الرابط لك وحدك ويعمل مرة واحدة. فتحه لا يقرر شيئًا.',
    open_app: 'افتح:',
    two_factor: 'يتطلب هذا القرار التحقق بخطوتين: يُتخذ داخل التطبيق.',
    why_mail: 'نراسلك بالبريد لأننا لم نتمكن من الوصول إليك بطريقة أخرى. غيّر ذلك في Nexio، الإعدادات، الإشعارات.',
    invitation_subject: (business) => `دعوة للانضمام إلى ${own(business)}`,
    invitation: (by, business) => (by ? `يدعوك ${own(by)} للعمل مع ${own(business)}.` : `أنت مدعو للعمل مع ${own(business)}.`),
    invitation_role: {
      admin: 'تدير الفريق والإعدادات وتقرر.',
      staff: 'تنشئ وتقرر ما يخصك.',
      external: 'ترى ما يُسند إليك.',
    },
    open_invitation: 'اقرأ الدعوة واقبلها:',
    invitation_end: 'صالحة سبعة أيام. إن لم تكن تنتظرها فاترك هذه الرسالة: لن يحدث شيء.',
  },
};
