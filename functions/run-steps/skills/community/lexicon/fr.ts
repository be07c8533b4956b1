// French feeling, with what is written on telephones. Gathered by hand; masculine singular, endings are tried by all.ts. Used by all.ts.
import type { Feeling } from './shape.ts';

export const fr: Feeling = {
  words: {
    '3': `excellent parfait magnifique genial adore adoree j'adore incroyable exceptionnel formidable merveilleux delicieux extraordinaire
      superbe sublime fantastique impeccable top`,
    '2': `bon bonne bien super aime aimer content contente heureux heureuse ravi satisfait recommande recommander bravo beau belle joli
      savoureux succulent gentil gentille aimable souriant rapide propre frais fraiche agreable chaleureux accueillant felicitations felicitation
      professionnel efficace plaisir regal regale miam cool sympa sympathique fier magique doux`,
    '1': `merci correct serieux pratique utile interessant facile disponible honnete copieux abordable confiance prefere hate esperer espere
      mieux sourire calme fiable`,
    '-1': `cher chere lent lente attendre attente attends attendu retard oublie manque moyen bof bizarre complique difficile dommage froid
      froide tiede petit erreur oubli probleme souci fatigue triste bruyant`,
    '-2': `mauvais mauvaise decu decue decevant decevante deception sale nul nulle triste rate mal pire impoli desagreable malpoli casse
      abime perime inadmissible inacceptable lamentable mediocre insulte colere enerve furieux fache plainte rembourser remboursement
      rembourse degoutant honteux honte catastrophe catastrophique immonde infect incompetent jamais-recu menteur mensonge scandaleux irrespectueux
      indigne dangereux malade deteste`,
    '-3': `arnaque arnaqueur arnaques voleur voleurs vol escroc escroquerie horrible atroce execrable intoxication empoisonne empoisonnement
      abominable haine hais ordure pourri moisi cafard cafards poison merde fraude`,
  },
  phrases: {
    '3': 'j adore|au top|tres tres bon|rien a redire',
    '2': 'pas mal|bon travail|bon courage|je recommande|continuez comme ca|a refaire|sans hesiter|bonne continuation|trop bon|bien joue',
    '-2': 'plus jamais|sans interet|perte de temps|a eviter|a fuir|aucune reponse|pas de reponse|toujours pas recu|jamais recu|jamais repondu|laisse a desirer|ca suffit|n importe quoi|hors service',
    '-3': 'rendez moi mon argent|rendez l argent|mort dans|fous de nous|foutage de gueule|se moque du monde|vous vous moquez',
  },
  negations: 'ne n pas jamais aucun aucune sans rien',
  strengthBefore: 'tres vraiment trop si tellement extremement super hyper archi totalement completement carrement absolument',
  strengthAfter: 'vraiment',
  everyday: `produit produits commande commander commandes livraison livrer livre livreur prix service services client clients serveur serveuse
    accueil boutique magasin restaurant plat plats repas samosa samosas cafe pain gateau sac robe chaussures colis article telephone page photo
    video message reponse repondre jour jours semaine heure heures matin soir midi hier aujourd hui demain fois ans argent euros ariary euro
    gens personne personnes famille enfants ami amis monde chose choses equipe travail endroit lieu adresse ville quartier rue taille couleur
    noir blanc rouge stock possible savoir dire voir vu vient venir venu arrive recu recevoir prendre pris mis mettre passe passer achete acheter
    acheté paye payer demande ouvert ferme autre autres premiere premier derniere dernier nouvelle nouveau minutes minute deux trois`,
};
