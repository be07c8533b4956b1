// Small words that give a language away and carry no meaning of their own. Called by detect-locale.ts, the sentiment lexicons and the topic counts.
import type { Language } from '../../../_shared/payloads.ts';

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Folded as by house/fold.ts (lower case, no accents, plain apostrophe cut off), so `d'` stands as `d`. */
export const functionWords: Record<Language, ReadonlySet<string>> = {
  mg: set(`ny dia ary fa ho sy na ao eo eto aho ianao izy izahay isika ianareo izay izany ireo ity io ve tsy mbola efa raha rehefa noho
    amin amina tamin ho an an koa foana ihany daholo rehetra indrindra kosa nefa satria misy mba tokony afaka tena loatra be mihitsy hoe
    inona ahoana aiza oviana iza ilay anao ahy anay antsika ananareo avy any eny ireny izao taloha rahampitso androany isan ray rey
    anareo dieny tompoko azafady intsony nisy hisy manao nanao natao atao hatao mety ka sa andro`),
  fr: set(`le la les l un une des du de d et est sont etait c ce cet cette ces se s ne n pas plus que qu qui quoi dont ou mais donc
    car avec sans pour par sur sous dans en au aux je j tu il elle on nous vous ils elles me m te t mon ma mes ton ta tes son sa
    ses notre nos votre vos leur leurs y a ai as avez ont avait suis etes sommes si tres trop bien tout toute tous toutes comme quand
    combien comment chez fait faire etre avoir aussi meme encore deja moi toi lui eux ca cela rien jamais alors puis vraiment peu ete
    voulez veux peut peux pourrais bonjour bonsoir merci salut`),
  en: set(`the a an and is are was were be been it its it's i i'm you you're your he she we they them their our my me his her this that
    these those of to in on at for from with without by as or but not no do does did don't doesn't didn't can can't could would
    should will won't have has had if so very really too much many how what when where who which there here than then just
    also all any some only one been about after before again never ever still what's isn't wasn't i've hello hi please thanks thank
    out up down over off into more most such because while am us`),
  ar: set(`في من على الى عن مع هذا هذه ذلك تلك هو هي هم انا انت انتم نحن كان كانت يكون ما لا لم لن ان او ثم قد كل بعض غير عند عندي
    عندكم لكن لان حتى اذا هل كيف متي اين ماذا كم لماذا الذي التي الذين و يا بعد قبل جدا ايضا فقط هنا هناك بين له لها لكم لنا اي كما ليس
    مش ماشي ولا بس اللي دي ده ديال شي واش هاد راه كاين بزاف فين علاش شنو دابا ايه ليه ازاي فين عشان اوي قوي وش الحين مره السلام عليكم
    وعليكم شكرا مرحبا اهلا بكم سلام علي`),
};
