package io.politely.interviews;

/**
 * The words of a debrief in French: a cue and its alternatives in a line, as regular expressions.
 */
final class FrenchDebrief {

  static final String WORDS =
      """
      ARRIVED arrivée?|suis arrivée?|étais (?:là|sur place|devant|au|sur|à l'accueil)|j'y étais|sur (?:le parking|place)|garée?|devant (?:la porte|le bâtiment|l'immeuble|l'entrée)|connectée?|me suis (?:connectée?|garée?|présentée?)
      ENTERED entrée?|suis (?:entrée?|montée?)|montée?|poussé la porte|à l'accueil|passé (?:la porte|l'accueil|la barrière)|à la réception|dans les locaux
      SCHEDULED rendez-vous|rdv|prévue?|convoquée?|fixée?|convenue?|attendue?|programmée?|c'était (?:à|pour)|entretien était|devait
      STARTED commencée?|débutée?|démarrée?|commencé|débuté|démarré|(?:venue?s? |descendue? )(?:me |nous )?chercher|m'(?:a|ont) (?:reçue?|accueillie?|fait entrer)|reçue?|accueillie?|début|attaqué|pris en charge|on a (?:commencé|attaqué|démarré)
      ENDED sortie?|suis (?:sortie?|ressortie?|repartie?)|ressortie?|terminée?|finie?|fini|terminé|jusqu'à|dehors|repartie?|partie?|raccroché|fin|bouclé|c'était (?:fini|plié)|on s'est quittés|libérée?
      ON_TIME à l'heure|pile|pile à l'heure|ponctuel(?:le|s|les)?|tapant(?:es)?|à la minute
      EARLY avant|en avance|d'avance|plus tôt|auparavant
      LATE en retard|de retard|plus tard|après
      CORRECTS non|pardon|attendez|attends|enfin(?: non)?|je me trompe|disons|plutôt|erreur|je veux dire|je dis des bêtises|excusez-moi|je corrige|rectification|pas du tout|ah non
      OTHER_CLOCK train|métro|bus|avion|RER|chez vous|votre heure|TGV|tram
      VIDEO visio\\w*|vidéo|zoom|teams|en ligne|à distance|écran|le lien
      SET_FOR pour
      ROLE (?:directeur|directrice|DRH|DG|PDG|DAF|DSI|responsable|chef(?:fe)?|gérante?|manager|présidente?|patronne?|patron|cadre|ingénieure?|comptable|contrôleu(?:r|se)|acheteu(?:r|se)|assistante?|recruteu(?:r|se)|commerciale?|technicien(?:ne)?|associée?|fondat(?:eur|rice)|propriétaire|adjointe?|coordinat(?:eur|rice)|superviseure?|conseill(?:er|ère)|collègue|N\\+1|N\\+2|CEO|CFO|RH|chargée? de|secrétaire|délégué|formateur|formatrice|infirmi(?:er|ère)|médecin|avocate?|juriste|consultante?|numéro deux|contremaître|planificat(?:eur|rice)|logistique|production|achats|compta(?:bilité)?|exploitation|qualité|ressources humaines|contremaîtresse)
      RUNS (?:qui |elle |il )?(?:dirige|gère|pilote|s'occupe (?:de|du|des)|encadre|chapeaute)
      FROM de la|du|des|de|aux|au
      ABSENT n'(?:est|était) pas (?:là|venue?)|personne n'est venu|absente?|malade|n'a pas pu|devait (?:y avoir|être là|venir)|en congé|empêchée?|la prochaine fois|prochain tour|pas venue?
      MET vue?|rencontrée?|avec|présente?s?|étaient|était|reçue?|il y avait|en face|accueillie?|parlé|rejoints?|il était seul|elle était seule|venue?
      WHOLE_TIME tout du long|du début à la fin|tout le temps|toute la durée|d'un bout à l'autre|pendant tout
      AGAIN de nouveau|à nouveau|encore|revenue?
      OF_MINE m(?:on|a|es) (?:ancien(?:ne)? |dernier |dernière |ex-?)?(?:patronne?|chef(?:fe)?|directeur|directrice|manager|mari|femme|père|mère|collègue|équipe|amie?|enfants?)
      ASKED (?:m'|nous |me )(?:a|ont)(?: [\\w']+(?: \\w+)?)?? (?:demandé|posé (?:la|une) question|interrogée?|questionnée?|lancé|sorti|fait (?=raconter|expliquer|parler)|relancée?|challengée?)|(?:a|ont)(?: \\w+)? voulu (?:savoir|comprendre|entendre|que)|voulai(?:t|ent) (?:savoir|comprendre|entendre|que)|m'(?:a|ont) demandé|(?:il|elle|ils|elles|on) (?:a|ont) demandé|me demande|a (?:attaqué|commencé|ouvert|démarré|enchaîné|embrayé) (?:par|avec|sur|en)|(?:première|deuxième|seconde|troisième|dernière|sa|leur) question(?: \\w+)?(?:,| :|, c'était| était| a été|:)(?: c'était)?|j'ai eu droit à(?: la question)?|on m'a demandé|la question (?:de|du|sur)|est revenue? sur|a insisté sur|a demandé
      I_ASKED j'ai (?:aussi |ensuite |alors |juste )?(?:demandé|voulu savoir|posé (?:la|une) question|questionné|interrogé)|je (?:lui|leur) ai (?:aussi |ensuite |alors |juste |quand même )?(?:demandé|posé)|moi,? j'ai demandé|m(?:a|es) (?:\\w+ )?questions?(?: \\w+){0,2}?(?:,? c'était|:| :| était| a été)|je voulais savoir|j'ai retourné
      SEVERAL (?:les questions )?classiques?|les questions habituelles|(?:deux|trois|quatre|plusieurs|quelques) (?:\\w+ )?(?:questions|choses)|le classique
      ASKS pourquoi|comment|combien|quand|où|qui|que|quel(?:le|s|les)?|qu'est-ce|est-ce|si|parlez|racontez|décrivez|expliquez|présentez|vendez|citez|donnez|avez-vous|êtes-vous|pouvez-vous|à quoi|de quoi|en quoi|sur quoi|avec qui
      NEXT_QUESTION (?:et )?(?:ensuite|puis|après|deuxièmement|deuxième question|troisième question|dernière question|première question|enfin|et puis|d'abord|premièrement|troisièmement)
      I_SAID (?:là,? |alors,? |donc,? |moi,? |et )?(?:j'(?!ai quitté)(?:ai|avais|étais|explique|écoute|en)|je (?:lui|leur|l'|n'|me|suis|dis|réponds|savais|ne|l'ai|les)|j'ai (?:dit|répondu|expliqué|raconté|parlé|bafouillé|pris|donné|cité))
      THEY_SAID (?:il|elle|ils|elles|on|ça) (?:m'a|a|ont|lui|s'est|n'a|était|hochait|riait|souriait|notait) ?\\w*
      FILLER me|nous|si|que|de|d'|par|avec|sur|savoir|la question|aussi|ensuite|d'abord|:|comment dire|à propos de|au sujet de|mes|mon|ma
      GOOD adoré|aimé|apprécié|ri|riait|souri|souriait|hoché|acquiescé|noté|pris des notes|bonne réponse|très bien|super|impressionnée?|convaincue?|plu|bien (?:passé|passée|pris|reçu|réagi|accueilli)|enchantée?|ravie?|exactement|parfait|touché|séduite?|séduit|bluffée?|contente?|validé|approuvé|yeux (?:ont )?brill\\w+|fait mouche|opiné|génial|emballée?|rigolé|marqué (?:un|des) points?|sans sourciller|n'a pas (?:sourcillé|bronché|cillé)
      FINE correct|d'accord|ça va|ok|okay|normal|sans plus|passé à (?:la suite|autre chose)|pas de réaction|sans réaction|ça passait|moyen|honnête|rien (?:dit|de spécial)|compris|il a compris|neutre
      WEAK bafouillé|bredouillé|séchée?|sec|hésité|pas (?:su|préparé|convaincue?|convaincant|terrible|brillant|génial|bon|top|fameux|trouvé|été bonne?|à l'aise)|mal (?:répondu|passé|à l'aise)|noyée?|emmêlée?|perdue? (?:mes|mon|le|les)|raté|ratée?|trou|blanc|vague|langue de bois|bateau|récité|tourné autour|botté en touche|esquivé|la moue|grimac\\w+|sourcils|sceptique|faible|aurais dû|n'importe quoi|pataugé|patiné|ramé|plantée?|coincée?|gênée?|maladroite?|scolaire|dommage|bof|tiqué|fait tiquer
      VIBE ambiance|atmosphère|feeling|climat|impression|sentiment|ressenti|courant|contact|ton
      POSITIVE bon(?:ne|s|nes)?|très bonne?|agréable|chaleureu(?:x|se)|détendue?|sympa(?:thique)?|super|excellente?|conviviale?|cordiale?|positi(?:f|ve)|en riant|riant|ri|rires|à l'aise|génial|au top|raccompagnée?|formidable|ouverte?|bienveillante?|passe|passé|sourire|simple|parfaite?
      NEGATIVE froid(?:e|s|es)?|glacial(?:e)?|mauvaise?|tendue?|désagréable|hostile|négati(?:f|ve)|pesante?|lourde?|sèche?|distante?|regardait sa montre|pénible|crispée?|méprisant|arrogante?|interrogatoire|fermée?|malaise|frais|fraîche
      NEUTRAL neutre|polie?|correcte?|professionnel(?:le)?|difficile (?:à dire|de dire|à lire)|ni (?:bon|chaud|bien)|sans plus|formel(?:le)?|impossible à lire|courtoise?
      MIXED mitigée?|partagée?|mélangée?|en demi-teinte|moitié-moitié|contrastée?|d'un côté
      OVERALL globalement|dans l'ensemble|au global|au total|en gros|au final
      NEXT la suite|prochaine étape|étape suivante|(?:deuxième|second|prochain|dernier) (?:tour|entretien|rendez-vous)|décision|décid\\w+|réponse|reçoivent encore|encore (?:deux|trois|une|un|quelques) (?:personnes?|candidate?s?|entretiens?)|rappel\\w+|reviennent vers|revient vers|vous (?:appelle|rappelle|écri\\w+|tien\\w+|contacte\\w*)|offre|proposition|on (?:se revoit|m'appelle)|doi(?:t|vent) (?:me|vous|nous)|tranch\\w+|retour
      CONTACT rappel\\w+|répond\\w*|appel\\w+|réponse|revien(?:t|nent|dra|dront) vers|écri(?:t|vent|ra|ront)|tien(?:t|nent|dra|dront) au courant|contact\\w+|donner|communiqu\\w+|propos\\w+|retour|prévien\\w+|téléphon\\w+|envoi\\w+ (?:une|la|leur)|confirm\\w+|d'ici|sau(?:rai|ra|rez)
      I_DO je (?:lui |leur |les |la |le |vous )?(?:envoie|enverrai|rappelle|rappellerai|écris|écrirai|réponds|répondrai|transmets|transmettrai|confirme|confirmerai|reviens|reviendrai|propose|proposerai|apporte)|j'(?:envoie|enverrai|écris|écrirai|appelle|appellerai|apporte)|je (?:dois|vais)(?: \\w+){0,3}? (?:envoyer|rappeler|appeler|écrire|répondre|transmettre|confirmer|revenir|préparer|donner)|à moi de
      YOU_DO vous (?:les |leur |lui |la |le )?(?:appelez|rappelez|appellerez|rappellerez|envoyez|écrivez|relancez|contactez)|à vous de
      WOULD_I est-ce que (?:j'accepterais|j'accepte|je (?:prends|prendrais|signe|signerais|dirais|dis|le ferais))|si j'accept\\w+|si je (?:prends|signe|dis oui)|j'accepterais|accepterais-je|votre (?:\\w+ )?question|la (?:grande |fameuse )?question|oui ou non|si (?:on me|ils me) (?:propose\\w*|prennent|veulent|font)|je (?:signe|prends|signerais|prendrais|dirais)|alors,? (?:oui|non)|pour moi c'est (?:oui|non)|quant à accepter|c'est (?:un )?(?:oui|non)
      NOT_YET pas (?:un|encore un|encore) oui|ce n'est pas (?:un )?oui|pas encore|demandez-moi (?:après|plus tard)|pas décidée?|ni oui ni non|c'est pas (?:un )?oui
      HEDGE probablement|peut-être|sans doute|je (?:pense|crois|suppose|dirais)|je ne sais pas|je sais pas|ça dépend|il faut (?:que|d'abord)|faut (?:que|d'abord|voir)|je voudrais (?:d'abord|voir|rencontrer|savoir)|je veux (?:d'abord|voir|rencontrer|savoir)|d'abord|j'hésite|réfléchir|plutôt oui|a priori|à voir|en principe|avant de|tentée?|éventuellement|pas sûre?|il me faut(?:drait)?|j'attends|j'aimerais|tant que|partagée?|mitigée?|en parler (?:à|avec)
      YES oui|ouais|bien sûr|sans hésiter|tout de suite|j'accepte|je signe|je prends|d'accord|absolument|évidemment|avec plaisir|les yeux fermés|banco|carrément|volontiers|je fonce
      NO non|je refuse|je décline|pas (?:avec|dans|à|pour) ces?|hors de question|je passe|je n'irai pas|pas pour moi|jamais|je ne prends pas|je ne signe pas
      IF si|s'ils|s'il|à condition|pourvu que|à partir de|du moment|sous réserve|seulement si|minimum|au moins
      MONEY salaire|fixe|brut|net|euros?|mille|k|paie|rémunération|package|variable|prime|chiffre|argent|montant|par (?:mois|an|heure)|annuel|mensuel|de l'heure|TJM|minimum|plancher|somme
      BASE fixe|base
      MOVE déménag\\w+
      PROMISE je (?:dois|vais|lui|leur)(?: \\w+){0,4}? (?:envoyer|envoie|enverrai|transmettre|transmets|faire parvenir|adresser|rappeler|préparer|remettre|mailer|appeler|écrire|donner|renvoyer)|j'ai (?:promis|dit que j'enverrai\\w*|proposé d'envoyer)|je me suis engagée?|j'enverrai|j'envoie|je leur dois|je lui dois|j'ai dit que je|à moi de|je (?:lui|leur) ai (?:promis|dit que j)
      WORRY inqui(?:ète|et|éter|étée?)|peur|souci|gêne|dérange|refroidi\\w*|hésite|réserves?|doutes?|bémol|confidentiel(?:le)?|méfie|méfiante?|frein\\w*|chiffonn\\w+|problème|crain\\w+|embête|tracasse|ça m'a (?:fait|mis|un peu)|mauvais signe|alarm\\w+|pas rassurée?|bof|ennuie|entre nous|ébranlée?
      FACT réussite|succès|priorités?|budget|concurren\\w+|autres? candidate?s?|encore (?:deux|trois|une|un|quelques) (?:personnes?|candidate?s?)|objectif|départ|turnover|remplac\\w+|rattachée?|équipe de|prédécesseur|attend(?:ent)?|veulent|réorganis\\w+|projet|rachat
      HE il|lui|monsieur|M\\.|homme|gars|type|directeur
      SHE elle|madame|Mme|dame|femme|directrice|DRH
      THEY ils|elles|on|leur|nous
      """;

  private FrenchDebrief() {}
}
