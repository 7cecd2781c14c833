package io.politely.interviews;

/**
 * The words of a debrief in German: a cue and its alternatives in a line, as regular expressions.
 */
final class GermanDebrief {

  static final String WORDS =
      """
      ARRIVED (?:war|bin) (?:ich )?(?:\\w+ ){0,3}(?:da|dort|vor Ort)|war (?:ich )?(?:schon |bereits )?.{0,30}?(?:auf dem (?:Hof|Parkplatz|Gelände|Werksgelände)|am (?:Tor|Werkstor|Eingang)|vor der Tür|vor dem (?:Gebäude|Werk|Haus)|in der Tiefgarage)|angekommen|eingetroffen|kam (?:ich )?(?:\\w+ ){0,4}an|auf dem (?:Hof|Parkplatz|Gelände)|vor Ort|eingewählt|eingeloggt|zugeschaltet|im Raum|vor der Tür|geparkt|am Werkstor|vorgefahren
      ENTERED rein(?:gegangen)?|hinein(?:gegangen)?|reingelassen|am Empfang|an der Pforte|angemeldet|drin|ins (?:Haus|Gebäude)|in das Gebäude|reinmarschiert
      SCHEDULED Termin|angesetzt|verabredet|ausgemacht|geplant|eingeladen|vereinbart|bestellt|einbestellt|sollte|hätte (?:\\w+ ){0,3}(?:losgehen|anfangen)|Einladung|eigentlich
      STARTED angefangen|begonnen|begann(?:en)?|fing(?:en)?|los|losgegangen|losging|losgelegt|abgeholt|geholt|Beginn|Start|gestartet|empfangen|hereingebeten|reingeholt|ging es los|kam er|kam sie|holte
      ENDED raus|draußen|fertig|Schluss|Ende|zu Ende|beendet|vorbei|bis|aufgehört|gegangen|verabschiedet|aufgelegt|durch|rausgekommen|war es aus
      ON_TIME pünktlich|auf die Minute|überpünktlich|Punkt
      EARLY vorher|zu früh|früher|eher|vor der Zeit|davor
      LATE zu spät|später|Verspätung|verspätet|danach|drüber
      CORRECTS nein|nee|Moment|stimmt nicht|Quatsch|falsch|ich meine|sagen wir|Entschuldigung|korrigiere|Unsinn|halt|warten Sie|ach was|vielmehr|Blödsinn|besser gesagt
      OTHER_CLOCK Zug|Bahn|S-Bahn|Bus|Flieger|Flug|bei Ihnen|Ihrer Zeit
      VIDEO Video\\w*|Zoom|Teams|online|per Kamera|Bildschirm|Webex|Link
      SET_FOR für|auf|zu
      ROLE \\w*(?:leiter(?:in)?|leitung|chef(?:in)?|direktor(?:in)?|führer(?:in)?|vorstand|vorständin|manager(?:in)?|inhaber(?:in)?|gründer(?:in)?|meister(?:in)?|ingenieur(?:in)?|referent(?:in)?|betriebsrat|betriebsrätin|einkäufer(?:in)?|disponent(?:in)?|entwickler(?:in)?|berater(?:in)?|assistent(?:in)?|controller(?:in)?|sekretär(?:in)?|kaufmann|kauffrau|planer(?:in)?|techniker(?:in)?|verkäufer(?:in)?|buchhalter(?:in)?|anwalt|anwältin|arzt|ärztin|pfleger(?:in)?|kolleg(?:e|in)|partner(?:in)?|beauftragte[rn]?|verantwortliche[rn]?|spezialist(?:in)?|prokurist(?:in)?|geschäftsführung|personaler(?:in)?|sachbearbeiter(?:in)?|nachfolger(?:in)?|vorgänger(?:in)?|stellvertreter(?:in)?|abteilung|dame|präsident(?:in)?|schwester|koordinator(?:in)?|architekt(?:in)?)|Chief|Head of \\w+|CEO|CFO|CTO|COO|HR|Vertrieb|Einkauf|Produktion|Personal|Controlling|Fertigung|Logistik|Qualität
      RUNS (?:sie|er|die|der) (?:macht|leitet|führt|verantwortet|kümmert sich um)
      FROM aus|von|vom
      ABSENT war nicht (?:da|dabei)|fehlte|krank|im Urlaub|verhindert|sollte (?:eigentlich )?(?:auch )?(?:kommen|dabei)|kam nicht|nicht gekommen|nächstes Mal|beim nächsten|in der nächsten Runde|entschuldigt
      MET dabei|waren|war|saßen|saß|getroffen|kennengelernt|gesprochen|mit|gegenüber|kam(?:en)?|dazu|Runde|begrüßt|empfangen
      WHOLE_TIME die ganze Zeit|durchgehend|von Anfang bis Ende|durchgängig|über die ganze
      AGAIN wieder|nochmal|noch einmal|noch mal|erneut
      OF_MINE mein(?:e|em|en|er)? (?:\\w+ )?(?:Chef(?:in)?|Vorgesetzte[rn]?|Mann|Frau|Vater|Mutter|Freund(?:in)?|Kolleg(?:e|in|en)|Kinder|Sohn|Tochter|Team)
      ASKED (?:hat|haben) (?:mich |uns |dann |auch |noch |gleich |zuerst |danach |wieder |direkt |als \\w+ )*gefragt|(?:hat|haben) (?:mich |uns )(?:dann |auch |noch )?nach|fragten?(?: mich| uns| er| sie| dann| noch| auch| gleich| zuerst| danach)*|fragt(?: mich| er| sie)*|wollten?(?: er| sie| dann| noch| auch| gleich| zuerst| von mir| unbedingt|(?-iu: \\p{Lu}\\w+)){0,4} (?:wissen|hören|sehen)|(?:fing|begann|startete|eröffnete|legte los|stieg(?: \\w+)? ein)(?: er| sie)?(?: an| los)? mit|wurde ich (?:\\w+ ){0,2}gefragt|ich wurde (?:\\w+ ){0,2}gefragt|(?:erste|zweite|dritte|nächste|letzte|seine|ihre|die) Frage (?:war|lautete|von \\w+ war)|kam die Frage|die Frage (?:nach|kam)|(?:dann |danach )?ging es (?:noch |dann |auch )?um|bat(?: mich| er| sie){0,2}(?: darum)?|hakte(?: er| sie)? nach|bohrte(?: er| sie)? nach
      I_ASKED ich (?:habe?|hab) (?:(?!mich|dann gefragt)\\w+ ){0,4}?gefragt|(?:habe?|hab) ich (?:\\w+ ){0,4}?gefragt|(?:fragte|wollte) ich (?:\\w+ ){0,3}?(?:wissen)?|ich (?:fragte|wollte)(?: \\w+){0,3}? ?(?:wissen)?(?=,)|mein(?:e|er)? (?:\\w+ )?Fragen? (?:war(?:en)?|an \\w+ war|lautete)|von mir kam|ich wollte (?:\\w+ ){0,2}wissen
      SEVERAL das Übliche|die üblichen \\w+|(?:zwei|drei|vier|fünf|mehrere|ein paar|einige) (?:\\w+ )?(?:Fragen|Sachen|Dinge)
      ASKS was|warum|wieso|weshalb|wie|wann|wo|wer|welche[rnms]?|ob|haben Sie|sind Sie|können Sie|würden Sie|erzählen Sie|nennen Sie|beschreiben Sie|erklären Sie|stellen Sie|woran|womit|wofür|worauf|wohin|woher|zeigen Sie|verkaufen Sie|gibt es|kennen Sie
      NEXT_QUESTION (?:und )?(?:dann|danach|zweitens|drittens|erstens|als (?:Nächstes|nächstes|Erstes|Zweites|Drittes|Letztes)|zuletzt|zum Schluss|(?:erste|zweite|dritte|vierte|nächste|letzte) Frage|außerdem|anschließend)(?: war| kam| noch)?
      I_SAID (?:da |dann |also |ja )?(?:ich (?:habe?|hab|sagte|meinte|bin|antwortete|erzählte|nahm|sage|war|hatte|musste|konnte|wusste|erklärte)|(?:habe?|hab|bin|sagte|hatte|war|musste|konnte|wusste|erzählte|meinte) ich)|(?:das |da )(?:habe|hab|bin|konnte|wusste|war) ich
      THEY_SAID (?:er|sie|da|das|und) (?:\\w+ )?(?:meinte|sagte|hat|nickte|lachte|war|fand|schaute|grinste|antwortete|kam|schrieb)
      FILLER mich|uns|er|sie|nach|noch|dann|auch|gleich|zuerst|danach|wissen|ob|dass|mit|um|darum|unbedingt|von mir|meine[nrms]?|an
      GOOD genickt|nickte[n]?|gelacht|lachte[n]?|gelächelt|lächelte|mitgeschrieben|notiert|aufgeschrieben|(?:gut|super|prima|sehr gut|bestens) an(?:gekommen)?|kam (?:\\w+ )?(?:gut|super|sehr gut|prima)(?: an)?|gefallen|gefiel|begeistert|beeindruckt|strahlte|(?:lief|war|ging|saß) (?:sehr |richtig |wirklich )?(?:gut|super|prima|stark)|fand (?:er|sie|das) (?:\\w+ )?(?:gut|toll|klasse|stark|super)|so (?:jemanden|einen|eine) such|genau (?:das|so)|zufrieden|zugestimmt|schmunzel\\w+|gegrinst|grinste|überzeugt|Daumen|Volltreffer|saß|perfekt|ohne mit der Wimper|Augen (?:haben )?geleuchtet|freute sich|hat sich gefreut
      FINE in Ordnung|okay|ok|ging so|war (?:ganz )?(?:in Ordnung|okay|normal)|passt schon|weiter (?:ging|gemacht)|ohne Reaktion|keine Reaktion|neutral|zur Kenntnis|unauffällig|solide|mittel
      WEAK ins Schwimmen|geschwommen|ins Stocken|gestockt|gestottert|gestammelt|herumgeeiert|rumgeeiert|ausgewichen|nicht (?:gut|überzeugend|vorbereitet|so gut|gewusst|optimal|beantworten|toll|glücklich)|keine (?:gute |richtige )?Antwort|verhaspelt|verheddert|blamiert|schwach|daneben|Blackout|blank|schlecht|hätte ich (?:\\w+ )?(?:sagen|besser)|irgendwas|irgendetwas|Floskel\\w*|Lehrbuch\\w*|auswendig|gezögert|peinlich|vermasselt|versemmelt|in die Hose|verzog\\w*|Stirn|skeptisch|Allgemeinplätze|leider|geraten|rausgeredet|herumgeredet|rumgeredet|holprig|nicht überzeugt|unsicher|patzte|gepatzt|Murks|nichts eingefallen|aus dem Konzept|abgelesen
      VIBE Stimmung|Atmosphäre|Gefühl|Klima|Eindruck|Chemie|Bauchgefühl|Ton|insgesamt|Gesprächsatmosphäre
      POSITIVE gut|gute[rsnm]?|angenehm\\w*|locker\\w*|freundlich\\w*|herzlich\\w*|nett\\w*|offen\\w*|super|toll\\w*|positiv\\w*|entspannt\\w*|prima|wohl(?:gefühlt)?|klasse|bestens|warm\\w*|sympathisch\\w*|gelacht|großartig\\w*|hervorragend\\w*|passte|stimmte|auf Augenhöhe|wertschätzend|spitze|durch die (?:Montage|Halle|Fertigung|Produktion) geführt
      NEGATIVE schlecht\\w*|kühl\\w*|kalt\\w*|eisig\\w*|frostig\\w*|steif\\w*|angespannt\\w*|unangenehm\\w*|unfreundlich\\w*|negativ\\w*|feindselig\\w*|abweisend\\w*|genervt|mies\\w*|arrogant|gereizt|distanziert|auf die Uhr|verkrampft|Verhör|zäh|von oben herab|reserviert
      NEUTRAL neutral\\w*|sachlich\\w*|höflich\\w*|schwer zu (?:sagen|lesen|deuten)|nicht schlecht, nicht gut|professionell|korrekt|nüchtern|geschäftsmäßig|weder|so lala|undurchschaubar|normal|nicht (?:lesen|deuten|einschätzen)
      MIXED gemischt\\w*|durchwachsen\\w*|teils, teils|teils teils|halb und halb|einerseits|zwiespältig\\w*|mal so, mal so
      OVERALL insgesamt|unterm Strich|alles in allem|im Großen und Ganzen|insgesamt aber
      NEXT wie es weitergeht|nächste[rn]? (?:Schritt|Schritte|Runde|Gespräch)|weiter geht(?:'s| es)?|melden|meldet|entscheid\\w+|Entscheidung|Bescheid|Zweitgespräch|zweite[sn]? (?:Gespräch|Runde)|Probetag|Probearbeiten|Angebot|noch (?:einen|eine|zwei|drei|weitere) (?:\\w+ )?(?:Kandidat\\w*|Bewerber\\w*|Gespräche?)|rufen|ruft|wollen (?:sich|mich|noch)|Rückmeldung|Termin (?:will|nennt|kommt|schlägt|bekomm\\w+)|geht es weiter
      CONTACT melde[nt]|rufen (?:\\w+ )?an|ruft (?:\\w+ )?(?:\\w+ )?an|Bescheid|Rückmeldung|sagt (?:Ihnen|mir)|schreib(?:t|en)|nennen|nennt|hören|höre|mailt|schick(?:t|en) (?:Ihnen|mir|uns)|anrufen|Antwort|mitteilen|teilt mit|zurückrufen
      I_DO ich (?:melde mich|schicke|sende|maile|schreibe|rufe|liefere|reiche|bringe|bestätige|gebe (?:\\w+ ){0,3}Bescheid)|(?:melde ich mich|schicke ich|sende ich|maile ich|schreibe ich|rufe ich|liefere ich|bestätige ich)|ich (?:soll|sollte|muss|werde|will|möchte)(?: \\w+){0,8}? (?:schicken|senden|mailen|schreiben|anrufen|melden|nachreichen|liefern|bestätigen|zurückrufen)|(?:bin ich|ich bin) (?:am Zug|dran|an der Reihe)
      WOULD_I zur (?:\\w+ )?Frage|ob ich (?:\\w+ ){0,3}(?:mache|annehme|nehme|zusage|nehmen|annehmen|machen|zusagen|unterschreibe|hingehe|dabei|will|möchte|komme)|würde ich (?:\\w+ ){0,3}(?:annehmen|nehmen|zusagen|machen|unterschreiben|hingehen|anfangen|Ja|ja)|Ihre (?:\\w+ )?Frage|die (?:Frage aller Fragen|Gretchenfrage|große Frage|entscheidende Frage|berühmte Frage)|ja oder nein|Ja oder Nein|wenn (?:die|sie) mich (?:wollen|nehmen)|nehme ich an|nehme ich (?:es|das|sie)|sage ich zu|bin ich dabei|unterschreibe ich|ich würde (?:\\w+ ){0,3}(?:zusagen|annehmen|unterschreiben|nehmen|machen)|Zusage
      NOT_YET kein (?:klares |richtiges |echtes )?Ja|noch nicht|nicht entschieden|fragen Sie mich (?:nach|wieder|noch|später|danach)|keine Zusage|weder ja noch nein
      HEDGE wahrscheinlich|vielleicht|eventuell|eher|ich (?:denke|glaube|schätze|vermute)|weiß (?:ich |es )?(?:\\w+ )?nicht|weiß ich (?:\\w+ )?nicht|kommt (?:drauf|darauf) an|müsste (?:ich )?|muss (?:ich )?(?:erst|noch|mit|das|darüber)|möchte (?:ich )?(?:erst|noch|vorher|zuerst)|erst (?:möchte|will|muss|wenn|mal)|will (?:ich )?(?:erst|noch|vorher)|tendenziell|unsicher|im Prinzip|grundsätzlich|schwanke|tendiere|jein|darüber schlafen|drüber schlafen|solange|bevor ich|unentschlossen|überlegen|durchaus|mal sehen|möglicherweise|vermutlich
      YES ja|jawohl|auf jeden Fall|sofort|klar|definitiv|bin (?:ich )?dabei|mache (?:ich )?es|mach ich|ohne Wenn und Aber|unterschreib\\w*|nehme (?:ich )?(?:es|das|an)|sage (?:ich )?zu|unbedingt|selbstverständlich|zusagen|zugesagt
      NO nein|nee|nicht unter (?:diesen|den) (?:Umständen|Bedingungen)|auf keinen Fall|lehne (?:ich )?ab|sage (?:ich )?ab|absagen|kommt nicht in ?frage|nicht für mich|so nicht|passe|würde ich nicht|mache ich (?:das |es )?nicht
      IF wenn|falls|sofern|vorausgesetzt|unter der (?:Bedingung|Voraussetzung)|nur mit|ab|mindestens|bei|solange
      MONEY Gehalt\\w*|Geld\\w*|fix|Fixum|Grundgehalt|brutto|Jahresgehalt|Euro|EUR|Zahl|Summe|Betrag|tausend|Bonus|variabel|Paket|\\w*tausend\\w*|Stundenlohn|Stundensatz|Tagessatz|im (?:Monat|Jahr)|Vergütung|Lohn|Untergrenze|finanziell|Prämie|Firmenwagen
      BASE fix|Fixum|Grundgehalt|Fixgehalt|Grund
      MOVE Umzug\\w*|umziehen
      PROMISE ich (?:soll|muss|werde|schicke|sende|maile|liefere|habe (?:\\w+ ){0,3}(?:versprochen|zugesagt)|hab (?:\\w+ ){0,3}versprochen|reiche)(?: \\w+){0,8}? ?(?:schicken|senden|mailen|nachreichen|liefern|zuschicken|nachliefern|versprochen|zugesagt|melden|vorbereiten|anrufen|ausfüllen|abgeben|nach|hin|zu|rüber)?|(?:schicke|sende|maile|liefere|reiche) ich|versprochen|zugesagt habe ich
      WORRY Sorgen?|Bauchschmerzen|Bauchweh|Angst|stört|störte|zu denken (?:gegeben|gibt)|skeptisch|Bedenken|mulmig|Haken|vertraulich|abgeschreckt|nicht geheuer|unwohl|Zweifel|kritisch|befürchte\\w*|fürchte|schreckt|Problem|ungutes|misstrauisch|Wermutstropfen|Manko|irritiert|stutzig|erschrocken|schade
      FACT Erfolg|Priorität\\w*|wichtigste\\w*|Budget|Mitbewerber\\w*|Wettbewerb\\w*|weitere (?:Kandidat\\w*|Bewerber\\w*)|(?:noch|anderer|andere|zwei|drei) (?:\\w+ )?(?:Kandidat\\w*|Bewerber\\w*)|Vorgänger(?:in)?|Fluktuation|Stelle (?:ist|wird|frei)|Vorstand will|Umsatzziel|Ziel (?:ist|sei)|erwarte[nt]|Investition\\w*|Standort|berichte[nt] an|Team von|Einstellungsstopp
      HE er|ihn|ihm|sein|seine|Herr|Herrn
      SHE sie|ihr|ihre|Frau|Dame|Kollegin
      THEY die|beide|alle|uns
      """;

  private GermanDebrief() {}
}
