// The texts that WhatsApp has to approve before they may be sent outside the 24 hours: an installation registers them in its WhatsApp Manager as they
// stand here (category utility, one quick reply). WhatsApp offers no Malagasy: such a person gets the French one. Sent by ../whatsapp.ts.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages

export type TemplateLanguage = 'fr' | 'en' | 'ar';
export type TemplateText = { /** {{1}} = how many wait */ body: string; /** at most 25 characters */ button: string };

type Template = { name: string } & Record<TemplateLanguage, TemplateText>;

export const templates: readonly [Template, ...Template[]] = [
  {
    name: 'nexio_waiting',
    fr: {
      body: 'Bonjour ! Votre équipe Nexio attend votre décision. À lire : {{1}}. Touchez le bouton, elle vous montre tout ici.',
      button: 'Montrer',
    },
    en: {
      body: 'Hello! Your Nexio team is waiting for your decision. To read: {{1}}. Tap the button and it shows you everything here.',
      button: 'Show me',
    },
    ar: { body: 'مرحبًا! فريق Nexio بانتظار قرارك. عدد ما ينتظر: {{1}}. اضغط الزر ليعرض عليك كل شيء هنا.', button: 'اعرض' },
  },
];
