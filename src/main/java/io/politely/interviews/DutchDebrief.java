package io.politely.interviews;

/**
 * The words of a debrief in Dutch: a cue and its alternatives in a line, as regular expressions.
 */
final class DutchDebrief {

  static final String WORDS =
      """
      ARRIVED (?:was|waren) (?:ik )?(?:\\w+ ){0,2}(?:er|daar|aanwezig|ter plaatse)|ik was er|was ik er|aangekomen|kwam (?:ik )?(?:\\w+ ){0,4}aan|(?:op|bij) (?:de|het|hun) (?:parkeerplaats|parkeerterrein|terrein|poort|deur)|geparkeerd|ingelogd|ingebeld|reed (?:ik )?(?:\\w+ ){0,3}(?:terrein|parkeer\\w*) ?op|stond (?:ik )?(?:\\w+ ){0,5}?(?:op|voor de|aan de|bij de)|logde|parkeerde
      ENTERED naar binnen(?: gegaan| gelopen)?|binnen(?:gegaan|gekomen|gelopen)?|receptie|gemeld|aangemeld|meldde|naar boven|binnengelaten
      SCHEDULED afspraak|gepland|afgesproken|stond (?:gepland|op|om)|uitgenodigd|ingepland|zou|het was om|gesprek was|officieel
      STARTED begon(?:nen)?|gestart|startte[n]?|opgehaald|haalde[n]?|van start|aanvang|ging(?:en)? (?:we )?(?:\\w+ ){0,2}(?:zitten|beginnen|van start)|kwam (?:\\w+ )?me halen|werd (?:ik )?(?:\\w+ ){0,5}(?:gehaald|opgehaald|ontvangen|geroepen)|ontvangen
      ENDED buiten|klaar|afgelopen|tot|vertrok|vertrokken|eindigde|gedaan|weg|uit|eind(?:e)?|opgehangen|naar huis|afgerond|rond(?= om)|stonden we (?:\\w+ )?buiten
      ON_TIME op tijd|stipt|precies op tijd|keurig op tijd|klokslag|punctueel|exact op tijd
      EARLY van tevoren|te vroeg|eerder|vooraf|ervoor|vroeger
      LATE te laat|later|vertraging|erna|na tijd
      CORRECTS nee|wacht(?: even)?|sorry|klopt niet|ik bedoel|zeg maar|laten we zeggen|of nee|ho|fout|pardon|niet waar|ik vergis me|eigenlijk|correctie|beter gezegd
      OTHER_CLOCK trein|bus|vlucht|tram|metro|bij jullie|jouw tijd
      VIDEO video|videogesprek|videocall|zoom|teams|online|beeldscherm|scherm|link
      SET_FOR voor
      ROLE \\w*(?:directeur|directrice|manager|leid(?:er|ster)|chef|hoofd|inkoper|verkoper|planner|baas|eigenaar|eigenaresse|oprichter|medewerk(?:er|ster)|adviseur|controller|coördinator|ingenieur|monteur|recruiter|bestuurder|voorzitter|secretaris|boekhouder|collega|partner|assistent(?:e)?|beheerder|specialist|teamlead|voorman|opvolger|voorganger|arts|verpleegkundige|technicus|architect|consultant|jurist|analist|ondernemingsraad|functionaris)|CEO|CFO|COO|CTO|HR|P&O|personeelszaken|verkoop|inkoop|financiën|logistiek|productie|kwaliteit|planning|HR-\\w+
      RUNS (?:die |zij |ze |hij )?(?:leidt|runt|doet|gaat over|is verantwoordelijk voor|stuurt)
      FROM van|uit|bij|van de
      ABSENT was er niet|niet (?:aanwezig|gekomen|bij)|ziek|verhinderd|zou (?:erbij|er ook|ook)|vakantie|volgende keer|kwam niet|liet zich niet|afwezig
      MET gesproken|waren|was|zat|zaten|met|erbij|ontmoet|gezien|tegenover|kwam|schoof|aan tafel|mensen|stelde zich voor|ontving
      WHOLE_TIME de hele tijd|het hele gesprek|van begin tot eind|de volle tijd|constant
      AGAIN weer|opnieuw|nog een keer|nogmaals|terug
      OF_MINE mijn (?:\\w+ )?(?:baas|chef|leidinggevende|man|vrouw|vader|moeder|collega|vriend(?:in)?|kinderen|team|manager)
      ASKED vroeg(?:en)?(?: hij| ze| zij| me| mij| ook| toen| daarna| verder| eerst| nog| meteen| door|(?-iu: \\p{Lu}\\w+))*|vraagt(?: hij| ze| me)*|(?:wilde[n]?|wou|wil)(?: hij| ze| zij| toen| ook| daarna| graag| van me| van mij| nog| verder|(?-iu: \\p{Lu}\\w+)){0,4} (?:weten|horen|zien)|(?:heeft|hebben|had) (?:me |mij |ons )?(?:\\w+ ){0,2}gevraagd|(?:begon|opende|startte|kwam|trapte)(?: hij| ze| zij| af|(?-iu: \\p{Lu}\\w+))? (?:met|af met)|werd me gevraagd|ik kreeg de vraag|(?:eerste|tweede|derde|volgende|laatste|zijn|haar|de) vraag (?:was|van \\w+ was)|kreeg ik de vraag|ging door op|bleef hangen op
      I_ASKED ik (?:heb |had )?(?:\\w+ ){0,4}?gevraagd|ik vroeg(?: hem| haar| ze| hun| ook| toen| zelf| nog| daarna)*|vroeg ik(?: hem| haar| ook| nog)*|(?:heb|had) ik (?:\\w+ ){0,3}?gevraagd|ik wilde (?:\\w+ ){0,2}?weten|wilde ik (?:\\w+ ){0,2}?weten|mijn (?:\\w+ )?(?:vraag|vragen) (?:\\w+ ){0,2}?(?:was|waren)|zelf vroeg ik|ik wou (?:\\w+ )?weten
      SEVERAL het gebruikelijke|de (?:gebruikelijke|standaard) ?\\w*|de bekende \\w+|(?:twee|drie|vier|een paar|wat) (?:\\w+ )?(?:vragen|dingen)
      ASKS wat|waarom|hoe|hoeveel|wanneer|waar|wie|welke?|of|heb je|heeft u|ben je|bent u|kun je|kunt u|zou je|vertel|beschrijf|leg uit|noem|verkoop|waarmee|waaraan|is er|zijn er
      NEXT_QUESTION (?:en )?(?:toen|daarna|vervolgens|ten tweede|ten derde|tweede vraag|derde vraag|laatste vraag|eerste vraag|verder|tot slot|als laatste)
      I_SAID (?:toen |daar |dus |nou |ja,? |nee,? )?(?:ik (?:zei|antwoordde|heb|had|vertelde|gaf|noemde|kwam|moest|wist|was|legde|zeg|pakte)|(?:zei|antwoordde|heb|had|vertelde|gaf|kwam|wist|moest) ik)
      THEY_SAID (?:hij|ze|zij|dat|daar) (?:zei|vond|knikte|lachte|schreef|keek|moest|was|reageerde|antwoordde|ging)
      FILLER me|mij|ons|of|naar|over|hij|ze|zij|ook|toen|daarna|nog|weten|met|dat|eerst|meteen|verder|door|mijn
      GOOD knikte[n]?|geknikt|lachte[n]?|gelachen|glimlach\\w+|schreef (?:alles |het |dat |mee|op)+|opgeschreven|noteerde|sterk|goed (?:antwoord|gevallen|ontvangen|verhaal)|(?:dat )?(?:ging|viel|kwam|liep|zat) (?:heel |erg |echt |zeer )?(?:goed|lekker|prima)|vond (?:hij|ze|zij) (?:\\w+ )?(?:goed|sterk|mooi|leuk|prima|geweldig|fijn|top)|onder de indruk|enthousiast|precies|geweldig|tevreden|beviel|goedgekeurd|straalde|blij mee|leuk|mooi|instemmend|grijnsde|raak|vertrok geen spier|gecharmeerd|overtuigd
      FINE prima|oké|ok|oke|in orde|ging wel|gewoon|redelijk|geen reactie|neutraal|kan|begreep|begrip|door naar|netjes|voldoende|zozo
      WEAK kwam er niet uit|niet (?:goed|blij|overtuigd|overtuigend|sterk|handig|uit|voorbereid|best|lekker|geweldig)|stotter\\w+|hakkel\\w+|gehakkeld|mond vol tanden|black-?out|vaag|zwak|slecht|geen (?:goed )?antwoord|wist (?:het |ik )?(?:even )?niet|had ik moeten|had moeten|standaardantwoord|uit het boekje|boekje|struikel\\w+|gestruikeld|moeite|jammer|klapte dicht|dichtgeklapt|om de hete brij|ontweek|ontweken|warrig|rommelig|fronste|sceptisch|trok (?:een|haar|zijn)|wenkbrauw\\w*|stamel\\w+|liep vast|vastgelopen|de mist in|verprutst|stuntel\\w+|matig|twijfelde|gebazel|mislukt|praatje
      VIBE sfeer|gevoel|klik|indruk|stemming|energie|toon|al met al
      POSITIVE goed|goede|open|prettig\\w*|fijn\\w*|ontspannen|hartelijk\\w*|warm\\w*|leuk\\w*|gezellig\\w*|positief|vriendelijk\\w*|top|uitstekend|geweldig|lekker|losjes|gelachen|klikte|klik|enthousiast|super|aangenaam|heel goed|gemoedelijk
      NEGATIVE slecht|kil\\w*|koel\\w*|koud\\w*|gespannen|stroef|stroeve|onprettig|vijandig|negatief|afstandelijk|onaangenaam|bot|keek op (?:zijn|haar)|ijzig|ongemakkelijk|arrogant|verhoor|vervelend
      NEUTRAL neutraal|beleefd|zakelijk|moeilijk te (?:peilen|zeggen|lezen)|niet slecht, niet goed|niet goed, niet slecht|correct|formeel|stijf|gewoon|professioneel|zozo|mwah|peilen
      MIXED gemengd\\w*|wisselend|dubbel|half om half|aan de ene kant|verschillend|gemixt
      OVERALL al met al|over het geheel|over het algemeen|in het algemeen|per saldo
      NEXT volgende (?:stap|ronde|gesprek)|vervolg|tweede (?:ronde|gesprek)|laten (?:het )?(?:je|u|me|mij|ons)|bellen|belt|beslis\\w+|besluit\\w*|aanbod|hoor(?:t|en)?|horen|nog (?:twee|drie|een|één|andere|met) (?:\\w+ )?(?:kandida\\w+|mensen)|mailt|mailen|bericht|uitsluitsel|nemen contact|neemt contact|meeloop\\w+|terugkoppeling|hakken|knoop|ze willen|hoe verder|hoe nu verder|proefdag
      CONTACT laten (?:het )?(?:je|u|me|mij)|bel(?:t|len)|mail(?:t|en)|hoor(?:t|en)?|horen|bericht|contact|uitsluitsel|weten|beslis\\w+|terugkoppeling|stuurt|sturen (?:je|me)|voorstel\\w*|antwoord|laat (?:het )?(?:je|u|me|mij)|besluit\\w*
      I_DO ik (?:stuur|mail|bel|schrijf|laat|bevestig|reageer)|(?:stuur|mail|bel|schrijf|laat|bevestig) ik|ik (?:moet|zal|ga|zou)(?: \\w+){0,6}? (?:sturen|mailen|bellen|schrijven|opsturen|bevestigen|terugbellen|weten|aanleveren)|aan mij
      WOULD_I of ik (?:het |ja |hem |de baan )?(?:doe|zeg|neem|aanneem|zou|wil|teken|accepteer|ja)|zou ik (?:\\w+ ){0,3}(?:doen|aannemen|nemen|accepteren|tekenen)|je (?:\\w+ )?vraag|de (?:grote |hamvraag|vraag)|ja of nee|als ze me (?:willen|vragen|aanbieden)|ik zou (?:\\w+ ){0,3}(?:doen|aannemen|tekenen|ja zeggen|accepteren)|zeg ik ja|teken ik|ik (?:neem|doe|teken) (?:het|hem|meteen|morgen|direct)|ik doe het|neem ik (?:het|hem) aan
      NOT_YET geen ja|nog geen (?:ja|nee)|nog niet|nog geen besluit|vraag (?:het )?me (?:na|later)|geen volmondig
      HEDGE waarschijnlijk|misschien|wellicht|denk (?:het|ik|van)|ik denk|weet (?:ik )?(?:het )?(?:nog |echt )?niet|hangt ervan af|ligt eraan|eerst|moet (?:ik )?(?:er )?(?:nog|eerst|over|met)|wil (?:ik )?(?:eerst|nog|graag eerst)|twijfel|in principe|neig|zou kunnen|eventueel|nadenken|slapen|mits|tenzij|voordat|ik gok|vermoedelijk|overleggen|zolang|even afwachten|nog even
      YES ja|jazeker|zeker|absoluut|direct|meteen|graag|ik doe het|ik teken|teken ik|akkoord|uiteraard|volmondig|natuurlijk|doen|neem ik|ik neem
      NO nee|niet voor|afslaan|bedank ik|ik bedank|haak af|niets voor mij|zeg ik af|geen sprake|onder geen beding|niet met|zo niet
      IF als|mits|indien|op voorwaarde|zolang|vanaf|minimaal|minstens|met
      MONEY salaris|bruto|netto|euro|per (?:maand|jaar|uur)|loon|geld|bedrag|duizend|ton|bonus|vast|vaste|variabel|pakket|\\w+honderd|\\w*duizend|uurtarief|minimaal|minstens|vergoeding|ondergrens|auto van de zaak|tarief
      BASE vast|basis|basissalaris
      MOVE verhui\\w+
      PROMISE ik (?:heb (?:\\w+ ){0,3}(?:beloofd|toegezegd)|zou (?:\\w+ ){0,6}?(?:sturen|mailen|opsturen|doorsturen|bellen|aanleveren)|moet (?:\\w+ ){0,8}?(?:sturen|mailen|opsturen|doorsturen|bellen|aanleveren)|stuur|mail|zal (?:\\w+ ){0,6}?(?:sturen|mailen|bellen)|ga (?:\\w+ ){0,6}?(?:sturen|mailen))|beloofd|toegezegd|(?:stuur|mail) ik|moet ik (?:\\w+ ){0,8}?(?:sturen|mailen|opsturen|doorsturen|aanleveren)
      WORRY zorgen|zorg|schrok|schrikt|twijfel\\w*|bang|afgeschrikt|schrikt me af|minpunt|dwarszit|vertrouwelijk|huiverig|stoort|bedenkingen|nadeel|probleem|onrustig|vreemd gevoel|rode vlag|wantrouw\\w*|aarzel\\w*|alarm\\w*|tegenvall\\w*|zit me niet lekker|haken en ogen|angst|vind ik lastig
      FACT succes|prioriteit\\w*|belangrijkste|budget|concurren\\w+|andere kandida\\w+|nog (?:twee|drie|een|één) (?:\\w+ )?(?:kandida\\w+|mensen)|doel|verloop|vertrokken|voorganger|team van|verwacht\\w*|rapporteer\\w*|overname|reorganisatie|vacature|groei
      HE hij|hem|zijn|meneer|man|de heer
      SHE zij|ze|haar|mevrouw|vrouw|dame
      THEY ze|zij|hun|hen|ons
      """;

  private DutchDebrief() {}
}
