package io.politely.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** A mailbox in which Zdenka Canaria writes, is written to, is copied in, quoted and mentioned. */
final class Letters {

  /** How many of the letters name her, in whatever way. */
  static final int NAMING = 7;

  private Letters() {}

  static String mbox(String ada) {
    return String.join(
        "",
        letter(
            "1",
            "Zdenka Canaria <zdenka@canaria.example>",
            ada,
            "Canaria report",
            "",
            """
            I will send you the Canaria deck by Friday. Could you call me?

            Zdenka Canaria
            """),
        letter(
            "2",
            "Ada <" + ada + ">",
            "Zdenka Canaria <zdenka@canaria.example>",
            "Re: Canaria report",
            "In-Reply-To: <1@example.org>\n",
            "Dear Zdenka, when shall we talk?\n"),
        letter(
            "3",
            "\"Canaria, Zdenka\" <zdenka+news@canaria.example>",
            ada + "\nCc: Grace <grace@example.org>",
            "Quarterly numbers",
            "",
            "Here they are. Could you both look at them?\n"),
        letter(
            "4",
            "Grace <grace@example.org>",
            ada,
            "Re: Quarterly numbers",
            """
            In-Reply-To: <3@example.org>
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64
            """,
            encoded(
                "<p>I looked.</p><blockquote>Zdenka&nbsp;<b>Canaria</b> wrote: …</blockquote>")),
        letter(
            "5",
            "Grace <grace@example.org>",
            ada,
            "Who decides",
            "",
            """
            I do not know. Better ask Zdenka
            Canaria, would you?
            """),
        letter(
            "6",
            "Grace <grace@example.org>",
            ada,
            "Re: Quarterly numbers",
            "In-Reply-To: <3@example.org>\n",
            "They look good. Could you send me the totals?\n"),
        letter(
            "7",
            "Grace <grace@example.org>",
            ada,
            "Lunch",
            "",
            "Shall we have lunch on Tuesday?\n"),
        letter(
            "8",
            "<zcanaria@gmail.com>",
            ada,
            "From home",
            "Delivered-To: zcanaria@gmail.com\n",
            "Could you please send me the contract by Friday?\n"),
        letter(
            "9",
            "Grace <grace@example.org>",
            ada,
            "Minutes",
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n",
            """
            --b
            Content-Type: text/plain

            Attached.
            --b
            Content-Type: text/plain; name=minutes.txt
            Content-Disposition: attachment; filename=minutes.txt
            Content-Transfer-Encoding: base64

            %s
            --b--
            """
                .formatted(encoded("Present: Zdenka Canaria, Ada"))),
        """
        From nobody Mon Mar  2 09:00:00 2026
        no header, but Zdenka Canaria <zdenka@canaria.example>

        """);
  }

  /** What comes after she was erased. */
  static String tomorrow(String ada) {
    return letter("10", "Zdenka Canaria <zdenka@canaria.example>", ada, "Me again", "", "Hello?\n")
        + letter(
            "11",
            "Grace <grace@example.org>",
            ada,
            "Fwd: Me again",
            "",
            """
            > From: zcanaria@gmail.com
            > Canaria here.
            """);
  }

  private static String letter(
      String id, String from, String to, String subject, String headers, String text) {
    return """
    From somebody Mon Mar  2 09:00:00 2026
    Message-ID: <%s@example.org>
    Date: Mon, 2 Mar 2026 09:%02d:00 +0000
    From: %s
    To: %s
    Subject: %s
    %s
    %s
    """
        .formatted(id, Integer.parseInt(id), from, to, subject, headers, text);
  }

  private static String encoded(String text) {
    return Base64.getMimeEncoder(72, new byte[] {'\n'}).encodeToString(text.getBytes(UTF_8));
  }
}
