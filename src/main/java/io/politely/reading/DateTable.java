package io.politely.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The words of dates by language: each line has what a word stands for, its value, and the words,
 * parted by bars. Words are compared in lower case without accents.
 */
final class DateTable {

  /** What a word or phrase stands for in a date. */
  enum Kind {
    /** 1 Monday … 7 Sunday. */
    WEEKDAY,
    /** 1 January … 12 December. */
    MONTH,
    /** A number in words or digits. */
    NUMBER,
    /** A place in a row: "third", "21st", "15.". */
    ORDINAL,
    /** A span of time, by {@link Unit}. */
    UNIT,
    /** Days from today: "tomorrow" is 1. */
    OFFSET,
    /** Which one of several, counted from this one: "next" is 1, "last" is -1. */
    WHICH,
    /** A day of a later week: "Monday week", "mardi en huit"; the value is the days added. */
    WEEK_LATER,
    /** A part of a span, by {@link Part}. */
    PART,
    /** A feast or season after which people can be reached again, by {@link Feast}. */
    FEAST,
    IN,
    WITHIN,
    AGO,
    /** "two days later", "from now": counted from today or from what follows. */
    LATER,
    AFTER,
    BEFORE,
    UNTIL,
    THROUGH,
    BY,
    FROM,
    BETWEEN,
    TO,
    AND,
    ON,
    OF,
    ARTICLE,
    /** "KW 37", "week 12": a number of a week follows. */
    CALENDAR_WEEK,
    /** "last" before a unit of a larger span: "the last week of July". */
    FINAL,
    /** A comma or a full stop. */
    MARK,
    /** A hyphen between blanks or numbers. */
    DASH,
    /** A whole date in digits; the value is its epoch day. */
    DATE,
    /** A month of a year in digits; the value is year × 12 + month - 1. */
    YEAR_MONTH,
    /** A quarter or half of a year: "Q3", "H2". */
    QUARTER,
    HALF,
    /** Ten years: "the 1970s". */
    DECADE,
    /** Words that look like a date and are none: "guten Morgen". */
    NOT,
    OTHER
  }

  /** Spans of time that have names; values of {@link Kind#UNIT}. */
  enum Unit {
    DAY,
    WORKING_DAY,
    WEEK,
    FORTNIGHT,
    WEEKEND,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR,
    DECADE
  }

  /** Parts of a span; values of {@link Kind#PART}. */
  enum Part {
    WHOLE,
    EARLY,
    MIDDLE,
    LATE,
    REST,
    /** What is over of it. */
    ELAPSED
  }

  /** Values of {@link Kind#FEAST}. */
  enum Feast {
    EASTER,
    WHITSUN,
    CARNIVAL,
    YEAR_END,
    NEW_YEAR,
    EPIPHANY,
    THANKSGIVING,
    LABOR_DAY,
    SUMMER,
    /** September, when France is back. */
    RENTREE,
    HOLIDAYS
  }

  /** Without one of these and without a digit, no day is named. */
  private static final Set<Kind> NAMING =
      EnumSet.of(Kind.WEEKDAY, Kind.MONTH, Kind.UNIT, Kind.OFFSET, Kind.FEAST, Kind.DECADE);

  private static final List<Unit> UNITS = List.of(Unit.values());
  private static final List<Part> PARTS = List.of(Part.values());
  private static final List<Feast> FEASTS = List.of(Feast.values());

  /** What the value of a {@link Kind#UNIT} stands for. */
  static Unit unit(int value) {
    return UNITS.get(value);
  }

  static Part part(int value) {
    return PARTS.get(value);
  }

  static Feast feast(int value) {
    return FEASTS.get(value);
  }

  record Entry(List<String> words, Kind kind, int value) {}

  private static final String ENGLISH =
      """
      WEEKDAY 1 monday | mon | mondays
      WEEKDAY 2 tuesday | tue | tues | tuesdays
      WEEKDAY 3 wednesday | wed | weds | wednesdays
      WEEKDAY 4 thursday | thu | thur | thurs | thursdays
      WEEKDAY 5 friday | fri | fridays
      WEEKDAY 6 saturday | saturdays
      WEEKDAY 7 sunday | sundays
      MONTH 1 january | jan
      MONTH 2 february | feb
      MONTH 3 march | mar
      MONTH 4 april | apr
      MONTH 5 may
      MONTH 6 june | jun
      MONTH 7 july | jul
      MONTH 8 august | aug
      MONTH 9 september | sept | sep
      MONTH 10 october | oct
      MONTH 11 november | nov
      MONTH 12 december | dec
      NUMBER 1 one | a | an
      NUMBER 2 two | couple | a couple of | a couple | couple of
      NUMBER 3 three | few | a few | several
      NUMBER 4 four
      NUMBER 5 five
      NUMBER 6 six | half a dozen
      NUMBER 7 seven
      NUMBER 8 eight
      NUMBER 9 nine
      NUMBER 10 ten
      NUMBER 11 eleven
      NUMBER 12 twelve | a dozen
      NUMBER 13 thirteen
      NUMBER 14 fourteen
      NUMBER 15 fifteen
      NUMBER 16 sixteen
      NUMBER 17 seventeen
      NUMBER 18 eighteen
      NUMBER 19 nineteen
      NUMBER 20 twenty
      NUMBER 30 thirty
      NUMBER 40 forty
      NUMBER 50 fifty
      NUMBER 60 sixty
      NUMBER 70 seventy
      NUMBER 80 eighty
      NUMBER 90 ninety
      DECADE 1950 fifties
      DECADE 1960 sixties
      DECADE 1970 seventies
      DECADE 1980 eighties
      DECADE 1990 nineties
      DECADE 2000 noughties
      ORDINAL 1 first
      ORDINAL 2 second
      ORDINAL 3 third
      ORDINAL 4 fourth
      ORDINAL 5 fifth
      ORDINAL 6 sixth
      ORDINAL 7 seventh
      ORDINAL 8 eighth
      ORDINAL 9 ninth
      ORDINAL 10 tenth
      ORDINAL 11 eleventh
      ORDINAL 12 twelfth
      ORDINAL 13 thirteenth
      ORDINAL 14 fourteenth
      ORDINAL 15 fifteenth
      ORDINAL 16 sixteenth
      ORDINAL 17 seventeenth
      ORDINAL 18 eighteenth
      ORDINAL 19 nineteenth
      ORDINAL 20 twentieth
      ORDINAL 30 thirtieth
      UNIT DAY day | days
      UNIT WORKING_DAY business day | business days | working day | working days | work days | workdays
      UNIT WEEK week | weeks | wk | wks
      UNIT FORTNIGHT fortnight | fortnights
      UNIT WEEKEND weekend | weekends
      UNIT MONTH month | months | mth | mths | mo | mos
      UNIT QUARTER quarter | quarters | qtr
      UNIT HALF_YEAR half year
      UNIT YEAR year | years | yr | yrs
      UNIT DECADE decade | decades
      OFFSET 0 today | tonight | this morning | this afternoon | this evening | now | eod | cob | end of day | close of business | end of the day | end of business | same day | later today
      OFFSET 1 tomorrow | tmrw | the next day | next day | the following day | tmr
      OFFSET 2 day after tomorrow | the day after tomorrow | overmorrow
      OFFSET -1 yesterday | last night | day before | previous day | past day | last day
      OFFSET -2 day before yesterday | the day before yesterday
      WHICH 0 this | current | same | that
      WHICH 1 next | coming | upcoming | following | new
      WHICH 2 after next | after the next
      WHICH -1 last | past | previous
      PART EARLY early | early in | beginning of | start of | the beginning of | the start of | beginning | start | top of | first thing
      PART MIDDLE mid | middle of | the middle of
      PART LATE end of | the end of | late | late in | end | close of | eow | before the end of
      PART REST rest of | rest | the rest of | later | later in | remainder of
      PART ELAPSED earlier | earlier in
      FEAST EASTER easter | easter holiday | easter holidays | easter break | easter weekend
      FEAST WHITSUN whitsun | pentecost | whit monday
      FEAST CARNIVAL carnival
      FEAST YEAR_END christmas | xmas | holiday season | the festive season | festive period | christmas break | winter break | holiday break
      FEAST NEW_YEAR new year | new year's | the new year | new years
      FEAST EPIPHANY epiphany
      FEAST THANKSGIVING thanksgiving
      FEAST LABOR_DAY labor day | labour day
      FEAST SUMMER summer | summer break | summer holidays | summer holiday
      FEAST HOLIDAYS holidays | the holidays
      IN 0 in
      WITHIN 0 within | within the | in less than | less than | inside | inside of | during the
      AGO 0 ago | before now | earlier | back
      LATER 0 later | from now | hence | out | after | from | in the future | from today
      AFTER 0 after | once | following | past
      BEFORE 0 before | prior to | ahead of
      UNTIL 0 until | till | til | 'til
      THROUGH 0 through | thru | up to and including | inclusive of
      BY 0 by | no later than | not later than | by the | due | at the latest by | latest
      FROM 0 from | as of | starting | commencing | starting from | beginning from | since | not before | no earlier than | not earlier than | as from | back on | from the | returning
      BETWEEN 0 between
      TO 0 to | until | till | through | thru
      AND 0 and | or
      ON 0 on | for
      OF 0 of | in | of the | in the | for | on
      ARTICLE 0 the | our | your | this coming
      CALENDAR_WEEK 0 week | wk | cw | calendar week | week number | week no
      FINAL 0 last | final | the last
      WEEK_LATER 7 week
      NOT 0 last but not least | one day | some day | day to day | second thought | second thoughts | first of all | good morning | may i | may be | march on | sun and
      """;

  private static final String GERMAN =
      """
      WEEKDAY 1 montag | montags | mo
      WEEKDAY 2 dienstag | dienstags | di
      WEEKDAY 3 mittwoch | mittwochs | mi
      WEEKDAY 4 donnerstag | donnerstags
      WEEKDAY 5 freitag | freitags | fr
      WEEKDAY 6 samstag | sonnabend
      WEEKDAY 7 sonntag
      MONTH 1 januar | jan | janner
      MONTH 2 februar | feb | feber
      MONTH 3 marz | maerz | mrz
      MONTH 4 april | apr
      MONTH 5 mai
      MONTH 6 juni | jun
      MONTH 7 juli | jul
      MONTH 8 august | aug
      MONTH 9 september | sept | sep
      MONTH 10 oktober | okt
      MONTH 11 november | nov
      MONTH 12 dezember | dez
      NUMBER 1 ein | eine | einer | einem | einen
      NUMBER 2 zwei | zweier
      NUMBER 3 drei | paar | ein paar | einigen | einige
      NUMBER 4 vier
      NUMBER 5 funf
      NUMBER 6 sechs
      NUMBER 7 sieben
      NUMBER 8 acht
      NUMBER 9 neun
      NUMBER 10 zehn
      NUMBER 12 zwolf
      NUMBER 14 vierzehn
      ORDINAL 1 erste | ersten | erster
      ORDINAL 2 zweite | zweiten | zweiter
      ORDINAL 3 dritte | dritten | drittes
      ORDINAL 4 vierte | vierten | viertes
      UNIT DAY tag | tage | tagen | tages
      UNIT WORKING_DAY werktag | werktage | werktagen | arbeitstag | arbeitstage | arbeitstagen
      UNIT WEEK woche | wochen
      UNIT WEEKEND wochenende | wochenendes
      UNIT MONTH monat | monate | monaten | monats
      UNIT QUARTER quartal | quartals | quartale | quartalen
      UNIT HALF_YEAR halbjahr | halbjahres
      UNIT YEAR jahr | jahre | jahren | jahres
      OFFSET 0 heute | heute abend | heute nachmittag | heute noch | jetzt | tagesende
      OFFSET 1 morgen | morgen fruh | morgen vormittag | morgen nachmittag
      OFFSET 2 ubermorgen
      OFFSET -1 gestern
      OFFSET -2 vorgestern
      WHICH 0 diese | dieser | diesen | dieses | diesem | laufenden | laufender | aktuellen
      WHICH 1 nachste | nachsten | nachster | nachstes | nachstem | kommende | kommenden | kommender | kommendes | folgende | folgenden | darauffolgende | neuen | neues
      WHICH 2 ubernachste | ubernachsten | ubernachster | ubernachstes
      WHICH -1 letzte | letzten | letzter | letztes | vergangene | vergangenen | vorige | vorigen
      PART EARLY anfang | anfang der | anfang des | beginn | zu beginn | zu beginn des | zu beginn der
      PART MIDDLE mitte | mitte der | mitte des
      PART LATE ende | ende der | ende des | zum ende | am ende
      PART REST rest | rest der | rest des | im laufe der | im lauf der | im laufe des | im lauf des
      FEAST EASTER ostern | osterferien | osterfeiertagen | osterurlaub
      FEAST WHITSUN pfingsten | pfingstferien
      FEAST CARNIVAL karneval | fasching
      FEAST YEAR_END weihnachten | weihnachtsferien | feiertagen | weihnachtsfeiertagen | weihnachtspause | weihnachtsurlaub | jahreswechsel | festtagen
      FEAST NEW_YEAR neujahr | neuen jahr | im neuen jahr | silvester
      FEAST EPIPHANY dreikonig | dreikonigstag
      FEAST SUMMER sommer | sommerferien | sommerpause | sommerurlaub | sommerurlaubs
      FEAST HOLIDAYS ferien
      IN 0 in | in etwa | in ca
      WITHIN 0 innerhalb | innerhalb von | binnen | in den | innerhalb der | im laufe von
      AGO 0 her
      LATER 0 spater | danach
      AFTER 0 nach | nach dem | nach den | nach der
      BEFORE 0 vor | vor dem | vor den | vor der
      UNTIL 0 bis | bis zum | bis zur | bis zu
      THROUGH 0 bis einschliesslich | bis einschließlich | bis inklusive | bis inkl | bis zum einschließlich | einschließlich
      BY 0 spatestens | spatestens am | spatestens bis | bis spatestens | bis spatestens zum
      FROM 0 ab | ab dem | ab der | vom | seit | von | ab dem | fruhestens | fruhestens ab | fruhestens am | nicht vor | nicht vor dem | erst ab | erst am
      BETWEEN 0 zwischen | zwischen dem
      TO 0 bis | bis zum | bis zur
      AND 0 und | oder | und dem
      ON 0 am | an dem | den | dem | fur den | fur | zum
      OF 0 im | in der | der | des | in dem | vom | am
      ARTICLE 0 der | die | das | den | dem | des
      CALENDAR_WEEK 0 kw | kalenderwoche | der kw | woche nr
      FINAL 0 letzte | letzten | letzter
      NOT 0 guten morgen | schonen morgen | am morgen | eines tages | guten tag | schonen tag | zweiten blick | letzten endes
      WEEK_LATER 7 in einer woche | in acht tagen
      """;

  private static final String FRENCH =
      """
      WEEKDAY 1 lundi | lun
      WEEKDAY 2 mardi
      WEEKDAY 3 mercredi | mer
      WEEKDAY 4 jeudi | jeu
      WEEKDAY 5 vendredi | ven
      WEEKDAY 6 samedi | sam
      WEEKDAY 7 dimanche | dim
      MONTH 1 janvier | janv | jan
      MONTH 2 fevrier | fevr | fev
      MONTH 3 mars
      MONTH 4 avril | avr
      MONTH 5 mai
      MONTH 6 juin
      MONTH 7 juillet | juil
      MONTH 8 aout
      MONTH 9 septembre | sept | sep
      MONTH 10 octobre | oct
      MONTH 11 novembre | nov
      MONTH 12 decembre | dec
      NUMBER 1 un | une
      NUMBER 2 deux
      NUMBER 3 trois | quelques
      NUMBER 4 quatre
      NUMBER 5 cinq
      NUMBER 6 six
      NUMBER 7 sept
      NUMBER 8 huit | une huitaine de
      NUMBER 9 neuf
      NUMBER 11 onze
      NUMBER 10 dix | une dizaine de
      NUMBER 12 douze
      NUMBER 14 quatorze
      NUMBER 15 quinze | une quinzaine de
      NUMBER 20 vingt
      NUMBER 30 trente
      ORDINAL 1 premier | premiere | 1er | 1ere
      ORDINAL 2 deuxieme | second | seconde
      ORDINAL 3 troisieme
      ORDINAL 4 quatrieme
      UNIT DAY jour | jours | journee
      UNIT WORKING_DAY jours ouvres | jour ouvre | jours ouvrables | jour ouvrable
      UNIT WEEK semaine | semaines
      UNIT FORTNIGHT quinzaine
      UNIT WEEKEND week-end | weekend | week end
      UNIT MONTH mois
      UNIT QUARTER trimestre | trimestres | quart
      UNIT HALF_YEAR semestre | semestres
      UNIT YEAR an | ans | annee | annees
      OFFSET 0 aujourd'hui | ce soir | cet apres-midi | ce matin | maintenant | fin de journee | tout a l'heure
      OFFSET 1 demain | lendemain | le lendemain | demain matin
      OFFSET 2 apres-demain | apres demain | surlendemain
      OFFSET -1 hier
      OFFSET -2 avant-hier | avant hier
      OFFSET 15 sous quinzaine
      OFFSET 8 sous huitaine
      WHICH 0 ce | cet | cette | de cette | courant
      WHICH 1 prochain | prochaine | prochains | prochaines | suivant | suivante | qui vient | a venir
      WHICH 2 d'apres
      WHICH -1 dernier | derniere | derniers | dernieres | passe | passee | precedent | precedente
      PART EARLY debut | debut de | au debut de | debut du | au debut du | courant
      PART MIDDLE mi | mi- | milieu de | milieu du | au milieu de
      PART LATE fin | fin de | a la fin de | la fin de | fin du | la fin du
      PART REST reste de | courant de | reste du | dans le courant de
      FEAST EASTER paques | vacances de paques | conges de paques
      FEAST WHITSUN pentecote
      FEAST CARNIVAL carnaval
      FEAST YEAR_END noel | fetes | fetes de fin d'annee | vacances de noel | conges de noel
      FEAST NEW_YEAR nouvel an | jour de l'an
      FEAST EPIPHANY epiphanie
      FEAST RENTREE a la rentree | la rentree | rentree
      FEAST SUMMER vacances d'ete | conges d'ete | l'ete | cet ete | cette ete
      FEAST HOLIDAYS vacances | conges
      IN 0 dans | d'ici | d'ici a
      WITHIN 0 dans un delai de | dans un delai maximal de | dans un delai maximum de | sous un delai de | sous | en moins de | dans les | sous les | au cours des | d'ici | en
      AGO 0 auparavant
      LATER 0 plus tard
      AFTER 0 apres | apres le | passe | passe le | apres les | apres la
      BEFORE 0 avant | avant le | avant la
      UNTIL 0 jusqu'au | jusqu'a | jusqu'en | jusqu'a la | jusque | jusqu'au soir du
      THROUGH 0 jusqu'au inclus | jusque et y compris
      BY 0 d'ici | d'ici a | d'ici au | au plus tard | au plus tard le | pour | d'ici la | pour le | d'ici le
      FROM 0 a partir de | a partir du | a compter du | a compter de | des | des le | depuis | du | de | depuis le | pas avant | pas avant le
      BETWEEN 0 entre | entre le
      TO 0 au | jusqu'au | jusqu'a | a | et le | et
      AND 0 et | ou | et le
      ON 0 le | au | en | sur le
      OF 0 de | du | des | de la | la | de l'annee | d' | l'
      ARTICLE 0 le | la | les | l' | ce | cette
      CALENDAR_WEEK 0 semaine | sem | la semaine | en semaine | s
      FINAL 0 derniere | dernier | la derniere
      WEEK_LATER 7 en huit
      WEEK_LATER 14 en quinze
      """;

  private static final String SPANISH =
      """
      WEEKDAY 1 lunes
      WEEKDAY 2 martes
      WEEKDAY 3 miercoles
      WEEKDAY 4 jueves
      WEEKDAY 5 viernes
      WEEKDAY 6 sabado
      WEEKDAY 7 domingo
      MONTH 1 enero | ene
      MONTH 2 febrero | feb
      MONTH 3 marzo
      MONTH 4 abril | abr
      MONTH 5 mayo
      MONTH 6 junio | jun
      MONTH 7 julio | jul
      MONTH 8 agosto | ago
      MONTH 9 septiembre | setiembre | sept
      MONTH 10 octubre | oct
      MONTH 11 noviembre | nov
      MONTH 12 diciembre | dic
      NUMBER 1 un | uno | una
      NUMBER 2 dos | par de | un par de
      NUMBER 3 tres | unos | unas | algunos | pocos | unos pocos
      NUMBER 4 cuatro
      NUMBER 5 cinco
      NUMBER 6 seis
      NUMBER 7 siete
      NUMBER 8 ocho
      NUMBER 9 nueve
      NUMBER 10 diez
      NUMBER 12 doce
      NUMBER 15 quince
      ORDINAL 1 primer | primero | primera
      ORDINAL 2 segundo | segunda
      ORDINAL 3 tercer | tercero | tercera
      ORDINAL 4 cuarto | cuarta
      UNIT DAY dia | dias
      UNIT WORKING_DAY dias habiles | dia habil | dias laborables | dia laborable
      UNIT WEEK semana | semanas
      UNIT FORTNIGHT quincena
      UNIT WEEKEND fin de semana | finde
      UNIT MONTH mes | meses
      UNIT QUARTER trimestre | trimestres
      UNIT HALF_YEAR semestre
      UNIT YEAR ano | anos
      OFFSET 0 hoy | esta tarde | esta noche | ahora | esta manana | hoy mismo | fin del dia
      OFFSET 1 manana | manana mismo
      OFFSET 2 pasado manana
      OFFSET -1 ayer
      OFFSET -2 anteayer
      WHICH 0 este | esta | mismo | misma
      WHICH 1 proximo | proxima | proximos | proximas | siguiente | que viene | que entra | entrante
      WHICH -1 pasado | pasada | ultimo | ultima | ultimos
      PART EARLY principios de | principio de | a principios de | inicios de | a inicios de | comienzos de | primeros de | principios | inicio de | a primeros de | principios del | a principios del
      PART MIDDLE mediados de | a mediados de | mediados | mediados del
      PART LATE finales de | a finales de | final de | fin de | fines de | a fines de | finales del | final del | fin del | a ultimos de
      PART REST resto de | a lo largo de | resto del | el resto de
      FEAST EASTER semana santa | pascua
      FEAST WHITSUN pentecostes
      FEAST CARNIVAL carnaval
      FEAST YEAR_END navidad | navidades | fiestas | vacaciones de navidad | fiestas navidenas
      FEAST NEW_YEAR ano nuevo | fin de ano
      FEAST EPIPHANY reyes | epifania
      FEAST SUMMER verano | vacaciones de verano | la vuelta de vacaciones
      FEAST HOLIDAYS vacaciones
      IN 0 en | dentro de | de aqui a
      WITHIN 0 en menos de | en los | en las | en el plazo de | en un plazo de | en un plazo maximo de | en el plazo maximo de | en la
      AGO 0 atras
      LATER 0 mas tarde | despues
      AFTER 0 despues de | tras | despues del | pasado el | pasada la | pasadas las | pasado | a la vuelta de | luego de
      BEFORE 0 antes de | antes del
      UNTIL 0 hasta | hasta el
      THROUGH 0 hasta el inclusive
      BY 0 para | para el | a mas tardar | a mas tardar el | como muy tarde | como muy tarde el | como maximo | como tarde el
      FROM 0 a partir de | a partir del | desde | desde el | del | no antes de | no antes del | de
      BETWEEN 0 entre | entre el
      TO 0 al | a | hasta | hasta el
      AND 0 y | o | y el
      ON 0 el | el dia | este | el proximo dia
      OF 0 de | del | de la | de este
      ARTICLE 0 el | la | los | las
      CALENDAR_WEEK 0 semana
      FINAL 0 ultima | ultimo | la ultima
      NOT 0 por la manana | de la manana | la manana | algun dia | buenos dias
      WEEK_LATER 7 de la semana que viene
      """;

  private static final String ITALIAN =
      """
      WEEKDAY 1 lunedi | lun
      WEEKDAY 2 martedi
      WEEKDAY 3 mercoledi
      WEEKDAY 4 giovedi | gio
      WEEKDAY 5 venerdi | ven
      WEEKDAY 6 sabato
      WEEKDAY 7 domenica
      MONTH 1 gennaio | gen
      MONTH 2 febbraio | feb
      MONTH 3 marzo
      MONTH 4 aprile | apr
      MONTH 5 maggio
      MONTH 6 giugno | giu
      MONTH 7 luglio | lug
      MONTH 8 agosto | ago
      MONTH 9 settembre | sett | set
      MONTH 10 ottobre | ott
      MONTH 11 novembre | nov
      MONTH 12 dicembre | dic
      NUMBER 1 un | uno | una
      NUMBER 2 due | un paio di | paio di
      NUMBER 3 tre | qualche | alcuni | alcune | pochi
      NUMBER 4 quattro
      NUMBER 5 cinque
      NUMBER 6 sei
      NUMBER 7 sette
      NUMBER 8 otto
      NUMBER 9 nove
      NUMBER 10 dieci | una decina di
      NUMBER 15 quindici
      ORDINAL 1 primo | prima
      ORDINAL 2 secondo | seconda
      ORDINAL 3 terzo | terza
      ORDINAL 4 quarto | quarta
      UNIT DAY giorno | giorni | giornata
      UNIT WORKING_DAY giorni lavorativi | giorno lavorativo
      UNIT WEEK settimana | settimane
      UNIT WEEKEND fine settimana | weekend | week-end
      UNIT MONTH mese | mesi
      UNIT QUARTER trimestre | trimestri
      UNIT HALF_YEAR semestre
      UNIT YEAR anno | anni
      OFFSET 0 oggi | stasera | questa sera | adesso | oggi pomeriggio | stamattina | in giornata | fine giornata
      OFFSET 1 domani | domani mattina
      OFFSET 2 dopodomani
      OFFSET -1 ieri
      OFFSET -2 l'altro ieri
      WHICH 0 questo | questa | stesso | stessa | in corso | corrente
      WHICH 1 prossimo | prossima | prossimi | prossime | seguente | successivo | successiva | entrante | nuovo
      WHICH -1 scorso | scorsa | passato | passata | ultimi | ultime
      PART EARLY inizio | inizio di | all'inizio di | all'inizio del | inizi di | primi di | ai primi di | agli inizi di | inizio del | ad inizio
      PART MIDDLE meta | meta di | a meta | a meta di
      PART LATE fine | fine di | alla fine di | fine del | alla fine del | a fine | la fine di | la fine del
      PART REST resto di | nel corso della | nel corso del | corso della
      FEAST EASTER pasqua | vacanze di pasqua
      FEAST WHITSUN pentecoste
      FEAST CARNIVAL carnevale
      FEAST YEAR_END natale | feste | festivita | vacanze di natale | vacanze natalizie | festivita natalizie
      FEAST NEW_YEAR capodanno
      FEAST EPIPHANY epifania | befana
      FEAST SUMMER estate | vacanze estive | l'estate | ferie estive | ferragosto
      FEAST HOLIDAYS vacanze | ferie
      IN 0 tra | fra | in
      WITHIN 0 entro un massimo di | entro | nei | nelle | in meno di | nel giro di | nell'arco di
      AGO 0 fa | or sono
      LATER 0 dopo | piu tardi
      AFTER 0 dopo | dopo il | dopo la | dopo le | passato il | dopo l' | passate le | passata la
      BEFORE 0 prima di | prima del | prima della
      UNTIL 0 fino a | fino al | sino al | fino alla | sino a
      THROUGH 0 fino al compreso | fino a tutto il | fino al incluso
      BY 0 entro | entro il | entro la | al piu tardi | al piu tardi il | per il | per | entro e non oltre il
      FROM 0 dal | da | a partire da | a partire dal | a partire dalla | non prima del | non prima di | a decorrere dal | dalla
      BETWEEN 0 tra | fra | tra il
      TO 0 al | a | fino al | fino a
      AND 0 e | o | e il
      ON 0 il | il giorno | per il | l'
      OF 0 di | del | della | dell' | di questo | di questa
      ARTICLE 0 il | la | i | le | lo | gli | l'
      CALENDAR_WEEK 0 settimana
      FINAL 0 ultima | ultimo | l'ultima
      """;

  private static final String DUTCH =
      """
      WEEKDAY 1 maandag | ma
      WEEKDAY 2 dinsdag | di
      WEEKDAY 3 woensdag | wo
      WEEKDAY 4 donderdag | do
      WEEKDAY 5 vrijdag | vr
      WEEKDAY 6 zaterdag
      WEEKDAY 7 zondag
      MONTH 1 januari | jan
      MONTH 2 februari | feb
      MONTH 3 maart | mrt
      MONTH 4 april | apr
      MONTH 5 mei
      MONTH 6 juni | jun
      MONTH 7 juli | jul
      MONTH 8 augustus | aug
      MONTH 9 september | sept | sep
      MONTH 10 oktober | okt
      MONTH 11 november | nov
      MONTH 12 december | dec
      NUMBER 1 een
      NUMBER 2 twee | paar | een paar
      NUMBER 3 drie | enkele
      NUMBER 4 vier
      NUMBER 5 vijf
      NUMBER 6 zes
      NUMBER 7 zeven
      NUMBER 8 acht
      NUMBER 9 negen
      NUMBER 10 tien
      NUMBER 12 twaalf
      NUMBER 14 veertien
      ORDINAL 1 eerste | 1e
      ORDINAL 2 tweede | 2e
      ORDINAL 3 derde | 3e
      ORDINAL 4 vierde | 4e
      UNIT DAY dag | dagen
      UNIT WORKING_DAY werkdag | werkdagen
      UNIT WEEK week | weken | weekje
      UNIT WEEKEND weekend | weekeinde
      UNIT MONTH maand | maanden
      UNIT QUARTER kwartaal | kwartalen
      UNIT HALF_YEAR halfjaar
      UNIT YEAR jaar | jaren
      OFFSET 0 vandaag | vanavond | vanmiddag | nu | vanochtend | einde van de dag | eind van de dag
      OFFSET 1 morgen | morgenochtend | morgenmiddag
      OFFSET 2 overmorgen
      OFFSET -1 gisteren
      OFFSET -2 eergisteren
      WHICH 0 deze | dit | lopende | huidige
      WHICH 1 volgende | volgend | komende | komend | aanstaande | a.s | nieuwe | as
      WHICH 2 daarop
      WHICH -1 vorige | vorig | afgelopen | laatste
      PART EARLY begin | begin van | aan het begin van | in het begin van | begin van de | begin van het
      PART MIDDLE half | medio | halverwege | midden | half van
      PART LATE eind | einde | eind van | einde van | aan het eind van | eind van de | einde van de | eind van het | tegen het einde van
      PART REST rest van | loop van | in de loop van | rest van de
      FEAST EASTER pasen
      FEAST WHITSUN pinksteren
      FEAST CARNIVAL carnaval
      FEAST YEAR_END kerst | kerstvakantie | feestdagen | de feestdagen | kerstdagen | kerstreces
      FEAST NEW_YEAR nieuwjaar | oud en nieuw | het nieuwe jaar | nieuwe jaar | de jaarwisseling | jaarwisseling
      FEAST EPIPHANY driekoningen
      FEAST SUMMER zomer | zomervakantie | bouwvak | zomerreces
      FEAST HOLIDAYS vakantie
      IN 0 over | in
      WITHIN 0 binnen | binnen de
      AGO 0 geleden
      LATER 0 later | daarna
      AFTER 0 na | na de | na het
      BEFORE 0 voor | voor de | voor het
      UNTIL 0 tot | tot de | tot het
      THROUGH 0 tot en met | t/m | tm | tem
      BY 0 uiterlijk | voor eind | tegen | uiterlijk op
      FROM 0 vanaf | van | met ingang van | sinds | per | niet voor | pas vanaf
      BETWEEN 0 tussen
      TO 0 tot | t/m | tot en met
      AND 0 en | of
      ON 0 op | de | voor de
      OF 0 van | van de | van het | in | in de
      ARTICLE 0 de | het
      CALENDAR_WEEK 0 week | weeknummer | wk
      FINAL 0 laatste | de laatste
      WEEK_LATER 7 over een week
      """;

  private static final String PORTUGUESE =
      """
      WEEKDAY 1 segunda-feira | segunda feira | segunda
      WEEKDAY 2 terca-feira | terca feira | terca
      WEEKDAY 3 quarta-feira | quarta feira | quarta
      WEEKDAY 4 quinta-feira | quinta feira | quinta
      WEEKDAY 5 sexta-feira | sexta feira | sexta
      WEEKDAY 6 sabado
      WEEKDAY 7 domingo
      MONTH 1 janeiro | jan
      MONTH 2 fevereiro | fev
      MONTH 3 marco
      MONTH 4 abril | abr
      MONTH 5 maio
      MONTH 6 junho | jun
      MONTH 7 julho | jul
      MONTH 8 agosto | ago
      MONTH 9 setembro | set
      MONTH 10 outubro | out
      MONTH 11 novembro | nov
      MONTH 12 dezembro | dez
      NUMBER 1 um | uma
      NUMBER 2 dois | duas | um par de
      NUMBER 3 tres | alguns | algumas | uns | umas | poucos
      NUMBER 4 quatro
      NUMBER 5 cinco
      NUMBER 6 seis
      NUMBER 7 sete
      NUMBER 8 oito
      NUMBER 9 nove
      NUMBER 10 dez
      NUMBER 15 quinze
      ORDINAL 1 primeiro | primeira
      ORDINAL 2 segundo
      ORDINAL 3 terceiro | terceira
      ORDINAL 4 quarto
      UNIT DAY dia | dias
      UNIT WORKING_DAY dias uteis | dia util
      UNIT WEEK semana | semanas
      UNIT FORTNIGHT quinzena
      UNIT WEEKEND fim de semana | final de semana
      UNIT MONTH mes | meses
      UNIT QUARTER trimestre | trimestres
      UNIT HALF_YEAR semestre
      UNIT YEAR ano | anos
      OFFSET 0 hoje | hoje ainda | esta tarde | agora | fim do dia | final do dia | ainda hoje
      OFFSET 1 amanha
      OFFSET 2 depois de amanha
      OFFSET -1 ontem
      OFFSET -2 anteontem
      WHICH 0 este | esta | desta | deste | nesta | neste | essa | dessa
      WHICH 1 proximo | proxima | proximos | proximas | que vem | seguinte | que entra
      WHICH -1 passado | passada | ultimo | ultima | ultimos
      PART EARLY inicio de | inicio do | no inicio de | no inicio do | comeco de | comeco do | principio de | principios de | inicios de | inicio da | comeco da | no comeco de
      PART MIDDLE meados de | em meados de | meio de | meados do
      PART LATE fim de | fim do | final de | final do | finais de | no final de | no fim do | fim da | final da | no final do | no fim de | no final da
      PART REST resto de | longo de | decorrer de | resto da | ao longo da | decorrer da
      FEAST EASTER pascoa
      FEAST WHITSUN pentecostes
      FEAST CARNIVAL carnaval
      FEAST YEAR_END natal | festas | festas de fim de ano
      FEAST NEW_YEAR ano novo | reveillon
      FEAST EPIPHANY reis
      FEAST SUMMER verao | ferias de verao
      FEAST HOLIDAYS ferias
      IN 0 em | daqui a | dentro de | daqui
      WITHIN 0 em ate | nos proximos | nas proximas | no prazo de | em menos de
      AGO 0 atras
      LATER 0 mais tarde | depois
      AFTER 0 depois de | apos | depois do | depois da | passado o | apos o | apos a | depois das | depois dos | passada a
      BEFORE 0 antes de | antes do | antes da
      UNTIL 0 ate | ate a | ate ao | ate o
      THROUGH 0 ate inclusive
      BY 0 no maximo ate | o mais tardar | para | no maximo | o mais tardar ate | para o
      FROM 0 a partir de | a partir do | a partir da | desde | desde o | de | do | nao antes de | so a partir de
      BETWEEN 0 entre | entre os dias
      TO 0 a | ao | ate | ate ao | ate o
      AND 0 e | ou | e o
      ON 0 no dia | dia | o | no | na | a | em
      OF 0 de | do | da | deste | desta
      ARTICLE 0 o | a | os | as
      CALENDAR_WEEK 0 semana
      FINAL 0 ultima | ultimo | a ultima
      WEEK_LATER 7 a oito dias
      """;

  private static final Map<Language, DateTable> TABLES = new EnumMap<>(Language.class);

  static {
    TABLES.put(Language.ENGLISH, new DateTable(ENGLISH));
    TABLES.put(Language.GERMAN, new DateTable(GERMAN));
    TABLES.put(Language.FRENCH, new DateTable(FRENCH));
    TABLES.put(Language.SPANISH, new DateTable(SPANISH));
    TABLES.put(Language.ITALIAN, new DateTable(ITALIAN));
    TABLES.put(Language.DUTCH, new DateTable(DUTCH));
    TABLES.put(Language.PORTUGUESE, new DateTable(PORTUGUESE));
  }

  /** What a word may stand for or begin. */
  record Meanings(List<Entry> entries, Set<Kind> kinds) {

    static final Meanings NONE = new Meanings(List.of(), Set.of());
  }

  private final Map<String, Meanings> byFirstWord = new HashMap<>();
  private final Hashes naming;

  private DateTable(String table) {
    table.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::addLine);
    var words = new ArrayList<>(DateTokens.SHORT.keySet());
    words.add("thousand");
    for (var meanings : byFirstWord.values()) {
      for (var entry : meanings.entries()) {
        boolean spelled =
            (entry.kind() == Kind.ORDINAL && entry.value() > 1)
                || (entry.kind() == Kind.NUMBER && entry.value() > 12);
        if (spelled || NAMING.contains(entry.kind())) {
          words.add(longestPart(entry.words()));
        }
      }
    }
    naming = Hashes.of(words);
  }

  private static String longestPart(List<String> words) {
    var longest = "";
    for (var word : words) {
      for (var part : word.split("[-'./]", -1)) {
        longest = part.length() > longest.length() ? part : longest;
      }
    }
    return longest;
  }

  /** Whether a sentence may name a day: cheap, and never wrong in saying no. */
  boolean mayName(String sentence) {
    int hash = 0;
    int begin = 0;
    for (int i = 0; i <= sentence.length(); i++) {
      char c = i < sentence.length() ? sentence.charAt(i) : ' ';
      if (Texts.isDigit(c)) {
        return true;
      }
      if (Character.isLetter(c)) {
        hash = 31 * hash + plain(c);
      } else {
        if (i > begin && naming.contains(hash)) {
          return true;
        }
        hash = 0;
        begin = i + 1;
      }
    }
    return false;
  }

  static DateTable of(Language language) {
    return Objects.requireNonNull(TABLES.get(language));
  }

  /** All readings of the words that begin here; one word may stand for several things. */
  Meanings startingWith(String word) {
    return byFirstWord.getOrDefault(word, Meanings.NONE);
  }

  private void addLine(String line) {
    var parts = line.split(" ", 3);
    var kind = Kind.valueOf(parts[0]);
    int value =
        switch (kind) {
          case UNIT -> UNITS.indexOf(Unit.valueOf(parts[1]));
          case PART -> PARTS.indexOf(Part.valueOf(parts[1]));
          case FEAST -> FEASTS.indexOf(Feast.valueOf(parts[1]));
          default -> Integer.parseInt(parts[1]);
        };
    for (var phrase : parts[2].split("\\|", -1)) {
      var words = List.of(plain(phrase.strip()).split(" ", -1));
      var meanings =
          byFirstWord.computeIfAbsent(
              words.getFirst(), _ -> new Meanings(new ArrayList<>(), EnumSet.noneOf(Kind.class)));
      meanings.entries().add(new Entry(words, kind, value));
      meanings.kinds().add(kind);
    }
  }

  /** Lower case and without accents, as the tables are. */
  static String plain(CharSequence text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char c) {
    char lower = Character.toLowerCase(c);
    int at = lower < 128 ? -1 : ACCENTED.indexOf(lower);
    return at < 0 ? lower : BARE.charAt(at);
  }

  private static final String ACCENTED = "áàâãäåéèêëíìîïóòôõöúùûüçñ’";
  private static final String BARE = "aaaaaaeeeeiiiiooooouuuucn'";
}
