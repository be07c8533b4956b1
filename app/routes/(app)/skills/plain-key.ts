// Between keys and names: makes the key that programs use from a name that people gave: "Calcul de l'impôt" -> calcul_de_l_impot. And back, for names that nobody gave. Used by the builders of skills, agents and chains.

/** @param joint between words; @param spare stands in when the name has no Latin letters; @param taken keys that are not free: a number is put behind */
export function plainKey(name: string, joint: '_' | '-', spare: string, taken: Iterable<string> = []): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, joint)
    .slice(0, 32)
    .replace(/^[-_0-9]+|[-_]+$/g, '');
  const base = plain.length >= 3 ? plain : plain ? `${spare}${joint}${plain}` : spare;
  const others = new Set(taken);
  let key = base;
  for (let n = 2; others.has(key); n += 1) key = `${base}${joint}${n}`;
  return key;
}

/** "tax_rate" -> "Tax rate" */
export const spokenKey = (key: string): string => key.charAt(0).toLocaleUpperCase() + key.slice(1).replaceAll(/[_-]/g, ' ');
