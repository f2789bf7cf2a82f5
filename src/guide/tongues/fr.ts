import type { TongueData } from './tongue-data.ts';

export const fr: TongueData = {
  replies: {
    yes: 'o|oui+|ouais|ouaip|ouep|si|mouais|bien sur(?: que (?:oui|si))?|exact(?:ement)?|tout a fait|effectivement|absolument|c ?est (?:ca|bon|exact|le cas)|d accord|correct|en effet|evidemment|certainement|ok|okay|je (?:crois|pense) que (?:oui|si)|on dirait|toujours|vrai|affirmatif|les deux',
    no: 'n|non+|nan+|nope|pas (?:du tout|vraiment|encore|trop|que je sache)|pas|jamais|aucun(?:e)?|rien|negatif|nullement|absolument pas|bien sur que non|je (?:crois|pense) (?:que non|pas)|meme pas|toujours pas|faux|ni',
    affirms:
      '(?:il|elle|ca|c|on) ?(?:l )?(?:est|a|fait|fonctionne|marche|va|peut)(?: le cas)?|(?:c est )?(?:deja )?fait|je l ai (?:fait|deja fait)|il y en a|je (?:le |la |les )?(?:vois|peux|entends)|elles? sont|ils sont',
    not: 'pas|non|jamais|aucun(?:e)?|rien|sans|ni|ne|n|impossible|manque(?:nt)?|personne',
    notNot:
      'pas de (?:probleme|souci)s?|sans probleme|pas mal|rien d anormal|sans doute|pas seulement|aucun probleme|aucun souci|rien a signaler',
    unsure:
      '(?:je )?(?:ne )?(?:n en )?sais (?:vraiment )?pas(?: trop)?|j en sais rien|aucune idee|je (?:ne )?(?:suis|sois) pas (?:tres |trop |vraiment |tout a fait )?(?:sur|certain)e?|pas (?:tres |trop |vraiment )?(?:sur|certain)e?|peut etre|difficile a dire|(?:je )?(?:ne )?(?:me )?(?:souviens|rappelle) (?:plus|pas)|je ne peux pas (?:dire|savoir|verifier|voir)|pas verifie|pas regarde|chais pas|jsp|qui sait|impossible a dire|(?:j ai )?(?:jamais|pas) (?:su|compte|mesure|verifie|regarde|fait attention)|je (?:ne )?(?:vois|distingue|peux) (?:pas|plus|rien)(?: bien| vous dire| voir)?(?: .*)?|(?:j ai )?pas acces|daltonien(?:ne)?|(?:je )?(?:ne )?suis pas (?:chez moi|la|a la maison)|en deplacement|c est une location',
    how: 'comment(?: (?:je|puis|faire|on|verifier|savoir|est|fait|le|la))?|ou (?:est|se|puis|trouver|ca|exactement)|qu est ce que|c est quoi|que (?:veut|voulez|signifie|veux)|quel(?:le)?s?|je ne comprends pas(?: la question)?|expliquez?(?: moi)?|ca veut dire quoi|montrez?(?: moi)?|comment|ou c est|il est ou|elle est ou|(?:faut|dois|puis|peux)(?: il)? (?:que )?je|faut il|je (?:fais|lance|trouve|regarde|verifie) (?:ca |cela |le |la )?(?:\\S+ )?ou|lequel|laquelle|avec quoi|combien de temps',
    why: 'pourquoi|a quoi (?:ca|cela) sert|dans quel but|quelle importance|est ce important|pourquoi|en quoi|quel (?:est le )?rapport|pour quoi faire|vous demandez ca|ca change quoi',
    back: 'retour|revenir(?: en arriere)?|reviens|en arriere|(?:question|etape) precedente|precedent|annuler la derniere',
    restart: 'recommencer?|recommence(?:z)?|reprendre (?:au|du|depuis le) debut|(?:depuis|du) (?:le )?debut|repartir de zero|a zero',
    skip: 'passer?|passe(?:z|ons)?(?: (?:cette|la) question)?|(?:question )?suivante?|sauter|ignorer',
    stop: 'stop|arreter?|arrete(?:z)?|annuler?|quitter|terminer|laisse(?:z)? tomber|laissons tomber|tant pis|oublie(?:z)?(?: ca)?|j abandonne|ca suffit|assez',
    tried:
      '(?:je l ai |j ai |ai )?deja (?:essaye|fait|teste|verifie|change|remplace|tente)(?: .*)?|(?:j ai )?deja|(?:je l ai |j ai )(?:essaye|fait|tente)(?: deja)?',
    asksDone: 'avez vous|as tu|(?:vous avez|tu as)|(?:a|ont) (?:deja )?ete',
    correction:
      '(?:non |ah |oh |euh )*(?:attend(?:s|ez)?|pardon|desole(?:e)?|en fait|je me (?:suis )?tromp\\w*|je voulais dire|erreur|rectification|excuse(?:z)? moi)',
    solved:
      '(?:ca |c |tout |il |elle |maintenant |enfin )*(?:marche|fonctionne|est (?:regle|resolu|bon|repare|parti|ok)|refonctionne|remarche|a (?:marche|fonctionne))(?: (?:maintenant|a nouveau|bien|parfaitement))*|resolu|regle|parfait|super|genial|merci.*|nickel|probleme (?:resolu|regle)|c est (?:bon|ok|regle|resolu|repare|parti)|impeccable',
    mended:
      '(?:(?:c|le|tout|est|maintenant|probleme|a ete|ca) )*(?:regle|resolu|repare)e?(?: (?:maintenant|tout seul))*|(?:le )?probleme (?:a )?disparu|j ai (?:regle|resolu|repare)(?: le probleme)?|(?:ca|c) s est (?:arrange|regle)(?: tout seul)?',
    worksAgain:
      '(?=.*(?:maintenant|nouveau|remarche|refonctionne|enfin))(?:(?:ca|tout|il|elle|maintenant|enfin) )*(?:marche|fonctionne|remarche|refonctionne|est bon)(?: (?:maintenant|a nouveau|de nouveau|bien|parfaitement|enfin))*|(?:ca a|c est|c a) (?:disparu|parti)(?: maintenant)?',
    unsolved:
      'toujours|encore|(?:le )?meme (?:probleme|chose|resultat)|pareil|(?:ca |cela )?(?:ne |n )?(?:a |marche |fonctionne |change )?(?:toujours )?(?:pas|rien)|aucun(?:e)? (?:changement|effet|amelioration|difference)|idem|pire|persiste|sans succes|inchange',
    good: 'bien|bon(?:ne)?s?|normal(?:e|ement)?|marche(?:nt)?|fonctionne(?:nt)?|correct(?:e|ement)?|parfait(?:e|ement)?|propres?|neufs?|neuve|serre(?:e)?|intacte?|stable|en ordre|ok|nickel|comme neu(?:f|ve)|impec(?:cable)?|nickel|niquel|super|tout va bien|rien a signaler|brille|brillante?|lumineux|entier|entiere|plein(?:e)?s?|a fond|a jour|arrive(?:e)?|recu(?:e)?|paye(?:e)?|debite(?:e)?|valide(?:e)?|charge(?:e)?|bien (?:mis|fixe|serre|ferme|enfonce)(?:e)?|tranquille|sans (?:probleme|souci)s?|fluide|tourne (?:rond|bien)',
    bad: 'eteinte?s?|morte?|casse(?:e)?s?|mauvaise?s?|mal|abime(?:e)?s?|defectueu(?:x|se)|en panne|probleme(?:s)?|erreur(?:s)?|defaut|fuite(?:s)?|fuit|sale(?:s)?|desserre(?:e)?|use(?:e)?s?|brule(?:e)?|fissure(?:e)?|rouille(?:e)?|corrode(?:e)?|bruits?|fumee|bloque(?:e)?|faible|accroche|frotte|coince(?:e)?s?|grippe(?:e)?|tombe(?:e)?|cogne(?:e)?|raye(?:e)?s?|rayures?|fele(?:e)?s?|fissures?|trou(?:s|e|ee)?|moisi(?:ssure|e)?s?|pue|sent|odeur|mouille(?:e)?s?|humide|goutte|flaque|vide|sec|seche|noir(?:e)?|sombre|tordu(?:e)?s?|plie(?:e)?s?|voile(?:e)?|encrasse(?:e)?s?|calcaire|tartre|crasse|poussiere|peluches?|bouche(?:e)?s?|bouge|branle|grince|couine|craque|siffle|ronfle|claque|refuse(?:e)?|rejete(?:e)?|expire(?:e)?|en retard|perdu(?:e)?|hs|foutu(?:e)?|naze|mort(?:e)?|plante(?:e)?|gele(?:e)?|dechire(?:e)?|arrache(?:e)?|decharge(?:e)?|a plat|flou(?:e)?|lache',
    opposites:
      'seulement/aussi seulement/toujours uniquement/aussi allumee?s?,activee?s?,brule/eteinte?s?,desactivee?s?,noir,sombre ouverte?s?/fermee?s? vide,bas,basse,sec,seche,minimum/pleine?,maximum,assez,normal,normale chaude?s?,brulante?s?/froide?s?,tiede,glacee? neufs?,neuves?,recente?,nouveau/vieux,vieille,ancien,ancienne,origine lache,desserree?,branlant,jeu/serree?,solide,ferme propres?/sales?,encrassee?,poussiere,bouchee?,corrodee? bouchee?,obstruee?,bloquee?/libre,propre,vide,degagee? molle,mou,spongieuse/dure,ferme pliee?,tordue?,coudee?/droite?,droit usee?s?/neuve?s?,epaisse? mouillee?,humide,fuite,goutte,flaque,coule/sec,seche haut/bas dedans/dehors rapide/lent gauche/droite?,droit branchee?,connectee?/debranchee?,deconnectee? fixe/clignote,clignotant chargee?s?/dechargee?s?,vide,plat toujours,constamment/parfois,rarement manuel/automatique pareil/different tous,toutes,tout,chaque/seule?,une?,certains,quelques tourne,marche,bouge/arret,immobile,coincee? entends?,bruit,son,bourdonne/silence,silencieux forte?/faible toujours,constamment,tout_le_temps,en_permanence,sans_arret,a_chaque_fois,en_continu/parfois,de_temps_en_temps,par_moments,quelquefois,des_fois,occasionnellement toujours,parfois,souvent,tout_le_temps/jamais,aucune_fois',
    more: 'plus de|plus que|au dessus de|superieure? a|au moins|au minimum|plus longtemps|ou plus|depasse',
    less: 'moins de|moins que|en dessous de|au dessous de|inferieure? a|au plus|au maximum|ou moins|jusqu a|meme pas|pas (?:meme|plus de)|a peine|n atteint pas',
    numbers:
      '0:zero 1:un 2:deux 3:trois 4:quatre 5:cinq 6:six 7:sept 8:huit 9:neuf 10:dix|dizaine 11:onze 12:douze|douzaine 13:treize 14:quatorze 15:quinze|quinzaine 16:seize 17:dix_sept 18:dix_huit 19:dix_neuf 20:vingt|vingtaine 30:trente|trentaine 40:quarante|quarantaine 50:cinquante|cinquantaine 60:soixante|soixantaine 70:septante 80:quatre_vingts?|huitante 90:nonante 100:cents?|centaine 1000:mille|millier',
    units:
      'second:secondes? minute:minutes? hour:heures? day:jours? week:semaines? month:mois year:ans?|annees? decade:decennies? millimetre:millimetres? centimetre:centimetres? kilometre:kilometres? metre:metres? inch:pouces? foot:pieds mile:miles? gram:grammes? kilogram:kilos? pound:livres? millilitre:millilitres? litre:litres? megabyte:mo|megas?|megaoctets? gigabyte:go|gigas?|gigaoctets? bar:bars fahrenheit:(?:degres?_)?fahrenheit celsius:(?:degres?_)?celsius volt:volts? amp:amperes? watt:watts?',
    numberJoint: 'et',
    numberEnd: 'fois',
    decimalPoint: 'virgule',
    minus: 'moins',
    ordinals: 'premiere?/deuxieme|seconde?/troisieme/quatrieme/cinquieme/derniere?/(?:du )?milieu',
    aroundOrdinal: '(?:c est|celui|celle|de la liste|votre|la|le|l|numero|option|reponse|choix|je dirais|plutot|svp)',
    half: 'demie?',
    quarter: 'quart',
    oneAndHalf: 'une? et demie?',
    andHalf: 'et demie?',
    single: 'une?',
    mistake: 'je me suis trompee?|je voulais dire|erreur de ma part|c etait faux',
    before:
      '(?:la |ma )*(?:derniere|precedente|avant|tout a l heure)(?: (?:question|reponse))?|(?:question|reponse) (?:d avant|precedente)',
    acknowledges:
      '(?:ok|d accord|bien|tres bien|entendu|compris|fait|c est fait|je l ai fait|un instant(?: .*)?|une minute(?: .*)?|(?:je vais|laissez moi|je) (?:essayer|essaie|verifier|voir|regarder)(?: .*)?)',
    danger:
      'fumee|en feu|(?:prend|pris) feu|flammes?|etincelles?|decharge electrique|electrocut\\S*|odeur de (?:brule|gaz|fumee)|sent (?:le )?(?:brule|gaz)|explos\\S*|gonflee?|fondue?|incendie',
    filler:
      'euh+|heu+|ben|bah|alors|bon|hm+|ah|oh|eh bien|bonjour|je (?:crois|pense)(?: que)?|a vrai dire|malheureusement|en fait|apparemment|voyons|s il (?:vous|te) plait|maintenant|la|donc|et',
    but: 'mais|cependant|pourtant|par contre|et|car|parce que|sauf',
  },
  phrases: {
    dontKnow: 'Je ne sais pas',
    isGone: 'Oui, c’est réglé',
    isNotGone: 'Non, c’est toujours là',
    isItGone: 'Est-ce réglé maintenant ?',
    isItStillGone: 'La dernière fois, nous l’avions réglé. Est-ce toujours le cas ?',
    untilThen: 'En attendant',
    soItStays: 'Pour que cela ne revienne pas',
    howToCheck: 'Comment vérifier',
    notUnderstood: 'Je n’ai pas compris de quelle réponse il s’agit.',
    pickOne: 'Veuillez choisir la réponse qui convient le mieux.',
    noHow: 'Je n’ai pas d’instructions pour cette vérification. Si vous ne pouvez pas vérifier, dites que vous ne savez pas.',
    whyAsked: 'La réponse indique quelle cause chercher ensuite.',
    firstStep: 'C’est la première question ; il n’y a rien à annuler.',
    wentBack: 'Un pas en arrière.',
    restarted: 'Depuis le début.',
    corrected: 'C’est noté, j’ai changé cette réponse.',
    noted: 'C’est noté.',
    recheck: 'Rien de tout cela n’a aidé ; vérifions ce point encore une fois.',
    whatCameOfIt: 'Et qu’avez-vous constaté ?',
    goOnWith: 'On continue avec « {guide} » ?',
    passedOver: 'Je continue sans cette réponse.',
    guideChanged: 'Ces étapes ont changé entre-temps ; je repars des réponses qui conviennent encore.',
    guideKept: 'Ces étapes ont changé entre-temps ; vous terminez celles que vous avez commencées.',
    fixedIt: 'Bien. La panne a disparu.',
    cancelled: 'J’ai arrêté la recherche de panne.',
    notFound: 'Je n’ai pas pu trouver la cause.',
    needsPerson: 'À partir d’ici, il faut une personne.',
    danger: 'Veuillez ne plus l’utiliser pour l’instant ; une personne doit examiner cela.',
    careful: 'Attention : si vous n’êtes pas sûr de pouvoir le faire sans danger, laissez faire une personne.',
    reasonGuideFits: 'Vos mots correspondent au guide « {guide} » (sûr à {percent} %).',
    reasonGuideStep: 'Cela découle de vos réponses dans le guide « {guide} ».',
    reasonGuideNotFound: 'Le guide « {guide} » n’a plus rien à essayer.',
    reasonGuidePerson: 'Le guide « {guide} » indique qu’une personne doit examiner cela.',
  },
};
