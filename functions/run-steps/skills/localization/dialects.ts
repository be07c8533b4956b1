// What tells one spoken Arabic from another, and Arabic in Latin letters from a typing error. Called by detect-locale.ts.

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Folded; two markers make a dialect. */
export const dialectMarkers = {
  darija: set('بزاف ديال ديالي ديالكم ديالك واش شحال كاين كاينه علاش فين دابا شنو هاد مزيان زوين غادي بغيت حيت راه خويا بشحال'),
  egyptian: set('مش عايز عايزه دلوقتي ازاي ازيك ايه ليه ده دي اوي قوي كده بتاع بتاعت حلوه عشان انهارده فلوس بكام'),
  gulf: set('وش الحين ابغي ابي وايد زين شلونك شلون ايش مره ليش هالحين يالله عساك تكفي بكم'),
  levantine: set('شو هلق هلا كتير بدي بدك كيفك هيك منيح ليش قديش مشان'),
} as const;
export type Dialect = keyof typeof dialectMarkers;

/** Darija as typed on a Latin keyboard, without figures. */
export const arabiziWords = set(
  'bzaf bezaf chhal chhel wach wesh dyal dyali dyalkom kayn kayna salam khoya khti mezyan mzyan zwin zwina bghit fin finkom daba chno chnou labas hamdullah inchallah machi',
);

/** A figure that stands for a letter: 3lach, sba7, b9a. `mp3` and `v9` are too short or end in it. */
export const arabiziFigure = /^(?:[379][a-z]{2,}|[a-z]+[379][a-z]+|[a-z]{3,}[379])$/;

export const greetings: Record<string, 'mg' | 'fr' | 'en'> = {
  salama: 'mg', manao: 'mg', miarahaba: 'mg', misaotra: 'mg', tompoko: 'mg', veloma: 'mg', ohatrinona: 'mg', tsara: 'mg', eny: 'mg', tsia: 'mg',
  bonjour: 'fr', bonsoir: 'fr', salut: 'fr', merci: 'fr', combien: 'fr', oui: 'fr', non: 'fr', bravo: 'fr',
  hello: 'en', hi: 'en', hey: 'en', thanks: 'en', thank: 'en', yes: 'en', please: 'en',
}; // prettier-ignore
