import type { PageWords } from './page-words.ts';

export const fr: PageWords = {
  labels: {
    price: 'Prix',
    availability: 'Disponibilité',
    brand: 'Marque',
    maker: 'Fabricant',
    description: 'Description',
    specifications: 'Caractéristiques',
    shipping: 'Livraison',
    returns: 'Retour',
    rating: 'Avis',
    number: 'Référence',
  },
  ask: {
    price: 'coûte;coût;tarif;cher;chère;montant;combien (coûte|vaut|payer|argent|euros|vendez);c’est combien;ça fait combien;bon marché',
    availability:
      'stock;disponible;rupture;épuisé;indisponible;(reste|avez|restent) (encore|toujours);il en reste;(acheter|commander) (maintenant|encore|possible);quand disponible',
    brand: 'constructeur;producteur;qui (fabrique|fait|produit);quelle (entreprise|société);produit de qui',
    description:
      'qu’est-ce que c’est;c’est quoi;à quoi ça sert;décrivez;expliquez;présentation;(plus|davantage) (informations|détails|savoir|dire|sur ce produit);que fait;quel genre de produit',
    specifications:
      'spécifications;fiche technique;fonctionnalités;propriétés;fonctions;(données|détails|informations) techniques;toutes les données',
    shipping: 'expédition;envoi',
    shippingCost: '(livraison|expédition|envoi|port) (coûte|coût|prix|gratuite|offerte|payante|combien);frais de (port|livraison|envoi)',
    shippingTime:
      '(livraison|expédition) (temps|délai|jours|quand|rapide|durée);quand (arrive|arrivera|reçois|recevoir|livré);combien de (temps|jours) (arriver|recevoir|livrer);(arrive|là|livré) (demain|{weekday});avant {weekday}',
    shippingPlace:
      '(livrez|expédiez|envoyez|livraison|envoi) en {country};(livrez|expédiez|envoyez) (étranger|international|quels pays|où|me);habite en {country}',
    returns:
      'retourner;renvoyer;rendre;échanger;échange;remboursement;remboursé;rétractation;combien de (temps|jours) (retourner|rendre|retour);satisfait ou remboursé;ne (plaît|convient) pas;change d’avis;pas satisfait',
    rating:
      'notes;noté;étoiles;évaluations;commentaires;recommandé;recommandez;populaire;(clients|gens|acheteurs|autres) (disent|pensent|contents|satisfaits|aiment);est bien;est bon;vaut le coup;bonne qualité',
    number: '(numéro|code) (article|modèle|produit|pièce);quel modèle;code-barres',
  },
  say: {
    price: '{name} coûte {price}.',
    until: 'Ce prix est valable jusqu’au {date}.',
    withTax: 'La TVA est comprise.',
    withoutTax: 'La TVA n’est pas comprise.',
    from: 'En vente à partir du {date}.',
    inLanguage: 'Extrait de la page, en {language} :',
    noShipping: 'Pas de livraison',
    free: 'gratuite',
    time: 'délai {days}',
    returns: 'Les retours sont acceptés.',
    noReturns: 'Les retours ne sont pas acceptés.',
    period: 'Délai de retour : {days}.',
    freeReturns: 'Le retour est gratuit.',
    paidReturns: 'Le retour n’est pas gratuit.',
    colon: ' : ',
    comma: ', ',
    yes: 'oui',
    no: 'non',
  },
  states: [
    'en stock',
    'stock limité',
    'en vente uniquement en ligne',
    'en vente uniquement en magasin',
    'en précommande',
    'en rupture de stock, commande possible pour une livraison ultérieure',
    'en rupture de stock',
    'fabrication ou vente arrêtée',
  ],
  kinds: [
    'poids;pèse;lourd;lourde',
    'longueur;combien de long',
    'largeur;combien de large',
    'hauteur;combien de haut',
    'profondeur',
    'taille|dimensions;dimensions;combien mesure;grand;grande',
    'couleur',
    'matière|matériau|tissu;en quoi (fait|faite)',
    'puissance|consommation;watts;consomme',
  ],
};
