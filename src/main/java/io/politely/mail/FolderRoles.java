package io.politely.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells from its name, in the languages people use, what a folder or label is for. */
public final class FolderRoles {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ENDING =
      Pattern.compile("\\.(?:mbox|mbx|mbs|sbd|eml|gz|zip|txt)$", Pattern.CASE_INSENSITIVE);
  // What people add to a folder name without changing what the folder is for.
  private static final Pattern SURROUNDINGS =
      Pattern.compile("\\d+|\\S+@\\S+|gmail|google|mail|old|backup|archive|archiv|copy|folder|my");

  private static final Map<String, FolderRole> NAMES = new HashMap<>();

  static {
    names(
        FolderRole.INBOX,
        """
        inbox, posteingang, boite de reception, boite aux lettres, bandeja de entrada, recibidos,
        caixa de entrada, entrada, postvak in, posta in arrivo, in arrivo, inkorg, inkorgen,
        indbakke, innboks, saapuneet, odebrane, skrzynka odbiorcza, dorucena posta, dorucene,
        beerkezett uzenetek, bejovo, входящие, вхідні, gelen kutusu, εισερχομενα, mesaje primite,
        受信トレイ, 受信箱, 收件箱, 收件匣, 받은편지함, 받은 편지함\
        """);
    names(
        FolderRole.SENT,
        """
        sent, sent mail, sent items, sent messages, sent-mail, sentmail, sent email, outbound,
        gesendet, gesendete, gesendete elemente, gesendete objekte, gesendete nachrichten,
        gesendete mails, postausgang gesendet, envoye, envoyes, messages envoyes,
        elements envoyes, courrier envoye, courriers envoyes, enviado, enviados, enviadas,
        elementos enviados, correo enviado, mensajes enviados, itens enviados, e-mails enviados,
        mensagens enviadas, verzonden, verzonden items, verzonden berichten, posta inviata,
        inviata, inviati, elementi inviati, messaggi inviati, skickat, skickade, skickat mail,
        skickade objekt, sendt, sendte, sendte elementer, sendt post, sendt mail, lahetetyt,
        wyslane, elementy wyslane, odeslane, odeslana posta, odoslane, odoslana posta, elkuldott,
        elkuldott elemek, elkuldott uzenetek, отправленные, исходящие, надіслані, gonderilmis,
        gonderilmis ogeler, gonderilmis postalar, gonderilenler, απεσταλμενα, trimise,
        mesaje trimise, 送信済み, 送信済みアイテム, 送信済みメール, 已发送, 已发邮件, 已傳送, 寄件備份,
        보낸편지함, 보낸 편지함\
        """);
    names(
        FolderRole.DRAFTS,
        """
        drafts, draft, entwurf, entwurfe, entwuerfe, brouillon, brouillons, borrador, borradores,
        rascunho, rascunhos, concepten, concept, bozze, bozza, utkast, kladder, kladde, luonnokset,
        szkice, wersje robocze, koncepty, rozepsane, piszkozatok, черновики, чернетки, taslaklar,
        προχειρα, schite, ciorne, 下書き, 草稿, 草稿箱, 임시보관함, 임시 보관함\
        """);
    names(
        FolderRole.TRASH,
        """
        trash, bin, deleted, deleted items, deleted messages, papierkorb, geloschte elemente,
        geloeschte elemente, geloschte objekte, geloscht, corbeille, elements supprimes,
        messages supprimes, papelera, papelera de reciclaje, elementos eliminados, eliminados,
        lixeira, lixo, itens excluidos, itens eliminados, prullenbak, prullenmand,
        verwijderde items, cestino, posta eliminata, eliminati, papperskorg, papperskorgen,
        borttaget, papirkurv, papirkurven, slettet, slettede elementer, slettet post, roskakori,
        poistetut, kosz, elementy usuniete, kos, odstranena posta, lomtar, torolt elemek, kuka,
        корзина, удаленные, кошик, cop kutusu, cop, silinmis ogeler, καδος, cos de gunoi,
        ゴミ箱, 削除済みアイテム, 已删除, 已删除邮件, 垃圾桶, 휴지통\
        """);
    names(
        FolderRole.JUNK,
        """
        junk, junk mail, junk email, junk e-mail, spam, bulk mail, spamverdacht, unerwunscht,
        unerwunschte werbung, junk-e-mail, indesirables, courrier indesirable, pourriel,
        correo no deseado, no deseado, correo basura, lixo eletronico, lixo electronico,
        ongewenst, ongewenste e-mail, ongewenste mail, posta indesiderata, indesiderata,
        skrappost, skrap, uonsket, uonsket mail, soppelpost, roskaposti, niechciane, wiadomosci-smieci,
        nevyzadana posta, levelszemet, спам, нежелательная почта, istenmeyen, onemsiz,
        ανεπιθυμητα, 迷惑メール, 垃圾邮件, 垃圾郵件, 스팸, 스팸메일\
        """);
  }

  private FolderRoles() {}

  /**
   * What a folder is for. The innermost name that tells decides; an inbox above tells nothing about
   * the folders in it.
   *
   * @param path the names of the folder and those around it, separated by {@code /}
   */
  public static FolderRole of(String path) {
    var names = Arrays.stream(path.split("/")).filter(name -> !name.isBlank()).toList();
    for (int i = names.size() - 1; i >= 0; i--) {
      var role = roleOf(names.get(i));
      boolean innermost = i == names.size() - 1;
      if (role != FolderRole.OTHER && (innermost || role != FolderRole.INBOX)) {
        return role;
      }
    }
    return FolderRole.OTHER;
  }

  /** A folder or file name without the endings that only tell its format. */
  static String withoutEnding(String name) {
    var bare = ENDING.matcher(name).replaceFirst("");
    return bare.equals(name) || bare.isEmpty() ? name : withoutEnding(bare);
  }

  private static FolderRole roleOf(String name) {
    var plain = plain(withoutEnding(name));
    var whole = NAMES.get(plain);
    if (whole != null) {
      return whole;
    }
    // "INBOX.Sent", "ada@example.org.sent"
    var last = NAMES.get(plain.substring(plain.lastIndexOf('.') + 1));
    return last != null ? last : roleOfWords(plain);
  }

  /** "sent-2019", "2020_Sent Items (2)": words that tell, among words that do not matter. */
  private static FolderRole roleOfWords(String plain) {
    List<String> telling = new ArrayList<>();
    for (var word : plain.split("[\\s._()\\[\\]-]+", -1)) {
      if (!word.isEmpty() && !SURROUNDINGS.matcher(word).matches()) {
        telling.add(word);
      }
    }
    return NAMES.getOrDefault(String.join(" ", telling), FolderRole.OTHER);
  }

  private static String plain(String name) {
    var decomposed = Normalizer.normalize(name.strip(), Normalizer.Form.NFD);
    return Normalizer.normalize(MARKS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replace('ø', 'o')
        .replace('ł', 'l')
        .replace('ı', 'i');
  }

  private static void names(FolderRole role, String list) {
    for (var name : list.split("[,\n]", -1)) {
      if (!name.isBlank()) {
        NAMES.put(plain(name), role);
      }
    }
  }
}
