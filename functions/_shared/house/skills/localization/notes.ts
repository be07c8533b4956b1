// What an adapter tells the team: why a turn changed, what a native reader should confirm. Called by adapt.ts.
import type { Language } from '../../../payloads.ts';
import type { Dialect } from './dialects.ts';

export type Way = 'malagasy' | 'french' | Dialect;

type Notes = {
  retold: string;
  spoken: string;
  typography: string;
  ask: string;
  script: string;
  done: (name: string, changed: number, left: number) => string;
  names: Record<Way, string>;
};

export const notes: Record<Language, Notes> = {
  fr: {
    retold: 'les mêmes faits, dits comme on les dit ici',
    spoken: 'on le dit ainsi là-bas',
    typography: 'la typographie française',
    ask: 'Je l’ai laissé tel quel : comment vos clients le disent-ils ?',
    script: 'Vous vouliez des lettres latines : j’écris en lettres arabes. Cela convient-il à vos clients ?',
    done: (name, changed, left) =>
      `J’ai adapté ${changed} passage(s) en ${name}${left > 0 ? `, et j’en laisse ${left} tel(s) quel(s), à relire` : ' ; tous les faits sont gardés'}.`,
    names: { malagasy: 'malgache', french: 'français', darija: 'darija marocaine', egyptian: 'arabe égyptien', gulf: 'arabe du Golfe' },
  },
  mg: {
    retold: 'zava-misy mitovy ihany, fa lazaina amin’ny fitenin’ny eto',
    spoken: 'izany no fiteny any',
    typography: 'fanoratra frantsay',
    ask: 'Navelako tamin’izao io: ahoana no filazan’ny mpanjifanareo azy?',
    script: 'Litera latina no nangatahina fa litera arabo no soratako. Mety amin’ny mpanjifanareo ve izany?',
    done: (name, changed, left) =>
      `Nadika ho ${name} ny ampahany ${changed}${left > 0 ? `, fa misy ${left} navelako tamin’izao ka mila jerena` : '; voatana daholo ny zava-misy'}.`,
    names: {
      malagasy: 'teny malagasy',
      french: 'teny frantsay',
      darija: 'darija maraokana',
      egyptian: 'arabo egyptiana',
      gulf: 'arabo any amin’ny Golfa',
    },
  },
  en: {
    retold: 'the same facts, as they are said here',
    spoken: 'this is how it is said there',
    typography: 'French typography',
    ask: 'I left it as it was: how do your customers say it?',
    script: 'Latin letters were asked for and I write in Arabic script. Is that right for your customers?',
    done: (name, changed, left) =>
      `I brought ${changed} passage(s) into ${name}${left > 0 ? ` and left ${left} as it was, for you to read` : '; all the facts are kept'}.`,
    names: { malagasy: 'Malagasy', french: 'French', darija: 'Moroccan Darija', egyptian: 'Egyptian Arabic', gulf: 'Arabic of the Gulf' },
  },
  ar: {
    retold: 'الحقائق نفسها كما تقال هنا',
    spoken: 'هكذا يقال هناك',
    typography: 'قواعد الطباعة الفرنسية',
    ask: 'تركته كما هو: كيف يقوله زبائنكم؟',
    script: 'طلبتم الحروف اللاتينية وأنا أكتب بالحروف العربية. هل يناسب ذلك زبائنكم؟',
    done: (name, changed, left) =>
      `نقلت ${changed} من المقاطع إلى ${name}${left > 0 ? `، وتركت ${left} كما هو لتراجعوه` : '، والحقائق كلها محفوظة'}.`,
    names: { malagasy: 'الملغاشية', french: 'الفرنسية', darija: 'الدارجة المغربية', egyptian: 'العامية المصرية', gulf: 'عربية الخليج' },
  },
};
