// Skill tone-analyzer of the house model: tones and address as they are heard in the sentences, and the places that do not sound like the brand. Called by quality-control.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { ModelError } from '../../../models/model-error.ts';
import { toneCues, toneNames } from '../../brand-words.ts';
import { fold, tidy } from '../../fold.ts';
import { lexicons, phrase } from '../../lexicon/all.ts';
import { customerTexts } from '../../read-work.ts';
import { rewordSentence } from '../community/match-tone.ts';
import { sentencesOf } from '../material.ts';
import { brandOf, cut } from '../read-input.ts';

type Tone = BrandDna['voice']['tones'][number];
type Words = {
  fits: string;
  strange: string;
  noExamples: string;
  heard: Record<'address' | 'avoided' | 'stiff' | 'slang' | 'loud', string>;
};

const words: Record<Language, Words> = {
  fr: {
    fits: 'Le texte sonne {tone}, comme la marque : rien à reprendre.',
    strange: 'Le texte sonne {tone} ; {count} passage(s) ne ressemblent pas à la marque.',
    noExamples: 'Sans exemples de la marque, j’ai jugé sur ses tons.',
    heard: {
      address: 'on s’adresse au client d’une autre façon que la marque',
      avoided: 'un mot que la marque évite',
      stiff: 'une tournure de bureau',
      slang: 'un mot trop familier pour la marque',
      loud: 'un ton plus fort que celui de la marque',
    },
  },
  mg: {
    fits: 'Feo {tone} no re, toy ny an’ny marika: tsy misy hahitsy.',
    strange: 'Feo {tone} no re; misy {count} tsy mitovy amin’ny fitenin’ny marika.',
    noExamples: 'Tsy misy ohatra avy amin’ny marika, ka ny feony ihany no nitsarako azy.',
    heard: {
      address: 'tsy izany no fiantsoan’ny marika ny mpanjifany',
      avoided: 'teny tsy tian’ny marika',
      stiff: 'fitenin’ny birao',
      slang: 'teny tsotra loatra ho an’ny marika',
      loud: 'mafy kokoa noho ny feon’ny marika',
    },
  },
  en: {
    fits: 'The text sounds {tone}, like the brand: there is nothing to change.',
    strange: 'The text sounds {tone}; {count} passage(s) do not sound like the brand.',
    noExamples: 'The brand gives no examples, so I judged by its tones.',
    heard: {
      address: 'the customer is addressed in another way than the brand does',
      avoided: 'a word the brand avoids',
      stiff: 'the language of an office',
      slang: 'a word too casual for the brand',
      loud: 'louder than the brand speaks',
    },
  },
  ar: {
    fits: 'نبرة النص {tone} كالعلامة: لا شيء يحتاج إلى تغيير.',
    strange: 'نبرة النص {tone}، وفيه {count} من المقاطع لا تشبه العلامة.',
    noExamples: 'لا أمثلة لدى العلامة، فحكمت على نبراتها فقط.',
    heard: {
      address: 'مخاطبة الزبون بصيغة غير صيغة العلامة',
      avoided: 'كلمة تتجنبها العلامة',
      stiff: 'لغة المكاتب',
      slang: 'كلمة عامية لا تناسب العلامة',
      loud: 'صوت أعلى من صوت العلامة',
    },
  },
};

function readTones(text: string, language: Language): { tone: Tone; strength: number }[] {
  const folded = fold(tidy(text));
  const stiff = folded.match(phrase(lexicons[language].stiff))?.length ?? 0;
  const slang = folded.match(phrase(lexicons[language].slang))?.length ?? 0;
  const cries = (text.match(/!/g)?.length ?? 0) + (text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0);
  const long = sentencesOf(text).filter((sentence) => sentence.split(/\s+/).length > 22).length;
  const extra: Partial<Record<Tone, number>> = {
    formal: stiff * 2 + long,
    playful: slang + cries * 0.5,
    bold: cries > 2 ? cries * 0.4 : 0,
  };
  const heard = (Object.keys(toneCues) as Tone[])
    .map((tone) => ({ tone, count: (folded.match(toneCues[tone])?.length ?? 0) + (extra[tone] ?? 0) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const total = heard.reduce((sum, { count }) => sum + count, 0);
  return heard.length > 0
    ? heard.map(({ tone, count }) => ({ tone, strength: Number((count / total).toFixed(2)) }))
    : [{ tone: 'calm', strength: 0.3 }];
}

function readAddress(text: string, language: Language): 'familiar' | 'polite' | 'mixed' | 'none' {
  const folded = fold(tidy(text));
  const [familiar, polite] = [phrase(lexicons[language].familiar, 'u').test(folded), phrase(lexicons[language].polite, 'u').test(folded)];
  return familiar && polite ? 'mixed' : familiar ? 'familiar' : polite ? 'polite' : 'none';
}

export function hearTone(call: ModelCall) {
  const { facts, language, skill } = call;
  const brand = brandOf(call);
  const text = customerTexts(facts.input.text).join('\n');
  if (!text) throw new ModelError('bad_request', `${skill} has no text to hear`);
  const said = words[language];
  const tones = readTones(text, language);
  const address = readAddress(text, language);
  const [strongest = { tone: 'calm' as const }] = tones;
  const passages = sentencesOf(text)
    .flatMap((sentence) => {
      const changed = rewordSentence(sentence, brand, language);
      return changed ? [{ quote: cut(sentence, 300), heard: said.heard[changed.because], brand_way: cut(changed.text, 300) }] : [];
    })
    .slice(0, 8);
  const isAddressRight = address === 'none' || address === brand.voice.address || language === 'en';
  // a text in which no tone is heard is nobody's, and no stranger's
  const isOwnTone = brand.voice.tones.includes(strongest.tone) || tones.every(({ strength }) => strength <= 0.3);
  const fits = isOwnTone && isAddressRight && passages.length === 0;
  const tone = toneNames[language][strongest.tone];
  const told = (fits ? said.fits : said.strange).replace('{tone}', tone).replace('{count}', String(passages.length));
  return {
    say: brand.voice.examples.length > 0 ? told : `${told} ${said.noExamples}`,
    tones: tones.slice(0, 6),
    address,
    fits_brand: fits,
    passages,
  };
}
