package io.politely.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a sentence wants to be written to or called on a day that was named before it. */
final class Then {

  private static final String WORD_BEGINS = "(?<![\\p{L}\\p{N}-])";
  private static final String WORD_ENDS = "(?![\\p{L}\\p{N}])";

  private static final Pattern THEN =
      Pattern.compile(
          WORD_BEGINS
              + "(?:then|at that (?:point|time)|that day|by then|dann|alors|entonces|allora|poi"
              + "|dan|então|à ce moment(?:-là)?|ce jour-là|à cette date|ese día|en ese momento"
              + "|en esa fecha|quel giorno|a quel punto|in quel momento|op dat moment|die dag"
              + "|nessa altura|nesse dia|nessa data|an dem tag|zu dem zeitpunkt"
              // What comes after something else is put off to that, so these stand alone.
              + "|(?:after that|afterwards|danach|daraufhin|ensuite|après|después|luego|dopo"
              + "|daarna|nadien|depois)(?=\\s*(?:[.,;!?)]|$)))"
              + WORD_ENDS);

  private static final PhraseIndex WANTED =
      PhraseIndex.of(
          """
          write me, write to me, write again, email me, e-mail me, mail me, call me, ring me,
          phone me, text me, ping me, nudge me, poke me, chase me, remind me, contact me, contact us,
          reach me, reach out, try me, try us, try again, ask me again, catch me, get back to me,
          get in touch, be in touch, come back to me, come back to us, check back, check in with me,
          check with me, drop me a, drop us a, send me a reminder, send me a note, talk to me,
          speak to me, let's talk, let's speak, let's pick, we can talk, we can speak,
          happy to talk, happy to speak, happy to look, give me a call, give me a ring,
          give me a shout, give me a nudge, give us a call, follow up with me, resend,
          schreiben sie mir, schreib mir, schreibt mir, mailen sie mir, melden sie sich, meld dich,
          melde dich, meldet euch, rufen sie mich, rufen sie an, ruf mich, ruf an, erinnern sie mich,
          erinnere mich, erinner mich, versuchen sie es, versuch es, probieren sie es, probier es,
          kontaktieren sie mich, kontaktier mich, fragen sie, frag, fragen sie mich, sprechen wir,
          reden wir, telefonieren wir, geben sie mir, gib mir, stupsen sie mich, stups mich,
          kommen sie, komm auf mich, haken sie, hak, gern wieder, gerne wieder,
          écrivez-moi, écris-moi, réécrivez-moi, réécris-moi, appelez-moi, appelle-moi,
          rappelez-moi, rappelle-moi, rappelez-le-moi, relancez-moi, relance-moi, recontactez-moi,
          recontacte-moi, contactez-moi, contacte-moi, revenez vers, reviens vers, faites-moi signe,
          fais-moi signe, reparlons, reparlons-en, parlons-en, m'écrire, me rappeler, me relancer,
          me recontacter, réessayez, réessaie, reprenez contact, reprends contact,
          escríbame, escríbeme, llámame, llámeme, contácteme, contáctame, avísame, avíseme,
          búscame, búsqueme, recuérdame, recuérdeme, recuérdemelo, recuérdamelo, inténtelo,
          inténtalo, hablamos, hablemos, dame un toque, deme un toque, vuelva a escribir,
          vuelve a escribir, vuelva a llamar, me escribe, me escribes, me llama, me llamas,
          mi scriva, scrivimi, scrivetemi, mi chiami, chiamami, mi contatti, contattami,
          mi ricontatti, ricontattami, mi richiami, richiamami, ci sentiamo, sentiamoci,
          risentiamoci, ne parliamo, parliamone, riparliamone, ricordamelo, me lo ricordi,
          ci riprovi, riprova, mi faccia, fammi un,
          schrijf me, schrijf mij, mail me, mail mij, bel me, bel mij, app me, app mij, herinner me,
          herinner mij, neem contact, contact op, probeer het, stuur me, stuur mij, geef me,
          geef mij, seintje, belletje, berichtje, mailtje, spreken we, laten we, meld je, trek me,
          escreva-me, escreve-me, me escreva, me escreve, ligue-me, liga-me, me ligue, me liga,
          contacte-me, contacta-me, me contacte, me chame, me chama, fale comigo, fala comigo,
          lembre-me, lembra-me, me lembre, me lembra, me procure, falamos, falemos, conversamos,
          avise-me, avisa-me, um toque, tente de novo, tenta de novo, volte a, volta a
          """);

  /** Who says "I will call you then" asks for nothing. */
  private static final PhraseIndex OURS =
      PhraseIndex.of(
          """
          i'll, i will, we'll, we will, i'm going to, ich melde, ich schreibe, ich rufe, ich werde,
          wir werden, wir melden, je vous, je te, je reviens, nous vous, le escribo, te escribo,
          le escribiré, te escribiré, le llamo, te llamo, le scrivo, ti scrivo, le scriverò,
          ti scriverò, ik schrijf, ik mail, ik bel, ik zal, ik kom, wij zullen, escrevo-lhe,
          eu escrevo, ligo-lhe, vou escrever, vou ligar
          """);

  private Then() {}

  static boolean isAsked(String sentence) {
    // A name is no word: "Call me, Dan".
    var uncapitalized =
        sentence.isEmpty()
            ? ""
            : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    return THEN.matcher(uncapitalized).find()
        && WANTED.occursIn(sentence.toLowerCase(Locale.ROOT))
        && !OURS.occursIn(sentence.toLowerCase(Locale.ROOT));
  }
}
