// What the budget allocator says. Used by budget-allocator.ts.
import type { Phrases } from '../say.ts';

export const budgetPhrases = {
  fixed_key: {
    mg: 'Fizarana atolotra ho an’ny {total} isan’andro: {list}. Mbola tsy ampy ny tarehimarika ka ny fizarana fanombohana no ampiasaina.',
    fr: 'Je propose de partager {total} par jour ainsi : {list}. Les résultats sont encore trop peu nombreux, c’est donc la clé de départ.',
    en: 'I propose to divide {total} a day like this: {list}. There are too few results yet, so this is the starting key.',
    ar: 'أقترح تقسيم {total} يوميًا هكذا: {list}. النتائج قليلة بعد، لذلك هذه هي القسمة الأولى.',
  },
  measured: {
    mg: 'Fizarana atolotra ho an’ny {total} isan’andro: {list}. Ny antsasany araka izay nampidirin’ny tambajotra tsirairay.',
    fr: 'Je propose de partager {total} par jour ainsi : {list}. La moitié suit ce que chaque réseau a rapporté.',
    en: 'I propose to divide {total} a day like this: {list}. Half of it follows what each network brought in.',
    ar: 'أقترح تقسيم {total} يوميًا هكذا: {list}. نصفها يتبع ما جلبته كل شبكة.',
  },
  skipped: {
    mg: 'Tsy voaisa ireo amin’ny vola hafa ankoatra ny {currency}: {count}.',
    fr: 'Publicités non comptées, car dans une autre monnaie que {currency} ou sans compte relié : {count}.',
    en: 'Not counted, because in another currency than {currency} or without a connected account: {count}.',
    ar: 'لم تُحسب لأنها بعملة غير {currency} أو بلا حساب متصل: {count}.',
  },
} satisfies Phrases;
