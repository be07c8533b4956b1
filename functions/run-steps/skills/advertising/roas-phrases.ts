// What the ROAS rules say. Used by roas-calculator.ts.
import type { Phrases } from '../say.ts';

export const roasPhrases = {
  scale: {
    mg: 'Mampiditra {roas} isaky ny 1 lany: azo ampiakarina ho {budget} isan’andro.',
    fr: 'Rapporte {roas} pour 1 dépensé : on peut passer à {budget} par jour.',
    en: 'Brings in {roas} for each 1 spent: it can go up to {budget} a day.',
    ar: 'يجلب {roas} مقابل كل 1 ننفقه: يمكن رفعه إلى {budget} في اليوم.',
  },
  keep: {
    mg: 'Mampiditra {roas} isaky ny 1 lany: tsara, avela toy izao.',
    fr: 'Rapporte {roas} pour 1 dépensé : c’est bien, on ne change rien.',
    en: 'Brings in {roas} for each 1 spent: good, we leave it as it is.',
    ar: 'يجلب {roas} مقابل كل 1 ننفقه: جيد، نتركه كما هو.',
  },
  pause: {
    mg: 'Mampiditra {roas} monja isaky ny 1 lany: atsahatra aloha.',
    fr: 'Rapporte seulement {roas} pour 1 dépensé : on met en pause.',
    en: 'Brings in only {roas} for each 1 spent: we pause it.',
    ar: 'يجلب {roas} فقط مقابل كل 1 ننفقه: نوقفه مؤقتًا.',
  },
  pause_and_alert: {
    mg: 'Matiantoka: {roas} monja no miditra isaky ny 1 lany. Atsahatra izao dia ampandrenesina ianareo.',
    fr: 'Fait perdre de l’argent : {roas} pour 1 dépensé. En pause tout de suite, et je vous préviens.',
    en: 'Loses money: {roas} for each 1 spent. Paused at once, and you are told.',
    ar: 'يخسر المال: {roas} مقابل كل 1 ننفقه. نوقفه فورًا ونخبركم.',
  },
  spent_for_nothing: {
    mg: 'Efa lany {spend} nefa tsy nisy nividy. Atsahatra izao dia ampandrenesina ianareo.',
    fr: '{spend} dépensés sans une seule vente. En pause tout de suite, et je vous préviens.',
    en: '{spend} spent without a single sale. Paused at once, and you are told.',
    ar: 'أُنفق {spend} دون أي بيع. نوقفه فورًا ونخبركم.',
  },
  too_few: {
    mg: 'Mbola aloha loatra: niseho in-{impressions}, varotra {conversions}. Avela handeha aloha.',
    fr: 'Trop tôt pour juger : affichages {impressions}, ventes {conversions}. On laisse tourner.',
    en: 'Too early to judge: impressions {impressions}, sales {conversions}. We let it run.',
    ar: 'من المبكر الحكم: مرات الظهور {impressions}، المبيعات {conversions}. نتركه يعمل.',
  },
  too_young: {
    mg: 'Mbola tsy feno telo andro ity dokam-barotra ity. Andrasana aloha.',
    fr: 'Cette publicité n’a pas encore trois jours. On attend.',
    en: 'This advertisement is not three days old yet. We wait.',
    ar: 'لم يكمل هذا الإعلان ثلاثة أيام بعد. ننتظر.',
  },
  no_values: {
    mg: 'Tsy voarakitra ny vidin’ny varotra, ka tsy haiko ny vola nampidiriny. Ampio ny sandan’ny varotra.',
    fr: 'Le montant des ventes n’est pas mesuré : je ne peux pas dire ce qu’elle rapporte. Ajoutez la valeur des conversions.',
    en: 'The value of the sales is not measured, so I cannot say what it brings in. Please add conversion values.',
    ar: 'قيمة المبيعات غير مقاسة، فلا أستطيع معرفة ما يجلبه. أضيفوا قيم التحويل من فضلكم.',
  },
  nothing_spent: {
    mg: 'Mbola tsy nandany vola ity, ka tsy misy azo tsaraina.',
    fr: 'Rien n’a encore été dépensé : il n’y a rien à juger.',
    en: 'Nothing has been spent yet, so there is nothing to judge.',
    ar: 'لم يُنفق شيء بعد، فلا شيء للحكم عليه.',
  },
  not_running: {
    mg: 'Tsy mandeha ity dokam-barotra ity izao: tsy misy ovaina.',
    fr: 'Cette publicité ne tourne pas en ce moment : rien à changer.',
    en: 'This advertisement is not running now: nothing to change.',
    ar: 'هذا الإعلان لا يعمل الآن: لا شيء لتغييره.',
  },
  no_rate: {
    mg: '{name}: tsy misy taham-bola {from} ho {to}, ka tsy voaisa.',
    fr: '{name} : pas de taux de change {from} vers {to}, elle n’est pas comptée.',
    en: '{name}: there is no exchange rate from {from} to {to}, so it is not counted.',
    ar: '{name}: لا يوجد سعر صرف من {from} إلى {to}، لذلك لم تُحسب.',
  },
  house_rates: {
    mg: 'Tahan’ny vola tombantombana (tabilao tamin’ny {day}).',
    fr: 'Taux de change approximatifs (table du {day}).',
    en: 'Exchange rates are approximate (table of {day}).',
    ar: 'أسعار الصرف تقريبية (جدول {day}).',
  },
  total: {
    mg: 'Lany {spend}, niditra {revenue}: {roas} isaky ny 1.',
    fr: 'Dépensé {spend}, rentré {revenue} : {roas} pour 1.',
    en: 'Spent {spend}, came in {revenue}: {roas} for each 1.',
    ar: 'أُنفق {spend} ودخل {revenue}: أي {roas} مقابل كل 1.',
  },
  total_unmeasured: {
    mg: 'Lany {spend}. Tsy voarefy ny vola niditra, ka tsy azo lazaina ny tombony.',
    fr: 'Dépensé {spend}. Les rentrées ne sont pas mesurées : je ne peux pas dire ce que cela rapporte.',
    en: 'Spent {spend}. What came in is not measured, so I cannot say what it earns.',
    ar: 'أُنفق {spend}. ما دخل غير مقاس، فلا أستطيع تحديد العائد.',
  },
  total_scaled: {
    mg: 'Azo ampiakarina, raha ekenareo: {scaled}.',
    fr: 'À augmenter, si vous êtes d’accord : {scaled}.',
    en: 'To raise, if you agree: {scaled}.',
    ar: 'للرفع إن وافقتم: {scaled}.',
  },
  total_paused: {
    mg: 'Atsahatra: {paused}.',
    fr: 'Mis en pause : {paused}.',
    en: 'Paused: {paused}.',
    ar: 'موقوف مؤقتًا: {paused}.',
  },
} satisfies Phrases;
