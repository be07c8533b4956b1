// What the milestones are called. Used by milestone-tracker.ts.
import type { Language } from '../../../_shared/payloads.ts';
import type { Phrases } from '../say.ts';
import type { Counter } from './milestone-tracker.ts';

export const counterNames: Record<Counter, Record<Language, string>> = {
  posts_published: { mg: 'Lahatsoratra nivoaka', fr: 'Posts publiés', en: 'Posts published', ar: 'منشورات منشورة' },
  approvals: { mg: 'Fanapahana vita', fr: 'Décisions prises', en: 'Decisions made', ar: 'قرارات متخذة' },
  leads: { mg: 'Olona liana', fr: 'Contacts reçus', en: 'Leads received', ar: 'مهتمون تواصلوا' },
  won: { mg: 'Mpanjifa azo', fr: 'Clients gagnés', en: 'Customers won', ar: 'زبائن كسبتموهم' },
  followers_gained: { mg: 'Mpanaraka vaovao', fr: 'Nouveaux abonnés', en: 'New followers', ar: 'متابعون جدد' },
  reviews_five_stars: { mg: 'Hevitra kintana dimy', fr: 'Avis cinq étoiles', en: 'Five-star reviews', ar: 'تقييمات بخمس نجوم' },
  weeks_in_a_row: { mg: 'Famoahana tsy tapaka', fr: 'Publier sans interruption', en: 'Publishing without a break', ar: 'نشر دون انقطاع' },
  hours_saved: { mg: 'Ora voavonjy', fr: 'Temps gagné', en: 'Time saved', ar: 'وقت موفّر' },
};

export const milestonePhrases = {
  title: { mg: '{counter}: {step}', fr: '{counter} : {step}', en: '{counter}: {step}', ar: '{counter}: {step}' },
  first_lead: { mg: 'Ny olona liana voalohany', fr: 'Votre premier contact', en: 'Your first lead', ar: 'أول مهتم بكم' },
  first_won: { mg: 'Ny mpanjifa voalohany', fr: 'Votre premier client gagné', en: 'Your first customer won', ar: 'أول زبون كسبتموه' },
  bravo: {
    mg: 'Arahaba! Tratra izany: {title}.',
    fr: 'Bravo ! Vous y êtes : {title}.',
    en: 'Well done! You have made it: {title}.',
    ar: 'أحسنتم! بلغتم: {title}.',
  },
  estimate: {
    mg: '(Tombana: 0,5 ora isaky ny lahatsoratra nekena tsy nisy niova, 0,05 ora isaky ny valin-teny.)',
    fr: '(Estimation : 0,5 h par post approuvé sans retouche, 0,05 h par réponse envoyée.)',
    en: '(An estimate: 0.5 h for each piece approved without an edit, 0.05 h for each answer sent.)',
    ar: '(تقدير: نصف ساعة لكل منشور وُوفق عليه دون تعديل، و0.05 ساعة لكل رد أُرسل.)',
  },
  since_start: { mg: 'hatramin’ny fisoratana anarana', fr: 'depuis votre inscription', en: 'since you signed up', ar: 'منذ تسجيلكم' },
  without_break: { mg: 'tsy nisy tapaka', fr: 'sans interruption', en: 'without a break', ar: 'دون انقطاع' },
  nothing_new: {
    mg: 'Tsy misy dingana vaovao tratra androany. Mandrosoa hatrany.',
    fr: 'Pas de nouvelle étape aujourd’hui. Continuons.',
    en: 'No new milestone today. On we go.',
    ar: 'لا محطة جديدة اليوم. لنواصل.',
  },
} satisfies Phrases;
