package io.politely.reading;

import java.util.Locale;
import java.util.Set;

/** What programs say when they answer: do this yourself, this is over, no news is a no. */
final class ProgramWords {

  private static final PhraseIndex REQUESTS =
      PhraseIndex.of(
          """
          please complete, please fill, please upload, please submit, please choose, please select,
          please pick, please book, please schedule, please confirm, please verify, please sign,
          please register, please apply, please use the form, please use our, please take the,
          must be submitted, must be made, must be entered, must be uploaded, must be completed,
          action required, action needed, to complete your application, complete the assessment,
          complete the following,
          bitte füllen, bitte laden, bitte wählen, bitte vervollständigen, bitte bestätigen,
          bitte reichen, bitte bewerben, bitte nutzen, bitte verwenden, bitte registrieren,
          bitte unterschreiben, bitte vereinbaren, bitte buchen,
          veuillez compléter, veuillez remplir, veuillez choisir, veuillez déposer,
          veuillez confirmer, veuillez utiliser, veuillez sélectionner, veuillez signer,
          merci de compléter, merci de remplir, merci de choisir, merci de confirmer,
          merci de déposer, merci d'utiliser,
          por favor complete, por favor rellene, por favor seleccione, por favor elija,
          por favor confirme, por favor utilice, por favor registre, debe completar,
          debe rellenar, deberá completar,
          la preghiamo di compilare, la preghiamo di confermare, la preghiamo di scegliere,
          la preghiamo di utilizzare, la invitiamo a compilare, si prega di compilare,
          si prega di confermare, si prega di utilizzare, si prega di caricare,
          gelieve, wij verzoeken u, we verzoeken u, vul het formulier, vul dit formulier,
          kies een, bevestig uw, bevestig je, u dient, je dient,
          por favor preencha, por favor escolha, por favor selecione, por favor confirme,
          por favor utilize, preencha o, escolha um, deve preencher, deverá preencher
          """);

  private static final Set<String> CONDITIONS =
      Phrases.set("if, should, falls, wenn, sollten, si, se, caso, qualora, als, indien, mocht");

  private static final PhraseIndex ENDS =
      PhraseIndex.of(
          """
          has been withdrawn, has been cancelled, has been canceled, has been closed,
          has been completed, has been resolved, is now closed, is now complete, have completed,
          has been fully executed, have signed, was withdrawn,
          wurde zurückgezogen, wurde storniert, wurde geschlossen, wurde abgeschlossen,
          ist abgeschlossen, wurde erledigt, haben unterzeichnet,
          a été retirée, a été retiré, a été annulée, a été annulé, a été clôturé, a été clôturée,
          est terminée, est terminé, ont signé,
          ha sido retirada, ha sido cancelada, ha sido cancelado, ha sido cerrada,
          ha sido cerrado, se ha completado, han firmado,
          è stata ritirata, è stata annullata, è stato annullato, è stata chiusa, è stato chiuso,
          è stata completata, è stato completato, hanno firmato,
          is ingetrokken, is geannuleerd, is gesloten, is afgerond, is voltooid, hebben getekend,
          foi retirada, foi cancelada, foi cancelado, foi encerrada, foi encerrado,
          foi concluída, foi concluído, assinaram
          """);

  private static final PhraseIndex SILENCE =
      PhraseIndex.of(
          """
          if you do not hear, if you don't hear, if you have not heard, if you haven't heard,
          without a reply, without an answer, sollten sie nichts, falls sie nichts,
          wenn sie nichts, ohne rückmeldung, sans réponse, sans nouvelle, sans nouvelles,
          sans retour, si no recibe, si no ha recibido, de no recibir, se non riceve,
          se non ricevete, in mancanza di, indien u niets, als u niets, zonder bericht,
          caso não receba, se não receber, na ausência de resposta
          """);

  private ProgramWords() {}

  /** Whether it wants something done by whoever wrote, not only in some case. */
  static boolean requests(String sentence) {
    var lower = sentence.toLowerCase(Locale.ROOT);
    return REQUESTS.occursIn(lower) && !isConditional(lower);
  }

  /** Whether it says that the matter is over. */
  static boolean ends(String sentence) {
    var lower = sentence.toLowerCase(Locale.ROOT);
    return ENDS.occursIn(lower) && !isConditional(lower);
  }

  /** Whether it only tells what silence will mean one day. */
  static boolean speaksOfSilence(String sentence) {
    return SILENCE.occursIn(sentence.toLowerCase(Locale.ROOT));
  }

  private static boolean isConditional(String sentence) {
    return CONDITIONS.contains(Words.of(sentence).word(0));
  }
}
