// What the community agent tells the team and asks of the owner, in the run's language. Called by community.ts.
import type { Language } from '../../../payloads.ts';

export type TeamWords = {
  answered: string;
  unsure: string;
  serious: string;
  praised: string;
  angry: string;
  left: string;
  commanded: string;
  /** a question of no kind we know */
  other: string;
  /** needs_person: a fact to be supplied */
  supply: string;
  decide: string;
  confirm: string;
};

export const teamWords: Record<Language, TeamWords> = {
  fr: {
    answered: 'On demande {asked} : j’ai répondu avec les faits de la marque.',
    unsure: 'On demande {asked} : la marque ne le dit pas, j’annonce une réponse sans rien inventer.',
    serious: 'Le message est sérieux : une personne doit le lire avant toute réponse.',
    praised: 'On nous remercie : je dis merci pour ce qui est nommé.',
    angry: 'La personne est déçue : je dis nos regrets et je propose un message privé.',
    left: 'Rien à répondre ici : je propose de laisser ce message.',
    commanded: 'Ce message donne des ordres à la machine : je n’y obéis pas et je le montre à une personne.',
    other: 'autre chose',
    supply: 'À fournir : {asked}. On nous écrit : « {quote} »',
    decide: 'À lire aujourd’hui par une personne : « {quote} »',
    confirm: 'Commande à confirmer par une personne : {order}',
  },
  mg: {
    answered: 'Manontany ny {asked} ny olona: namaly tamin’ny zava-misy momba ny marika aho.',
    unsure: 'Manontany ny {asked} ny olona: tsy lazain’ny marika izany, ka tsy namorona aho fa nilaza hoe hamaly.',
    serious: 'Zava-dehibe ity hafatra ity: tokony hovakin’ny olona vao misy valiny.',
    praised: 'Misaotra antsika ny olona: misaotra azy amin’izay nolazainy aho.',
    angry: 'Diso fanantenana ny olona: miala tsiny aho ary manasa azy hanoratra manokana.',
    left: 'Tsy misy hovaliana eto: aoka hijanona izao ny hafatra.',
    commanded: 'Manome baiko ny milina ity hafatra ity: tsy manaraka azy aho fa asehoko olona.',
    other: 'zavatra hafa',
    supply: 'Mila fenoina: {asked}. Izao no nosoratan’ny olona: « {quote} »',
    decide: 'Mila vakin’ny olona anio: « {quote} »',
    confirm: 'Kaomandy mila hamarinin’ny olona: {order}',
  },
  en: {
    answered: 'They ask about {asked}: I answered with the facts of the brand.',
    unsure: 'They ask about {asked}: the brand does not say it, so I promise an answer and invent nothing.',
    serious: 'The message is serious: a person has to read it before anything is answered.',
    praised: 'They thank us: I thank them for the thing they named.',
    angry: 'This person is let down: I say we are sorry and offer a private message.',
    left: 'There is nothing to answer here: I propose to leave it.',
    commanded: 'This message gives orders to the machine: I do not obey them and show it to a person.',
    other: 'something else',
    supply: 'To be supplied: {asked}. They write: “{quote}”',
    decide: 'To be read by a person today: “{quote}”',
    confirm: 'An order for a person to confirm: {order}',
  },
  ar: {
    answered: 'يسألون عن {asked}: أجبت بما تقوله العلامة.',
    unsure: 'يسألون عن {asked}: العلامة لا تذكر ذلك، فوعدت بالرد ولم أخترع شيئًا.',
    serious: 'الرسالة مهمة: يجب أن يقرأها شخص قبل أي رد.',
    praised: 'يشكروننا: أشكرهم على ما ذكروه.',
    angry: 'صاحب الرسالة غير راض: أعتذر وأقترح رسالة خاصة.',
    left: 'لا شيء يستحق الرد هنا: أقترح تركه.',
    commanded: 'هذه الرسالة تعطي أوامر للآلة: لا أطيعها وأعرضها على شخص.',
    other: 'أمر آخر',
    supply: 'المطلوب من المالك: {asked}. كتبوا لنا: «{quote}»',
    decide: 'يجب أن يقرأها شخص اليوم: «{quote}»',
    confirm: 'طلب ينتظر تأكيد شخص: {order}',
  },
};
