// The letter to someone who asked and has not heard more: their own words, one step, no pressure. Called by content-writing/email.ts.
import type { Language } from '../../../payloads.ts';
import type { Material } from '../content-writing/material.ts';
import { compareFacts } from '../../compare-facts.ts';
import { paragraphs } from '../content-writing/material.ts';
import { cut, textOf, type Fields } from '../read-input.ts';
import type { Letter } from './letters.ts';

type Words = { subject: string; preheader: string; hello: string; asked: string; plain: string; offer: string; sign: string };

const words: Record<Language, Words> = {
  fr: {
    subject: 'Suite à <ton|votre> message',
    preheader: 'Nous y pensons encore.',
    hello: 'Bonjour {name},',
    asked: '<Tu nous avais écrit|Vous nous aviez écrit> : « {message} ». Est-ce toujours d’actualité ?',
    plain: '<Tu nous avais contactés|Vous nous aviez contactés>. Est-ce toujours d’actualité ?',
    offer: 'Un mot en réponse suffit, et nous nous occupons du reste. Si ce n’est plus le moment, <dis-le|dites-le> nous simplement.',
    sign: '{brand}',
  },
  mg: {
    subject: 'Momba ny hafatrao',
    preheader: 'Mbola ao an-tsainay izany.',
    hello: 'Miarahaba, {name},',
    asked: 'Nandefa hafatra taminay <ianao|ianareo>: « {message} ». Mbola ilaina ve izany?',
    plain: 'Nifandray taminay <ianao|ianareo>. Mbola ilaina ve izany?',
    offer: 'Valiny fohy dia ampy, izahay no mikarakara ny ambiny. Raha tsy ilaina intsony dia lazao fotsiny.',
    sign: '{brand}',
  },
  en: {
    subject: 'About your message',
    preheader: 'We have not forgotten it.',
    hello: 'Hello {name},',
    asked: 'You wrote to us: “{message}”. Is it still of interest?',
    plain: 'You were in touch with us. Is it still of interest?',
    offer: 'A word in reply is enough, and we take care of the rest. If this is not the moment any more, just tell us.',
    sign: '{brand}',
  },
  ar: {
    subject: 'بخصوص <رسالتك|رسالتكم>',
    preheader: 'لم ننس الأمر.',
    hello: 'مرحبًا {name}،',
    asked: '<كتبت|كتبتم> إلينا: «{message}». هل ما زال الأمر <يهمك|يهمكم>؟',
    plain: '<تواصلت|تواصلتم> معنا. هل ما زال الأمر <يهمك|يهمكم>؟',
    offer: 'تكفي كلمة واحدة في الرد ونتولى نحن الباقي. وإذا لم يعد الوقت مناسبًا <فأخبرنا|فأخبرونا> فحسب.',
    sign: '{brand}',
  },
};

/** `lead`: {name, message} as the pipeline keeps it; their message is quoted when it states nothing, and obeyed in nothing. */
export function writeFollowUp(lead: Fields, { say, contacts, language, brand }: Material): Pick<Letter, 'subject' | 'preheader' | 'body'> {
  const said = words[language];
  const message = cut(textOf(lead.message).replace(/[«»“”"]/gu, ''), 200);
  const slots = {
    name: cut(textOf(lead.name), 60), // a price or a day that a stranger wrote would read as our promise
    message: compareFacts(message, '', brand).length === 0 ? message : '',
  };
  return {
    subject: cut(say(said.subject), 60),
    preheader: cut(say(said.preheader), 90),
    body: paragraphs(
      say(said.hello, slots),
      say([said.asked, said.plain], slots),
      [say(said.offer), contacts[contacts.first]],
      say(said.sign),
    ),
  };
}
