package io.politely.reading;

import java.util.Locale;

/** Recognizes notices of absence in seven languages. */
final class Absences {

  /** A notice is short; longer mail that mentions an absence was written by hand. */
  private static final int LONGEST_NOTICE = 900;

  private static final PhraseIndex AWAY =
      PhraseIndex.of(
          """
          out of office, out of the office, out of town, away from my desk, away from the office, i am away,
          i'm away, i will be away, i'll be away, i will be out, i'll be out, i am out, i'm out, i'm offline,
          i am offline, out with family, out enjoying, on leave, on annual leave, on parental leave,
          on maternity leave, on paternity leave, on sick leave, on vacation, on holiday, on pto,
          be travelling, be traveling, am travelling, am traveling, limited access to email,
          intermittent access to email, returning, i return, i'll be back, i will be back, back on, back at,
          are back, office is closed, offices are closed, we are closed, we're closed, closed for,
          closed from, closed until, school is out, gone to, be back, back monday, back tuesday,
          back wednesday, back thursday, back friday, back next week, back in,
          nicht im büro, nicht im haus, außer haus, abwesend, abwesenheit, im urlaub, in urlaub,
          betriebsferien, nicht erreichbar, in elternzeit, in mutterschutz, bin bis, zurück am, wieder da,
          wieder im büro, wieder erreichbar, geschlossen,
          absent du, absente du, absent jusqu, absente jusqu, suis absent, suis absente, serai absent,
          serai absente, actuellement absent, actuellement absente, en congé, en congés, en vacances,
          de retour le, à mon retour, fermé, fermée, fermés, en déplacement,
          fuera de la oficina, fuera de oficina, de vacaciones, estaré ausente, estoy ausente, me reincorporo,
          de baja, de permiso, estaremos cerrados, cerrado por, regreso el, vuelvo el,
          fuori ufficio, fuori sede, in ferie, in vacanza, sono assente, sarò assente, in congedo,
          in maternità, chiusi, chiuso, rientro il, rientrerò, al mio rientro, di ritorno,
          niet aanwezig, afwezig, met vakantie, op vakantie, met verlof, niet op kantoor, ben terug, weer terug,
          weer aanwezig, gesloten,
          ausente, fora do escritório, de férias, em férias, estarei fora, de licença, regresso a, regresso no,
          retorno em, retorno no, volto em, volto no, encerrados, fechados
          """);

  /** What becomes of mail meanwhile: only a notice says so. */
  private static final PhraseIndex MEANWHILE =
      PhraseIndex.of(
          """
          will not be forwarded, has not been forwarded, is not forwarded, not be checking, will respond when,
          will respond upon, will reply when, reply upon my return, respond upon my return, on my return,
          upon my return, for urgent matters, for anything urgent, if urgent, if it is urgent, in my absence,
          in urgent cases, immediate assistance, as soon as i return, when i return, when i get back,
          nicht weitergeleitet, nach meiner rückkehr, in dringenden fällen, in dringenden angelegenheiten,
          meine vertretung, vertretung, vertritt mich, während meiner abwesenheit,
          en cas d'urgence, en mon absence, dès mon retour, à mon retour, pour toute urgence,
          en caso de urgencia, para asuntos urgentes, a mi regreso, a mi vuelta, en mi ausencia,
          in caso di urgenza, per urgenze, al mio rientro, in mia assenza,
          bij spoed, voor dringende, tijdens mijn afwezigheid, na terugkomst, bij mijn terugkeer,
          em caso de urgência, para assuntos urgentes, no meu regresso, na minha ausência
          """);

  private Absences() {}

  /** Whether a text, in lower case, speaks of being away; enough where a program wrote it. */
  static boolean isMentioned(String lower) {
    return AWAY.occursIn(lower);
  }

  /**
   * Whether a text without any machine's mark is a notice all the same: short, away, saying what
   * becomes of mail meanwhile, and asking nothing.
   */
  static boolean isPlainNotice(String text) {
    if (text.length() > LONGEST_NOTICE || text.indexOf('?') >= 0 || text.indexOf('>') >= 0) {
      return false;
    }
    var lower = text.toLowerCase(Locale.ROOT);
    return MEANWHILE.occursIn(lower) && AWAY.occursIn(lower);
  }
}
