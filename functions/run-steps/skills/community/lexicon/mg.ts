// Malagasy feeling, as people write under a shop's posts. Gathered by hand. Used by all.ts.
import type { Feeling } from './shape.ts';

export const mg: Feeling = {
  words: {
    '3': 'mahafinaritra mahatalanjona kanto tsaratsara tsarabe mikiraro faran',
    '2': `tsara matsiro mamy tia tiako tianay faly tsaraf soa milay meva mahafapo mahafa-po afa-po faly ravo mendrika madio haingana matihanina
      mirary arahabaina arahaba mankasitraka fatratra tsaradia kalitao tsiky`,
    '1': 'misaotra mankahery mety ampy mora mahasoa azo antoka matoky mafana sariaka tsotra manampy vaovao',
    '-1': `lafo ela miandry miadana diso adino mihemotra mora-simba very tara elaela kely misento sahirana reraka manahirana`,
    '-2': `ratsy maloto simba mangidy leo leony tezitra diso-fanantenana kivy mandiso malahelo mahakivy maharikoriko maimbo lasa-fana
      tsivaky marary mampalahelo henatra sosotra mahasosotra vendrana`,
    '-3': `mpangalatra mpamitaka mamitaka fitaka namitaka voafitaka halatra mangalatra angalarina lainga mpandainga mandainga poizina
      mankahala halako loza zinona adaladala tsy-mendrika mahamenatra`,
  },
  phrases: {
    '3': 'tsara indrindra|tena tiako be|faran izay tsara',
    '2': 'tsara fandray|mankasitraka tompoko|afa po|mahafa po|ho avy indray|hiverina indray',
    '-2': 'diso fanantenana|tsy tonga|tsy hiverina intsony|tsy tamy|tsy nisy namaly|mora simba|very vola|tsy araka|tsy misy valiny|mbola tsy voaray',
    '-3': 'averina ny volako|avereno ny volako|avereno ny vola|tsy mendrika|very fotoana',
  },
  negations: 'tsy tsia',
  strengthBefore: 'tena ilay indrindra',
  strengthAfter: 'be loatra mihitsy tokoa dia',
  everyday: `sakafo vidiny vidy mividy nividy commande kaomandy livraison mpanjifa mpivarotra fivarotana entana vokatra hividy mihinana nihinana hihinana
    rano akoho henomby vary samosa mofo kafe volo akanjo kiraro vola ariary ora maraina hariva omaly androany fotoana toerana olona fianakaviana
    ankizy namana trano serivisy mpiasa valiny namaly namaly niandry voaray tonga voalohany faharoa izahay toy sisa manontany alefa alefaso
    misokatra mihidy adiresy finday`,
};
