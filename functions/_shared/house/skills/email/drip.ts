// Skill drip-builder of the house model: two to four letters, each further apart than the last. Called by skills/email.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { actLabels } from '../../contacts.ts';
import { isWelcome } from '../../matter.ts';
import { addressIn } from '../content-writing/email.ts';
import { materialOf } from '../content-writing/material.ts';
import { letterKinds, writeLetter } from './letters.ts';

const hours = [0, 48, 120, 216];

const words: Record<Language, { name: string; say: string }> = {
  fr: {
    name: 'Bienvenue chez {brand}',
    say: '{count} lettres, une idée dans chacune ; la suite s’arrête pour qui a commandé.',
  },
  mg: {
    name: 'Fandraisana: {brand}',
    say: "Taratasy {count}, hevitra iray isaky ny iray; mijanona izany ho an'izay efa nanao kaomandy.",
  },
  en: {
    name: 'Welcome to {brand}',
    say: '{count} letters with one idea in each; they stop for those who have ordered.',
  },
  ar: { name: 'الترحيب: {brand}', say: 'عدد الرسائل: {count}، في كل منها فكرة واحدة، وتتوقف لمن طلب.' },
};

export function buildDrip(call: ModelCall) {
  const material = materialOf(call);
  const { request, facts, main, extras, brand, contacts, language, say } = material;
  // a gift or an offer that the owner grants stands in the first letter
  const offer = request && !isWelcome(request) && facts.main ? [main, ...extras].join(' ') : '';
  const letters = letterKinds.flatMap((kind) => writeLetter(kind, material, kind === 'welcome' ? offer : '') ?? []);
  const url = addressIn(request) || brand.website;
  return {
    name: say(words[language].name).slice(0, 80),
    mails: letters.map(({ purpose, subject, preheader, body, kind }, index) => ({
      step: index + 1,
      after_hours: hours[index] ?? 216,
      purpose,
      subject,
      preheader,
      body,
      button: url && kind !== 'ask' ? { label: actLabels[language][contacts.first].slice(0, 40), url } : { label: '', url: '' },
      send_if: kind === 'welcome' ? 'always' : 'not_ordered',
    })),
    ends_when: ['ordered', 'unsubscribed', 'replied'],
    say: say(words[language].say, { count: String(letters.length) }),
  };
}
