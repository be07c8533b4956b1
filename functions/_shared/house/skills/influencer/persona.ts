// The card of a digital presenter as the skills of this folder read it; whatever is missing is empty. Called by the skills beside it.
import { rowsOf, textOf, textsOf, type Fields } from '../read-input.ts';

export type Persona = {
  id: string;
  name: string;
  pillars: string[];
  tags: string[];
  boundaries: string[];
  disclosure: string;
  facts: string[];
};

export const readPersona = (card: Fields): Persona => ({
  id: (textOf(card.id) || textOf(card.persona_id) || textOf(card.name)).slice(0, 60),
  name: textOf(card.name),
  pillars: textsOf(card.pillars),
  tags: textsOf(card.tags),
  boundaries: textsOf(card.boundaries),
  disclosure: textOf(card.disclosure),
  facts: [...rowsOf(card.facts).map(({ fact }) => textOf(fact)), ...textsOf(card.facts)].filter(Boolean),
});
