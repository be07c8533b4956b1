// One sentence for a notification, by its kind (data.code) and params, as the app words it under the bell. For every channel that tells of results, leads and alerts.
import type { Language } from '../../payloads.ts';

export type BellParams = Record<string, unknown>;
type Sentence = (word: (name: string) => string) => string;

const detectors = ['anomaly', 'opportunity', 'timing', 'recycler', 'crisis'] as const;
type Code =
  | 'content_published'
  | 'page_published'
  | 'brand_dna_proposed'
  | 'insight'
  | `insight_${(typeof detectors)[number]}`
  | 'lead_received'
  | 'subscriber_joined'
  | 'run_failed'
  | 'not_delivered'
  | 'cost_hold'
  | 'integration_expiring'
  | 'reply_mode_lowered'
  | 'trial_ended'
  | 'reputation_alert'
  | 'autonomy_offered'
  | 'reply_mode_offered'
  | 'autonomy_taken'
  | 'client_decided'
  | 'chat_linked'
  | 'other';

const channelName = (channel: string) => (channel === 'telegram' ? 'Telegram' : 'WhatsApp');

const sentences: Record<Language, Record<Code, Sentence>> = {
  mg: {
    content_published: (p) => `Navoaka: «${p('headline')}».`,
    page_published: (p) => `Efa hitan’ny rehetra ny pejy «${p('title')}».`,
    brand_dna_proposed: () => 'Vonona ny karatry ny marikao: vakio.',
    insight: () => 'Misy hevitra miandry anao.',
    insight_anomaly: () => 'Mihena ny fifandraisana: jereo izay azo atao.',
    insight_opportunity: () => 'Nihetsika ny mpifaninana: vintana ho anao.',
    insight_timing: () => 'Misy ora tsara kokoa hamoahana.',
    insight_recycler: () => 'Azo averina ny lahatsoratra nahomby fahiny.',
    insight_crisis: () => 'Maro ny hafatra tezitra: jereo avy hatrany.',
    lead_received: (p) => `Nanoratra taminao i ${p('name')}.`,
    subscriber_joined: (p) => `Te hahazo vaovao avy aminao i ${p('name')}.`,
    run_failed: (p) => `Tsy tafita: «${p('title')}».`,
    not_delivered: () => 'Nisy fandefasana nolavin’ny sehatra ivelany.',
    cost_hold: (p) => `Mihoatra ${p('percent')} % noho ny mahazatra ny lany androany: naato izay tsy nangatahinao.`,
    integration_expiring: (p) => `Ho tapitra tsy ho ela ny fifandraisana amin’ny ${p('account')}. Ampifandraiso indray.`,
    reply_mode_lowered: () => 'Hanontany anao indray ny valinteny alohan’ny andefasana azy.',
    trial_ended: () => 'Tapitra ny 14 andro fanandramana. Voatahiry izay nataonao.',
    reputation_alert: (p) => `Laza: ${p('title')}`,
    autonomy_offered: (p) => `${p('count')} nisesy no neken’ianao tsy nisy fanovana: azo avela hivoaka ho azy izao. Ianao no manapaka.`,
    reply_mode_offered: (p) => `${p('count')} valinteny nisesy no neken’ianao tsy nisy fanovana: azo avela handeha ho azy izao.`,
    autonomy_taken: () => 'Hanontany anao indray alohan’ny hivoahany.',
    client_decided: (p) => `Namaly i ${p('client')}: «${p('title')}».`,
    chat_linked: (p) =>
      `Nisy resaka ${channelName(p('channel'))} nampifandraisina tamin’ny kaontinao. Raha tsy ianao dia sarahy avy hatrany.`,
    other: () => 'Misy vaovao.',
  },
  fr: {
    content_published: (p) => `Publié : « ${p('headline')} ».`,
    page_published: (p) => `Page en ligne : « ${p('title')} ».`,
    brand_dna_proposed: () => 'Votre carte de marque est prête à relire.',
    insight: () => 'Une idée vous attend.',
    insight_anomaly: () => 'L’engagement baisse : voyez quoi faire.',
    insight_opportunity: () => 'Un concurrent bouge : une occasion à saisir.',
    insight_timing: () => 'Une meilleure heure pour publier.',
    insight_recycler: () => 'Un ancien succès peut resservir.',
    insight_crisis: () => 'Beaucoup de messages mécontents : regardez tout de suite.',
    lead_received: (p) => `${p('name')} vous a écrit.`,
    subscriber_joined: (p) => `${p('name')} veut recevoir vos nouvelles.`,
    run_failed: (p) => `Le travail « ${p('title')} » s’est arrêté.`,
    not_delivered: () => 'Une plateforme a refusé un de vos envois.',
    cost_hold: (p) => `La journée coûte ${p('percent')} % de plus que d’habitude : ce que vous n’avez pas demandé est en pause.`,
    integration_expiring: (p) => `La connexion à ${p('account')} expire bientôt. Reconnectez-la.`,
    reply_mode_lowered: () => 'Les réponses vous seront de nouveau demandées avant de partir.',
    trial_ended: () => 'Vos 14 jours d’essai sont terminés. Ce que vous avez fait est conservé.',
    reputation_alert: (p) => `Réputation : ${p('title')}`,
    autonomy_offered: (p) => `${p('count')} d’affilée approuvés sans retouche : cela peut partir tout seul. À vous de choisir.`,
    reply_mode_offered: (p) => `${p('count')} réponses d’affilée approuvées sans retouche : elles peuvent partir toutes seules.`,
    autonomy_taken: () => 'Ce qui partait tout seul vous sera de nouveau demandé.',
    client_decided: (p) => `${p('client')} a répondu : « ${p('title')} ».`,
    chat_linked: (p) =>
      `Une messagerie ${channelName(p('channel'))} a été liée à votre compte. Si ce n’est pas vous, déliez-la tout de suite.`,
    other: () => 'Du nouveau pour vous.',
  },
  en: {
    content_published: (p) => `Published: “${p('headline')}”.`,
    page_published: (p) => `Page online: “${p('title')}”.`,
    brand_dna_proposed: () => 'Your brand card is ready to review.',
    insight: () => 'An idea is waiting for you.',
    insight_anomaly: () => 'Engagement is falling: see what to do.',
    insight_opportunity: () => 'A competitor has moved: a chance for you.',
    insight_timing: () => 'There is a better hour to publish.',
    insight_recycler: () => 'An old success can serve again.',
    insight_crisis: () => 'Many angry messages: look now.',
    lead_received: (p) => `${p('name')} wrote to you.`,
    subscriber_joined: (p) => `${p('name')} wants to hear from you.`,
    run_failed: (p) => `The work “${p('title')}” stopped.`,
    not_delivered: () => 'A platform refused something you sent.',
    cost_hold: (p) => `Today costs ${p('percent')}% more than usual: what you did not ask for is on hold.`,
    integration_expiring: (p) => `The connection to ${p('account')} ends soon. Connect it again.`,
    reply_mode_lowered: () => 'Replies will be asked of you again before they go out.',
    trial_ended: () => 'Your 14 days of trial are over. What you made is kept.',
    reputation_alert: (p) => `Reputation: ${p('title')}`,
    autonomy_offered: (p) => `${p('count')} in a row approved untouched: this may go out by itself. Your choice.`,
    reply_mode_offered: (p) => `${p('count')} replies in a row approved untouched: they may go out by themselves.`,
    autonomy_taken: () => 'What went out by itself will be asked of you again.',
    client_decided: (p) => `${p('client')} has answered: “${p('title')}”.`,
    chat_linked: (p) => `A ${channelName(p('channel'))} chat was linked to your account. If it was not you, unlink it at once.`,
    other: () => 'Something new for you.',
  },
  ar: {
    content_published: (p) => `نُشر: «${p('headline')}».`,
    page_published: (p) => `الصفحة منشورة: «${p('title')}».`,
    brand_dna_proposed: () => 'بطاقة علامتك جاهزة للمراجعة.',
    insight: () => 'فكرة تنتظرك.',
    insight_anomaly: () => 'التفاعل يتراجع: انظر ما العمل.',
    insight_opportunity: () => 'تحرك منافس: فرصة لك.',
    insight_timing: () => 'ثمة ساعة أفضل للنشر.',
    insight_recycler: () => 'نجاح قديم يمكن أن يعود.',
    insight_crisis: () => 'رسائل غاضبة كثيرة: انظر الآن.',
    lead_received: (p) => `راسلك ${p('name')}.`,
    subscriber_joined: (p) => `${p('name')} يريد أن تصله أخبارك.`,
    run_failed: (p) => `توقف العمل «${p('title')}».`,
    not_delivered: () => 'رفضت إحدى المنصات شيئا أرسلته.',
    cost_hold: (p) => `كلّف اليوم ${p('percent')}٪ أكثر من المعتاد: أُوقف ما لم تطلبه.`,
    integration_expiring: (p) => `ينتهي الاتصال بـ${p('account')} قريبًا. أعد الربط.`,
    reply_mode_lowered: () => 'ستعرض عليك الردود من جديد قبل إرسالها.',
    trial_ended: () => 'انتهت 14 يومًا من التجربة. ما أنجزته محفوظ.',
    reputation_alert: (p) => `السمعة: ${p('title')}`,
    autonomy_offered: (p) => `وافقت على ${p('count')} متتالية دون تعديل: يمكن أن تُنشر وحدها. القرار لك.`,
    reply_mode_offered: (p) => `وافقت على ${p('count')} ردًا متتاليًا دون تعديل: يمكن أن تُرسل وحدها.`,
    autonomy_taken: () => 'ما كان يُنشر وحده سيُعرض عليك من جديد.',
    client_decided: (p) => `أجاب ${p('client')}: «${p('title')}».`,
    chat_linked: (p) => `رُبطت محادثة ${channelName(p('channel'))} بحسابك. إن لم تكن أنت فافصلها فورًا.`,
    other: () => 'لديك جديد.',
  },
};

/** `params.code` = kind of the notification; one that has no sentence yet says that there is news. Values are data and stay as they are. */
export function sayBell(language: Language, params: BellParams): string {
  const known = sentences[language];
  const code = params.code === 'insight' ? `insight_${String(params.detector)}` : String(params.code);
  const sentence = Object.hasOwn(known, code) ? known[code as Code] : params.code === 'insight' ? known.insight : known.other;
  return sentence((name) => String(params[name] ?? '').replaceAll('_', ' '));
}
