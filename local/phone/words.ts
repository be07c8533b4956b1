// What the frame of the phone page says in the languages of the browsers that open it; what stands in the chats is not ours. Used by page.ts.
export type PhoneLanguage = 'mg' | 'fr' | 'en' | 'ar';

export type PhoneWords = Record<
  | 'title'
  | 'hint'
  | 'nobody'
  | 'number'
  | 'name'
  | 'open'
  | 'back'
  | 'chats'
  | 'business'
  | 'write'
  | 'send'
  | 'photo'
  | 'voice'
  | 'answering'
  | 'stop_answering'
  | 'forwarded'
  | 'forward'
  | 'template'
  | 'failed'
  | 'empty'
  | 'not_found'
  | 'elsewhere'
  | 'photo_word'
  | 'voice_word'
  | 'bad_number'
  | 'sent'
  | 'delivered'
  | 'trial',
  string
>;

export const phoneWords: Record<PhoneLanguage, PhoneWords> = {
  fr: {
    title: 'Téléphone d’essai',
    hint: 'Jouez la personne : tout reste sur cette machine.',
    nobody: 'Aucun téléphone. Ajoutez un numéro pour commencer.',
    number: 'Numéro',
    name: 'Nom affiché',
    open: 'Ouvrir ce téléphone',
    back: 'Discussions',
    chats: 'Messagerie',
    business: 'Nexio',
    write: 'Message',
    send: 'Envoyer',
    photo: 'Joindre une photo',
    voice: 'Joindre un message vocal',
    answering: 'Réponse à',
    stop_answering: 'Ne plus répondre à ce message',
    forwarded: 'Transféré',
    forward: 'Envoyer comme message transféré',
    template: 'Modèle approuvé',
    failed: 'Nexio n’a pas répondu',
    empty: 'Aucun message. Écrivez le code de liaison, ou bonjour.',
    not_found: 'Rien ici',
    elsewhere: 'Ouvrez cette page sur la machine qui fait tourner Nexio.',
    photo_word: 'Photo',
    voice_word: 'Message vocal',
    bad_number: 'Ce numéro n’existe pas. Exemple : 034 12 345 67',
    sent: 'Envoyé',
    delivered: 'Reçu par Nexio',
    trial: 'essai',
  },
  en: {
    title: 'Trial phone',
    hint: 'Play the person: everything stays on this machine.',
    nobody: 'No phone yet. Add a number to begin.',
    number: 'Number',
    name: 'Name shown',
    open: 'Open this phone',
    back: 'Chats',
    chats: 'App',
    business: 'Nexio',
    write: 'Message',
    send: 'Send',
    photo: 'Attach a photo',
    voice: 'Attach a voice note',
    answering: 'Answer to',
    stop_answering: 'Stop answering this message',
    forwarded: 'Forwarded',
    forward: 'Send as a forwarded message',
    template: 'Approved template',
    failed: 'Nexio did not answer',
    empty: 'No message yet. Write the code that links you, or hello.',
    not_found: 'Nothing here',
    elsewhere: 'Open this page on the machine that runs Nexio.',
    photo_word: 'Photo',
    voice_word: 'Voice note',
    bad_number: 'There is no such number. Example: 034 12 345 67',
    sent: 'Sent',
    delivered: 'Nexio has it',
    trial: 'trial',
  },
  mg: {
    title: 'Telefaonina fanandramana',
    hint: 'Ianao no maka ny toeran’ilay olona: eto amin’ity milina ity ihany ny rehetra.',
    nobody: 'Mbola tsy misy telefaonina. Ampidiro ny laharana iray.',
    number: 'Laharana',
    name: 'Anarana miseho',
    open: 'Sokafy ity telefaonina ity',
    back: 'Resaka',
    chats: 'Fampiharana',
    business: 'Nexio',
    write: 'Hafatra',
    send: 'Alefa',
    photo: 'Hampiditra sary',
    voice: 'Hampiditra feo',
    answering: 'Valin’ny',
    stop_answering: 'Tsy hamaly ity hafatra ity intsony',
    forwarded: 'Nampitaina',
    forward: 'Alefa toy ny hafatra nampitaina',
    template: 'Modely nankatoavina',
    failed: 'Tsy namaly i Nexio',
    empty: 'Mbola tsy misy hafatra. Soraty ny kaody fampifandraisana, na miarahaba.',
    not_found: 'Tsy misy na inona na inona eto',
    elsewhere: 'Sokafy amin’ny milina mampandeha an’i Nexio ity pejy ity.',
    photo_word: 'Sary',
    voice_word: 'Feo',
    bad_number: 'Tsy misy io laharana io. Ohatra: 034 12 345 67',
    sent: 'Lasa',
    delivered: 'Azon’i Nexio',
    trial: 'fanandramana',
  },
  ar: {
    title: 'هاتف التجربة',
    hint: 'تصرّف كأنك الشخص: كل شيء يبقى على هذا الجهاز.',
    nobody: 'لا يوجد هاتف بعد. أضف رقمًا للبدء.',
    number: 'الرقم',
    name: 'الاسم الظاهر',
    open: 'افتح هذا الهاتف',
    back: 'المحادثات',
    chats: 'التطبيق',
    business: 'Nexio',
    write: 'رسالة',
    send: 'إرسال',
    photo: 'إرفاق صورة',
    voice: 'إرفاق رسالة صوتية',
    answering: 'ردًا على',
    stop_answering: 'إلغاء الرد على هذه الرسالة',
    forwarded: 'مُعاد توجيهها',
    forward: 'أرسلها كرسالة مُعاد توجيهها',
    template: 'قالب معتمد',
    failed: 'لم يستجب Nexio',
    empty: 'لا رسائل بعد. اكتب رمز الربط أو تحية.',
    not_found: 'لا شيء هنا',
    elsewhere: 'افتح هذه الصفحة على الجهاز الذي يشغّل Nexio.',
    photo_word: 'صورة',
    voice_word: 'رسالة صوتية',
    bad_number: 'لا يوجد رقم كهذا. مثال: 034 12 345 67',
    sent: 'أُرسلت',
    delivered: 'وصلت إلى Nexio',
    trial: 'تجربة',
  },
};

/** The first of ours that the browser asks for; English else. */
export function phoneLanguage(accept: string | null): PhoneLanguage {
  const asked = (accept ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return asked.find((one): one is PhoneLanguage => one in phoneWords) ?? 'en';
}
