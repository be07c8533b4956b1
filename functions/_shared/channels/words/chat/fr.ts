// Chat sentences in French. Shape and limits: ../chat.ts.
import type { ChatWords } from '../chat.ts';

const s = (count: number) => (count > 1 ? 's' : '');

export const fr: ChatWords = {
  approve: 'Approuver',
  reject: 'Rejeter',
  why: 'Pourquoi ?',
  show: 'Montrer',
  stop: 'Arrêter',
  sendMine: 'Approuver ce texte',
  keepOld: 'Garder l’ancien',
  isRefusal: 'C’est un refus',
  gates: { publish: 'À publier ?', outreach: 'À envoyer ?', money: 'Une dépense à décider', settings: 'Un réglage à décider' },
  hint: 'Pour le changer, répondez avec votre texte.',
  version: (version) => `version ${version}`,
  house: 'Modèle maison',
  scheduled: (when) => `Prévu : ${when}`,
  peer: (say) => `Relecture : ${say}`,
  cut: '(Le texte entier est juste au-dessus.)',
  noPicture: '(L’image se voit dans l’application.)',
  decideInApp: (url) => `Par sécurité, cette décision se prend dans l’application : ${url}`,
  openApp: (url) => `À voir dans Nexio : ${url}`,
  confirmEdit: (version) => `Votre texte, tel qu’il partirait (version ${version})`,
  outcomes: {
    decided: ({ title, decision, reason, isEdited }) =>
      decision === 'reject'
        ? `Rejeté : « ${title} ».${reason ? ` Votre raison : ${reason}.` : ''} L’équipe en tiendra compte.`
        : `${isEdited ? 'Approuvé avec votre texte' : 'Approuvé'} : « ${title} ». C’est parti !`,
    already_decided: ({ title, state, name }) =>
      `« ${title} » a déjà été ${state === 'approved' ? 'approuvé' : state === 'rejected' ? 'rejeté' : 'réglé'}${name ? ` par ${name}` : ''}. Rien n’a été changé.`,
    stale: ({ title, changed }) =>
      `« ${title} » a changé depuis votre message${changed.length > 0 ? ` (${changed.join(', ')})` : ''} : rien n’est décidé. Voici ce qui vaut maintenant.`,
    forbidden: () => 'Cette décision n’est pas pour votre rôle. Demandez au propriétaire.',
    not_found: () => 'Cette demande n’existe plus. Rien n’a été décidé.',
    needs_two_factor: ({ title }) => `« ${title} » se décide dans l’application, avec votre code de sécurité.`,
    edit_dropped: ({ title }) => `D’accord, le texte reste comme il était. « ${title} » attend toujours votre réponse.`,
    stopped: ({ title, count }) => `Arrêté : « ${title} ». ${count > 1 ? 'Ils ne partent' : 'Il ne part'} plus sans votre réponse.`,
    not_going_out: ({ title }) => `« ${title} » ne part pas tout seul : il attend votre réponse, oui ou non.`,
    nothing_to_stop: () => 'Rien ne part tout seul en ce moment. Pour mettre toute l’équipe en pause : /pause.',
    no_text_to_edit: ({ title }) => `« ${title} » n’a pas de texte à changer. Répondez oui ou non.`,
    text_too_long: () => 'Ce texte est trop long : 3 000 lettres au plus. Raccourcissez-le et renvoyez-le.',
    nothing_waits: () => 'Rien n’attend votre décision. Bonne journée !',
    no_tenant: () => 'Vous n’êtes plus dans une entreprise sur Nexio. Demandez une invitation.',
    no_permission: () => 'Votre rôle ne permet pas cela. Demandez au propriétaire.',
    media_unsupported: () => 'Je ne peux pas utiliser ce fichier. Envoyez une photo (JPEG, PNG) ou un message vocal.',
    media_too_large: ({ limitMb }) => `Ce fichier est trop lourd : ${limitMb} Mo au plus. Envoyez-en un plus léger.`,
    media_lost: () => 'Le fichier n’est pas arrivé jusqu’à nous. Renvoyez-le, s’il vous plaît.',
    forwarded: () => 'Un message transféré ne décide rien : je ne sais pas qui l’a écrit. Répondez avec vos propres mots.',
    daily_tasks_spent: () => 'Les demandes d’aujourd’hui sont épuisées. Réessayez demain, ou changez de formule dans l’application.',
    daily_cost_spent: () => 'Le budget d’aujourd’hui est dépensé. Réessayez demain, ou augmentez-le dans l’application.',
    brand_dna_missing: () => 'Présentez d’abord votre marque dans l’application, ensuite nous pourrons écrire pour elle.',
    agent_locked: () => 'Cet agent fait partie d’une formule supérieure.',
    failed: () => 'Cela n’a pas marché de notre côté. Rien n’a été changé ; réessayez dans un moment.',
  },
  parts: {
    body: 'le texte',
    headline: 'le titre',
    hashtags: 'les hashtags',
    call_to_action: 'l’appel à l’action',
    media: 'l’image',
    scheduled_at: 'l’heure',
  },
  whyNobody: (title) => `Personne n’a encore relu « ${title} ». À vous de juger.`,
  whyPraise: (title) => `Relu et trouvé bon : « ${title} »`,
  whyRefute: (title) => `Relu avec des réserves : « ${title} »`,
  better: (suggestion) => `Mieux : ${suggestion}`,
  score: (score) => `Note : ${score} sur 100`,
  linkFirst: (url) =>
    `Bonjour ! Ici l’équipe Nexio. Ce numéro n’est encore relié à personne. Ouvrez Nexio, « WhatsApp et Telegram » dans les réglages, et envoyez-moi ici le code affiché : ${url}`,
  codeWrong: 'Ce code n’est pas ou plus valable. Affichez-en un nouveau dans Nexio (il vaut dix minutes) et envoyez-le ici.',
  codeLocked: 'Trop d’essais. Attendez une heure, puis affichez un nouveau code dans Nexio.',
  chatTaken: 'Ce numéro est déjà relié à une autre personne. Elle doit d’abord le délier dans Nexio.',
  linked: (tenant) =>
    `C’est relié${tenant ? ` à ${tenant}` : ''} ! Vous recevrez ici ce qui attend votre décision. Essayez : envoyez une photo avec une phrase, et nous en ferons un post.`,
  help: 'Je vous montre ici ce qui attend votre décision. Répondez oui ou non à un message, ou avec votre propre texte pour le changer ; « non, trop cher » donne la raison ; « pourquoi ? » montre la relecture ; « stop » retient ce qui part tout seul. Une photo ou un message vocal devient un post à approuver. /today : la journée, /report : la semaine, /pause : tout arrêter, /resume : reprendre.',
  askWhich: (count) => `${count} demandes vous attendent. Touchez un bouton, ou répondez directement au message dont vous parlez :`,
  draftStarted: (title) => `C’est noté : « ${title} ». L’équipe écrit, je vous montre le post ici.`,
  draftWithPhoto: (title) => `Belle photo, merci ! « ${title} » : l’équipe écrit, je vous montre le post ici.`,
  voiceKept: 'Votre message vocal est gardé, mais je ne peux pas l’écouter ici. Écrivez en une ligne ce qu’il demande.',
  photoKept: 'Votre photo est gardée. Écrivez en une ligne ce qu’elle doit dire.',
  today: {
    heading: 'Aujourd’hui',
    pending: (count) =>
      count === 0 ? 'Rien n’attend votre décision.' : `${count} décision${s(count)} vous attend${count > 1 ? 'ent' : ''} :`,
    running: (count) => `${count} ${count > 1 ? 'travaux' : 'travail'} en cours`,
    goingOut: 'Encore à publier aujourd’hui :',
    nothing: 'Rien d’autre n’est prévu aujourd’hui.',
  },
  report: {
    heading: 'Depuis lundi',
    lines: ({ published, scheduled, pending, leads, tasks, taskLimit }) => [
      `Publiés : ${published}`,
      `Programmés : ${scheduled}`,
      `Nouveaux contacts : ${leads}`,
      `Attendent votre décision : ${pending}`,
      `Demandes aujourd’hui : ${tasks}${taskLimit === null ? '' : ` sur ${taskLimit}`}`,
    ],
  },
  paused: (agents, scheduled) =>
    [
      agents === 0 ? 'Tout était déjà en pause.' : `En pause : ${agents} agent${s(agents)}. Rien n’est perdu ; /resume reprend.`,
      scheduled === 1 ? 'Attention : un post déjà approuvé partira quand même à l’heure prévue.' : '',
      scheduled > 1 ? `Attention : ${scheduled} posts déjà approuvés partiront quand même à l’heure prévue.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  resumed: (agents) => (agents === 0 ? 'Rien n’était en pause.' : `C’est reparti : ${agents} agent${s(agents)} au travail.`),
  goingOut: (title, when) => `« ${title} » part à ${when}, sans attendre de réponse.`,
  stopIt: 'Pour l’arrêter, touchez le bouton ou répondez « stop ».',
  goesOut: (when) => `Part tout seul : ${when}`,
  result: 'C’est fait',
  lead: 'Nouveau contact',
  alert: 'À regarder',
};
