package io.politely.interviews;

/**
 * The words of a debrief in Italian: a cue and its alternatives in a line, as regular expressions.
 */
final class ItalianDebrief {

  static final String WORDS =
      """
      ARRIVED (?:sono )?arrivat[oa]|ero (?:lì|là|sul posto|già lì|già nel parcheggio|nel parcheggio|davanti)|parcheggi\\w+|collegat[oa]|conness[oa]|nel parcheggio|davanti (?:al cancello|alla sede|alla porta)
      ENTERED entrat[oa]|salit[oa]|in portineria|alla reception|dentro
      SCHEDULED appuntamento|previst[oa]|fissat[oa]|convocat[oa]|era (?:alle|per)|colloquio era|in programma|avevamo (?:appuntamento|fissato)
      STARTED cominciat[oa]|iniziat[oa]|abbiamo (?:cominciato|iniziato)|partit[oi]|venut[oa] a prendermi|ricevut[oa]|accolt[oa]|fatt[oa] entrare|hanno (?:cominciato|iniziato)
      ENDED uscit[oa]|finit[oa]|terminat[oa]|abbiamo (?:finito|chiuso)|fino (?:alle|all'|a)|fuori|concluso
      ON_TIME puntual[ei]|in orario|in punto|spaccat[oe]
      EARLY prima|in anticipo
      LATE dopo|in ritardo|di ritardo|più tardi
      CORRECTS no|scusa|scusi|aspetti|aspetta|anzi|mi sbaglio|diciamo|cioè|sbagliato|voglio dire|mi correggo|macché
      OTHER_CLOCK treno|autobus|aereo|volo|metro
      VIDEO video\\w*|zoom|teams|online|schermo|link
      SET_FOR per
      ROLE direttore|direttrice|responsabile|capo|titolare|amministratore|amministratrice|manager|CEO|CFO|presidente|proprietari[oa]|soci[oa]|fondator[ei]|ingegnere|tecnico|contabile|coordinator[ei]|coordinatrice|supervisor[ei]?|assistente|acquist[io]|vendite|produzione|personale|risorse umane|HR|collega|caporeparto|buyer|addett[oa]|commerciale|qualità|logistica
      RUNS (?:che |lei |lui )?(?:gestisce|dirige|si occupa di|guida)
      FROM di|del|della|delle|degli
      ABSENT non c'era|assente|malat[oa]|doveva esserci|non è venut[oa]|in ferie|la prossima volta
      MET incontrat[oa]|visto|vista|con|c'era|c'erano|parlato|presente|presenti|ricevut[oa]|conosciut[oa]|eravamo|erano
      WHOLE_TIME tutto il tempo|dall'inizio alla fine|per tutto il
      AGAIN di nuovo|ancora|un'altra volta
      OF_MINE mi[oa] (?:ex |vecchi[oa] )?(?:capo|responsabile|marito|moglie|padre|madre|collega|direttore)
      ASKED (?:mi|ci) (?:ha|hanno) (?:poi |anche |subito |prima )?(?:chiesto|domandato|fatto (?:la|una) domanda)|(?:voleva|volevano|ha voluto|hanno voluto) (?:sapere|sentire|capire)|ha (?:iniziato|aperto|esordito|cominciato|attaccato) con|(?:prima|seconda|terza|ultima|sua) domanda(?: \\w+)?(?: è stata| era|:|,)|mi chiese|mi è stato chiesto|ha chiesto
      I_ASKED (?:gli |le |io )?ho (?:\\w+ )?(?:chiesto|domandato|voluto sapere)|la mia (?:\\w+ )?domanda(?: \\w+)?(?: era| è stata|:)|volevo sapere|le mie domande
      SEVERAL le solite \\w+|il solito|(?:due|tre|quattro|alcune|un paro? di) (?:domande|cose)
      ASKS cosa|che cosa|perché|come|quando|dove|chi|quale|quali|quant[oaie]|se|mi (?:parli|racconti|descriva)|mi venda|ha mai
      NEXT_QUESTION (?:e )?(?:poi|dopo|seconda|in secondo luogo|infine|inoltre|quindi|prima)
      I_SAID (?:lì |io |allora |e )?(?:(?:gli |le |lo |l')?ho (?:detto|risposto|raccontato|spiegato|parlato|fatto|usato|portato|balbettato)|sono (?:rimast[oa]|andat[oa])|mi sono|avevo)
      THEY_SAID (?:lui|lei|gli|le|ha|hanno|si) (?:ha|è|ha detto|piaciuto|riso|annuito)
      FILLER mi|ci|se|di|che|sapere|anche|poi|con|sul|sulla|la domanda|prima
      GOOD piaciut[oa]|riso|sorris[oa]|annuito|annuiva|annotato|segnato|scritto|molto bene|benissimo|ottim[oa]|bene|perfett[oa]|colpit[oa]|convint[oa]|entusiast[ai]|apprezzato|giusta risposta|risposta giusta|soddisfatt[oa]|senza battere ciglio
      FINE va bene|normale|ok|capito|così così|d'accordo|passato oltre|senza reazioni|discret[oa]|accettabile
      WEAK balbettato|in difficoltà|mal[ei]|non (?:sapevo|ho saputo|ero preparat[oa]|convint[oa]|è piaciut[oa])|bloccat[oa]|impappinat[oa]|debole|generic[oa]|incartat[oa]|vuoto|avrei dovuto|scena muta|smorfia|vag[oa]|pessim[oa]|girato intorno|storto il naso|scolastic[oa]
      VIBE atmosfera|clima|sensazione|impressione|feeling|ambiente|aria
      POSITIVE buon[oaie]?|bell[oa]|ottim[oa]|piacevole|cordial[ei]|rilassat[oa]|simpatic[oi]|calda|accoglient[ei]|positiv[oa]|bene|splendid[oa]|apert[oai]|gentil[ei]|serena
      NEGATIVE fredd[oa]|tes[oa]|brutt[oa]|negativ[oa]|ostile|gelid[oa]|sgradevole|distaccat[oa]|guardava l'orologio|pesante|mal[ei]
      NEUTRAL neutr[oa]|cortes[ei]|corrett[oa]|professional[ei]|difficile da (?:dire|leggere)|né bene né male|normale|formale
      MIXED mist[oa]|così così|a metà|contrastant[ei]|da un lato
      OVERALL nel complesso|in generale|tutto sommato|nell'insieme
      NEXT prossim[oi] (?:passo|passi|step|turno)|second[oa] (?:colloquio|turno)|decid\\w+|decisione|richiam\\w+|chiam\\w+|faranno sapere|fanno sapere|risposta|offerta|ancora (?:due|tre|un) \\w+|si fanno vivi|poi
      CONTACT chiam\\w+|richiam\\w+|sapere|risposta|scriv\\w+|contatt\\w+|conferm\\w+|propon\\w+|sentir\\w+|mand(?:ano|erà)
      I_DO (?:gli |le |lo |la )?(?:mando|manderò|invio|invierò|chiamo|chiamerò|richiamo|richiamerò|scrivo|scriverò|confermo|confermerò)|(?:devo|ho promesso di) (?:mandar|inviar|chiamar|scriver|risponder|confermar|preparar|richiamar)\\w*|tocca a me
      WOULD_I accetterei|se accett\\w+|la (?:tua|sua) domanda|la domanda|sì o no|se me lo offr\\w+|direi di sì|firm(?:o|erei)|accetto
      NOT_YET non è un sì|non ancora|ancora no|non ho deciso|né sì né no
      HEDGE probabilmente|forse|credo|penso|non (?:lo )?so|non sono sicur[oa]|dipende|devo (?:prima|parlarne|pensarci|vedere)|vorrei (?:prima|conoscere|sapere)|voglio (?:prima|conoscere|sapere)|prima|in linea di massima|ci penso|magari|finché
      YES sì|certo|accetto|firmo|volentieri|assolutamente|subito|senza dubbio|ci sto|prendo
      NO no|rifiuto|non accett\\w+|non fa per me|lascio perdere|passo
      IF se|a condizione|purché|a patto|a partire da|con|almeno|sotto
      MONEY stipendio|lord[oi]|nett[oi]|euro|mila|\\w+mila|soldi|paga|fisso|variabile|cifra|al mese|all'anno|all'ora|RAL|retribuzione|minimo
      BASE fisso|base
      MOVE traslo\\w+|trasferi\\w+
      PROMISE (?:gli|le|ho) (?:mando|manderò|invio|invierò|devo|promesso)(?: \\w+){0,3}|devo (?:mandare|inviare|mandar\\w+|inviar\\w+|preparare|richiamare)|ho promesso|(?:manderò|invierò)|mi sono impegnat[oa]|ho detto che (?:mando|manderò|invio|invierò)
      WORRY preoccup\\w+|paura|dubbi[oa]?|perpless\\w+|frena|riservat[oa]|timore|problema|spaventat[oa]|non mi piace|scoraggi\\w+|mette ansia|inquiet\\w+
      FACT successo|priorità|budget|concorren\\w+|altr[oi] candidat\\w+|obiettiv\\w+|turnover|sostitu\\w+|squadra di|predecessore|si aspetta\\w*|vogliono
      HE lui|signor|uomo|direttore
      SHE lei|signora|donna|direttrice
      THEY loro|ci
      """;

  private ItalianDebrief() {}
}
