// What is said about plans. Used by upsell-recommender.ts.
import type { Phrases } from '../say.ts';

/** Names of the product, the same in every language. */
export const planNames: Record<string, string> = {
  free: 'Free',
  starter: 'Starter',
  growth: 'Growth',
  pro: 'Pro',
  enterprise: 'Enterprise',
  white_label: 'White label',
};

export const planPhrases = {
  stay: {
    mg: 'Ny {present} no mety aminareo. Tsy misy ilàna fanovana.',
    fr: 'La formule {present} vous convient. Rien à changer.',
    en: 'The {present} plan fits you. Nothing to change.',
    ar: 'باقة {present} تناسبكم. لا حاجة إلى تغيير.',
  },
  larger: {
    mg: 'Ny {plan} no hahasahana izay ataonareo: {difference} fanampiny isam-bolana. Ianareo no manapaka.',
    fr: 'La formule {plan} couvrirait ce que vous faites : {difference} de plus par mois. C’est à vous de décider.',
    en: 'The {plan} plan would cover what you do: {difference} more a month. It is for you to decide.',
    ar: 'باقة {plan} تغطي ما تفعلونه: {difference} إضافية في الشهر. القرار لكم.',
  },
  smaller: {
    mg: 'Ampy ho anareo ny {plan}: {difference} latsaka isam-bolana. Ianareo no manapaka.',
    fr: 'La formule {plan} vous suffirait : {difference} de moins par mois. C’est à vous de décider.',
    en: 'The {plan} plan would be enough for you: {difference} less a month. It is for you to decide.',
    ar: 'باقة {plan} تكفيكم: {difference} أقل في الشهر. القرار لكم.',
  },
  wait: {
    mg: 'Aleo andrasana aloha vao miresaka momba ny hanova ny {present}.',
    fr: 'Attendons avant de parler de changer la formule {present}.',
    en: 'Let us wait before we speak of changing the {present} plan.',
    ar: 'لننتظر قبل الحديث عن تغيير باقة {present}.',
  },
  too_new: {
    mg: 'Latsaky ny 14 andro no nampiasana ity tolotra ity.',
    fr: 'Moins de 14 jours avec cette formule.',
    en: 'Less than 14 days on this plan.',
    ar: 'أقل من 14 يومًا على هذه الباقة.',
  },
  blocked: {
    mg: 'Tratra ny fetra tao anatin’ny 30 andro farany, isan’ny andro: {days}.',
    fr: 'Limite atteinte sur les 30 derniers jours, nombre de jours : {days}.',
    en: 'Limit reached in the last 30 days, number of days: {days}.',
    ar: 'بُلغ الحد خلال آخر 30 يومًا، عدد الأيام: {days}.',
  },
  refused: {
    mg: 'Misy zavatra notadiavina matetika fa tsy ao amin’ny tolotra.',
    fr: 'Une fonction que la formule n’a pas a été demandée plusieurs jours.',
    en: 'A function that the plan does not have was wanted on several days.',
    ar: 'طُلبت وظيفة ليست في الباقة في أيام عدة.',
  },
  not_well: {
    mg: 'Aleo aloha ampiana ianareo hahita vokatra.',
    fr: 'D’abord, il faut que le travail vous serve mieux.',
    en: 'First the work has to serve you better.',
    ar: 'أولًا يجب أن ينفعكم العمل أكثر.',
  },
  unused: {
    mg: 'Ny fampiasanareo dia ambany noho ny fetra: fangatahana {tasks} sy {cost} isan’andro, olona {members}.',
    fr: 'Vous utilisez moins que les limites : {tasks} demandes et {cost} par jour, {members} personnes.',
    en: 'You use less than the limits: {tasks} requests and {cost} a day, {members} people.',
    ar: 'استعمالكم أقل من الحدود: {tasks} طلبًا و{cost} في اليوم، وعدد الأشخاص {members}.',
  },
  fits: {
    mg: 'Mifanaraka amin’ny fetra ny fampiasanareo: fangatahana {tasks} sy {cost} isan’andro, olona {members}.',
    fr: 'Votre usage tient dans les limites : {tasks} demandes et {cost} par jour, {members} personnes.',
    en: 'Your use is within the limits: {tasks} requests and {cost} a day, {members} people.',
    ar: 'استعمالكم ضمن الحدود: {tasks} طلبًا و{cost} في اليوم، وعدد الأشخاص {members}.',
  },
  seldom: {
    mg: 'Akaiky ny fetra ianareo ({tasks} fangatahana sy {cost} isan’andro, olona {members}) fa mahalana no tena voasakana.',
    fr: 'Vous êtes près des limites ({tasks} demandes et {cost} par jour, {members} personnes), mais rarement arrêté.',
    en: 'You are near the limits ({tasks} requests and {cost} a day, {members} people), but seldom stopped.',
    ar: 'أنتم قرب الحدود ({tasks} طلبًا و{cost} في اليوم، وعدد الأشخاص {members}) لكن نادرًا ما توقفتم.',
  },
  unlimited: { mg: 'tsy misy fetra', fr: 'sans limite', en: 'no limit', ar: 'بلا حد' },
  price: {
    mg: 'Vidiny isam-bolana: {was} → {becomes}.',
    fr: 'Prix par mois : {was} → {becomes}.',
    en: 'Price a month: {was} → {becomes}.',
    ar: 'السعر في الشهر: من {was} إلى {becomes}.',
  },
  daily_tasks: {
    mg: 'Fangatahana isan’andro: {was} → {becomes}.',
    fr: 'Demandes par jour : {was} → {becomes}.',
    en: 'Requests a day: {was} → {becomes}.',
    ar: 'الطلبات في اليوم: من {was} إلى {becomes}.',
  },
  daily_cost_usd: {
    mg: 'Tetibola isan’andro: {was} → {becomes}.',
    fr: 'Budget par jour : {was} → {becomes}.',
    en: 'Budget a day: {was} → {becomes}.',
    ar: 'الميزانية في اليوم: من {was} إلى {becomes}.',
  },
  agents: {
    mg: 'Agent: {was} → {becomes}.',
    fr: 'Agents : {was} → {becomes}.',
    en: 'Agents: {was} → {becomes}.',
    ar: 'الوكلاء: من {was} إلى {becomes}.',
  },
  users: {
    mg: 'Olona: {was} → {becomes}.',
    fr: 'Personnes : {was} → {becomes}.',
    en: 'People: {was} → {becomes}.',
    ar: 'الأشخاص: من {was} إلى {becomes}.',
  },
} satisfies Phrases;
