// Skill platform-optimizer of the house model: the same facts in the length, order and first line of each network. Called by skills/influencer.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { readTokens } from '../../read-tokens.ts';
import { withoutEmoji } from '../../write-post.ts';
import { networkName, networks, type Network } from '../names.ts';
import { brandOf, cut, fieldsOf, textOf, textsOf } from '../read-input.ts';

type Plan = {
  order: 'as_it_is' | 'facts_first' | 'facts_only';
  tags: number;
  format: 'text' | 'picture' | 'reel' | 'video';
  most: number;
  quiet?: boolean;
};

/** The habits of the card's table, as data. */
const plans: Record<Network, Plan> = {
  instagram: { order: 'facts_first', tags: 10, format: 'picture', most: 2200 },
  facebook: { order: 'as_it_is', tags: 3, format: 'picture', most: 3000 },
  nexio_page: { order: 'as_it_is', tags: 3, format: 'picture', most: 3000 },
  tiktok: { order: 'facts_only', tags: 10, format: 'reel', most: 400 },
  linkedin: { order: 'as_it_is', tags: 3, format: 'text', most: 3000, quiet: true },
  x: { order: 'facts_only', tags: 2, format: 'text', most: 240, quiet: true },
  whatsapp: { order: 'facts_only', tags: 0, format: 'text', most: 700, quiet: true },
  youtube: { order: 'as_it_is', tags: 3, format: 'video', most: 3000, quiet: true },
};

type Words = Record<Plan['order'], string> & { say: string; hello: string };
const words: Record<Language, Words> = {
  fr: {
    as_it_is: 'Sur {network}, le texte garde sa longueur et finit par le pas suivant.',
    facts_first: 'Sur {network}, l’offre passe en première ligne : c’est la seule que l’on voit.',
    facts_only: 'Sur {network}, il ne reste que les faits et le pas suivant.',
    say: 'Les mêmes faits pour chaque réseau ; l’ordre et la longueur changent.',
    hello: 'Bonjour !',
  },
  mg: {
    as_it_is: "Ao amin'ny {network} dia tsy ahena ny soratra, ary ny dingana manaraka no mamarana azy.",
    facts_first: "Ao amin'ny {network} dia ny tolotra no eo amin'ny andalana voalohany, fa izay ihany no hita.",
    facts_only: "Ao amin'ny {network} dia ny zava-misy sy ny dingana manaraka ihany no sisa.",
    say: "Zava-misy iray ihany ho an'ny tambajotra rehetra; ny filaharana sy ny halavany no miova.",
    hello: 'Miarahaba!',
  },
  en: {
    as_it_is: 'On {network} the text keeps its length and ends with the next step.',
    facts_first: 'On {network} the offer comes in the first line: it is the only one that is seen.',
    facts_only: 'On {network} only the facts and the next step are left.',
    say: 'The same facts for each network; the order and the length change.',
    hello: 'Hello!',
  },
  ar: {
    as_it_is: 'على {network} يبقى النص بطوله وينتهي بالخطوة التالية.',
    facts_first: 'على {network} يأتي العرض في السطر الأول لأنه السطر الذي يُرى.',
    facts_only: 'على {network} تبقى الحقائق والخطوة التالية فقط.',
    say: 'الحقائق نفسها لكل شبكة، ويتغير الترتيب والطول.',
    hello: 'مرحبًا!',
  },
};

export function fitToNetworks(call: ModelCall) {
  const brand = brandOf(call);
  const { language, facts } = call;
  const said = words[language];
  const given = fieldsOf(facts.input.piece);
  const piece = Object.keys(given).length > 0 ? given : fieldsOf(facts.item);
  const body = textOf(piece.body) || textOf(piece.text);
  const headline = textOf(piece.headline);
  const step = textOf(piece.call_to_action);
  const sentences = body.split(/(?<=[.!?؟…])\s+|\n+/u).filter((part) => /\p{L}/u.test(part));
  const names = brand.services.map(({ name }) => name.toLowerCase());
  const tells = (sentence: string) =>
    readTokens(sentence, brand).tokens.some(({ fact }) => fact.type !== 'cue' && fact.type !== 'noise') ||
    names.some((name) => sentence.toLowerCase().includes(name));
  const factual = sentences.filter(tells);
  const essence = factual.length > 0 ? factual : sentences.slice(0, 2);
  const wanted = networks.filter((network) => textsOf(facts.input.platforms).includes(network));
  return {
    versions: wanted.map((network) => {
      const { order, tags, format, most, quiet } = plans[network];
      const hashtags = textsOf(piece.hashtags).slice(0, tags);
      const kept =
        order === 'as_it_is'
          ? sentences
          : order === 'facts_first'
            ? [...essence, ...sentences.filter((one) => !essence.includes(one))]
            : essence;
      const opened = network === 'whatsapp' ? [said.hello, ...kept] : network === 'youtube' && headline ? [`${headline}.`, ...kept] : kept;
      const lines = quiet ? opened.map(withoutEmoji) : opened;
      const text = within(lines, step, most - (network === 'x' ? hashtags.join(' ').length + 1 : 0));
      return {
        platform: network,
        headline: cut(headline, 100),
        body: text,
        hashtags,
        format,
        first_line: cut(lines[0] ?? text, 120),
        changes: cut(said[order].replace('{network}', networkName(network, language)), 240),
      };
    }),
    say: said.say,
  };
}

/** All the lines and the next step; what does not fit goes from the end, the step first. */
function within(lines: string[], step: string, most: number): string {
  const all = [...lines, step].filter(Boolean);
  while (all.length > 1 && all.join(' ').length > most) all.pop();
  return cut(all.join(' '), most);
}
