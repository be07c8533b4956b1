// Which trades are of one branch, in four languages. Used by lead-scorer.ts.
import { fold } from '../../../_shared/house/fold.ts';

/** Folded beginnings of words. */
const branches: Record<string, RegExp> = {
  food: /\b(?:restaur|boulang|baker|patiss|pastry|traiteur|cater|epicer|grocer|cafe|coffee|snack|gargot|hotely|sakafo|mofo|bar\b|food|pizz|glac|boisson|brass)|مطعم|مخبز|حلوي|بقال|مقه/u,
  lodging: /\b(?:hotel|maison d'hote|guest|auberge|gite|hostel|lodge|chambre|trano fandraisana|touris|voyage|travel)|فندق|ضياف|سياح/u,
  beauty: /\b(?:salon|coiff|hair|beaut|barb|manucur|nail|spa\b|esthet|cosmet|volo|hatsaran)|صالون|تجميل|حلاق/u,
  fashion:
    /\b(?:cout|taill|tailor|vetement|cloth|fashion|mode\b|boutique de mode|akanjo|zaitra|chauss|shoe|bijou|jewel)|خياط|ملابس|ازياء|احذي/u,
  building:
    /\b(?:bati|construct|build|macon|plomb|plumb|electric|menuis|carpent|quincaill|hardware|archit|immobil|real estate|trano|fanorenana)|بناء|عقار|سباك|كهربا/u,
  vehicles: /\b(?:garag|mecan|mechan|auto|moto|car\b|taxi|transport|location de voiture|fiara)|سيار|نقل|ميكانيك/u,
  health: /\b(?:pharm|clini|dent|medec|medic|doctor|infirm|sante|health|fahasalam)|صيدل|عياد|طبيب/u,
  learning: /\b(?:ecole|school|form|train|cours|univers|creche|sekoly|fampianar)|مدرس|تدريب|تعليم/u,
  computing: /\b(?:informat|logiciel|software|develop|web|digital|agence|agency|hosting|teknolojia|comput)|برمج|تقني|حاسوب/u,
  farming: /\b(?:agric|ferme|farm|elev|vanill|riz\b|fambol|tantsaha|peche|fish)|زراع|مزرع|صيد/u,
  events: /\b(?:evenement|event|mariage|wedding|fete|sono|photo|lanonana|fampakaram)|افراح|مناسب|تصوير/u,
};

export type Fit = 'equal' | 'branch' | 'none';

const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** Equal: one names the other; branch: both belong to the same branch or share a word. */
export function compareTrades(found: string, wanted: readonly string[]): Fit {
  const own = fold(found).trim();
  if (own === '') return 'none';
  if (wanted.some((trade) => trade.trim() !== '' && (own.includes(fold(trade).trim()) || fold(trade).includes(own)))) return 'equal';
  const shares = wanted.some((trade) => words(trade).some((word) => words(found).includes(word)));
  const branchesOf = (text: string) => Object.values(branches).filter((branch) => branch.test(fold(text)));
  return shares || wanted.some((trade) => branchesOf(trade).some((branch) => branchesOf(found).includes(branch))) ? 'branch' : 'none';
}
