// Labels, help, consent and thanks of a form, in four languages. Used by form-builder.ts and render-page.ts.
import type { Language } from '../../../_shared/payloads.ts';

export const fieldNames = ['name', 'phone', 'email', 'date', 'quantity', 'service', 'message'] as const;
export type FieldName = (typeof fieldNames)[number];

export const isFieldName = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);

export type FieldKind = 'text' | 'tel' | 'email' | 'date' | 'number' | 'select' | 'textarea';
export const fieldKinds: Record<FieldName, { kind: FieldKind; autocomplete: string; most: number }> = {
  name: { kind: 'text', autocomplete: 'name', most: 120 },
  phone: { kind: 'tel', autocomplete: 'tel', most: 40 },
  email: { kind: 'email', autocomplete: 'email', most: 160 },
  date: { kind: 'date', autocomplete: '', most: 10 },
  quantity: { kind: 'number', autocomplete: '', most: 6 },
  service: { kind: 'select', autocomplete: '', most: 80 },
  message: { kind: 'textarea', autocomplete: '', most: 2000 },
};

export const labels: Record<Language, Record<FieldName, string>> = {
  mg: {
    name: 'Anarana',
    phone: 'Laharana finday (WhatsApp)',
    email: 'Mailaka',
    date: 'Andro tiana',
    quantity: 'Isa',
    service: 'Tolotra tiana',
    message: 'Hafatra',
  },
  fr: {
    name: 'Nom',
    phone: 'Téléphone (WhatsApp)',
    email: 'E-mail',
    date: 'Date souhaitée',
    quantity: 'Quantité',
    service: 'Ce qui vous intéresse',
    message: 'Message',
  },
  en: {
    name: 'Name',
    phone: 'Phone (WhatsApp)',
    email: 'E-mail',
    date: 'Date you wish',
    quantity: 'Quantity',
    service: 'What you are interested in',
    message: 'Message',
  },
  ar: {
    name: 'الاسم',
    phone: 'الهاتف (واتساب)',
    email: 'البريد الإلكتروني',
    date: 'التاريخ المطلوب',
    quantity: 'الكمية',
    service: 'ما يهمكم',
    message: 'الرسالة',
  },
};

export const helps: Record<Language, Partial<Record<FieldName, string>>> = {
  mg: { phone: 'Ohatra: 034 12 345 67' },
  fr: { phone: 'Avec l’indicatif si vous écrivez de l’étranger' },
  en: { phone: 'With your country code if you write from abroad' },
  ar: { phone: 'مع رمز البلد إن كنتم تكتبون من الخارج' },
};

export const consents: Record<Language, string> = {
  mg: 'Hovaliana fotsiny amin’ireo ny fangatahanao, ary tehirizina herintaona raha ela indrindra; azonao angatahina hofafana izany amin’ny fotoana rehetra.',
  fr: 'Ces informations servent seulement à vous répondre et sont gardées un an au plus ; vous pouvez demander leur effacement à tout moment.',
  en: 'These details serve only to answer you and are kept for one year at most; you may ask for them to be erased at any time.',
  ar: 'تُستخدم هذه المعلومات للرد عليكم فقط وتُحفظ سنة واحدة على الأكثر، ويمكنكم طلب محوها في أي وقت.',
};

export const buttons: Record<Language, string> = { mg: 'Alefaso', fr: 'Envoyer', en: 'Send', ar: 'إرسال' };
export const thanks: Record<Language, string> = {
  mg: 'Misaotra! Voarainay ny hafatrao ary hamaly haingana izahay.',
  fr: 'Merci ! Votre message est bien arrivé, nous vous répondons bientôt.',
  en: 'Thank you! Your message has arrived, we will answer soon.',
  ar: 'شكرًا لكم! وصلت رسالتكم وسنجيب قريبًا.',
};
export const leaveEmpty: Record<Language, string> = {
  mg: 'Avelao ho foana',
  fr: 'Laissez vide',
  en: 'Leave this empty',
  ar: 'اتركوه فارغًا',
};
export const choose: Record<Language, string> = { mg: 'Safidio', fr: 'Choisissez', en: 'Choose', ar: 'اختاروا' };
export const formHeadings: Record<Language, string> = { mg: 'Manorata aminay', fr: 'Écrivez-nous', en: 'Write to us', ar: 'اكتبوا لنا' };
export const skipWords: Record<Language, string> = {
  mg: 'Mankany amin’ny votoaty',
  fr: 'Aller au contenu',
  en: 'Skip to content',
  ar: 'إلى المحتوى',
};
