// What the figures are called, in four languages. Used by the skills of this folder.
import type { Language } from '../../../_shared/payloads.ts';

const names: Record<string, Record<Language, string>> = {
  reach: { mg: 'olona nahita', fr: 'portée', en: 'reach', ar: 'الوصول' },
  impressions: { mg: 'fisehoana', fr: 'affichages', en: 'impressions', ar: 'مرات الظهور' },
  engagements: { mg: 'fihetsika', fr: 'interactions', en: 'engagements', ar: 'التفاعلات' },
  engagement: { mg: 'fihetsika', fr: 'interactions', en: 'engagement', ar: 'التفاعل' },
  engagement_rate: { mg: 'tahan’ny fihetsika', fr: 'taux d’interaction', en: 'engagement rate', ar: 'نسبة التفاعل' },
  clicks: { mg: 'tsindry', fr: 'clics', en: 'clicks', ar: 'النقرات' },
  click_rate: { mg: 'tahan’ny tsindry', fr: 'taux de clic', en: 'click rate', ar: 'نسبة النقر' },
  followers: { mg: 'mpanaraka', fr: 'abonnés', en: 'followers', ar: 'المتابعون' },
  followers_gained: { mg: 'mpanaraka vaovao', fr: 'nouveaux abonnés', en: 'new followers', ar: 'متابعون جدد' },
  posts: { mg: 'lahatsoratra', fr: 'publications', en: 'posts', ar: 'المنشورات' },
  leads: { mg: 'olona liana', fr: 'contacts intéressés', en: 'leads', ar: 'المهتمون' },
  cost_per_lead: { mg: 'vidin’ny olona liana iray', fr: 'coût par contact', en: 'cost per lead', ar: 'كلفة كل مهتم' },
  spend: { mg: 'vola lany', fr: 'dépense', en: 'spend', ar: 'الإنفاق' },
  orders: { mg: 'kaomandy', fr: 'commandes', en: 'orders', ar: 'الطلبات' },
  revenue: { mg: 'vola niditra', fr: 'recettes', en: 'revenue', ar: 'الإيرادات' },
};

/** A figure that has no name of ours keeps its own, with spaces for underscores. */
export const figureName = (key: string, language: Language): string => names[key]?.[language] ?? key.replaceAll('_', ' ');
