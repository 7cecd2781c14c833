package io.politely.reading;

import java.util.Set;

/** The words around the name of somebody to turn to, in seven languages. */
final class ContactTable {

  /** What comes before the name: verbs of turning to somebody, and the roles people have. */
  static final PhraseIndex LEADS =
      PhraseIndex.of(
          """
          contact, contacting, reach out to, reaching out to, reach, talk to, talk with, speak to,
          speak with, write to, ask for, ask, email, e-mail, mail, call, ping, try, turn to,
          refer to, referred to, in touch with, touch base with, copying, copying in, cc'ing,
          cc'd, looping in, adding, forwarded to, forwarded this to, forwarded it to,
          forwarding this to, passed this to, passed it to, passed this on to, handled by,
          looked after by, covered by, taken over by, replaced by, succeeded by, person is,
          person would be, contact is, contact would be, recruiter is, manager is, lead is,
          head is, buyer is, owner is, one is, one would be, colleague, colleague is, deputy,
          deputy is, stand-in, stand-in is, assistant, assistant is, backup is, cover is,
          successor, successor is, replacement is, you want, you need, goes to, belongs to,
          directed to, direct to, directly to, send it to, send this to, mr, mrs, ms,
          sich an, sich bitte an, sich direkt an, sich gerne an, sich gern an, dich an,
          dich bitte an, dich direkt an, kontaktieren sie, kontaktieren sie bitte, zuständig ist,
          zuständig sind, vertretung, vertretung ist, vertretung hat, vertretung übernimmt,
          vertreten durch, vertreten von, vertritt mich, vertreten mich, kollegin, kollegen,
          kollege, herr, herrn, frau, sprechen sie mit, sprich mit, reden sie mit, fragen sie,
          fragen sie bitte, frag, schreiben sie, schreib, rufen sie, sich bei, sich bitte bei,
          dich bei, dich bitte bei, ansprechpartner ist, ansprechpartnerin ist, weitergeleitet an,
          weiter an, nachfolger, nachfolger ist, nachfolgerin, nachfolgerin ist, macht jetzt,
          macht das jetzt, übernommen hat, mail an, e-mail an, nachricht an,
          contacter, contactez, adressez-vous à, vous adresser à, adresser à, tourner vers,
          écrire à, écrivez à, écris à, parler à, parlez à, parle à, parlez-en à, demandez à,
          demandez, demande à, voir avec, voyez avec, vois avec, joindre, appelez, appelle,
          remplacé par, remplacée par, géré par, gérée par, suivi par, suivie par, collègue,
          transmis à, transféré à, transmets à, responsable est, interlocuteur est,
          interlocutrice est, auprès de, monsieur, madame, mme, successeur,
          contacte con, contacta con, contactar con, contacte a, contactar a, contacto con,
          escriba a, escribe a, escribir a, escríbale a, escríbele a, hable con, habla con,
          hablar con, diríjase a, dirigirse a, pregunte por, pregunta por, pregunte a, pregunta a,
          llame a, llama a, llamar a, compañero, compañera, colega, persona es, responsable es,
          contacto es, encargado es, encargada es, atendido por, reenviado a, sustituido por,
          sustituida por, copia a, sr, sra, señor, señora,
          contattare, contatti, contatta, rivolgersi a, rivolga a, rivolgiti a, rivolgerti a,
          scriva a, scrivi a, scrivere a, parli con, parla con, parlare con, chieda a, chiedi a,
          chiedere a, chiami, chiama, chiamare, collega, sostituito da, sostituita da,
          referente è, responsabile è, persona giusta è, girato a, inoltrato a, sig, sig.ra,
          signor, signora, dott, dott.ssa,
          contact op met, contact opnemen met, contact met, mail naar, mailen naar, bel, bellen met,
          bellen naar, spreek met, praat met, vraag naar, vraag, terecht bij, wenden tot,
          vervangen door, vervanger is, doorgestuurd naar, door naar, aan mijn collega,
          verantwoordelijk is, moet je, moet u, moet je bij, moet u bij, overgenomen door,
          opvolger is, opvolgster is, mevrouw, meneer, dhr, mevr,
          contactar, contacte, contate, contatar, contato com, contacto com, fale com, fala com,
          falar com, escreva para, escreva a, escreva ao, escreva à, escrever para, procure,
          procurar, pergunte a, pergunte por, ligue para, ligue a, dirija-se a, dirija-se ao,
          dirija-se à, substituído por, substituída por, responsável é, quem trata é,
          quem cuida é, pessoa certa é, encaminhei para, encaminhado para, senhor, senhora, dona
          """);

  /** What comes after the name: it stands in, is in charge, or knows. */
  static final PhraseIndex FOLLOWERS =
      PhraseIndex.of(
          """
          is the right, is the person, is the best, is the one, is the contact, is your contact,
          is in charge, is responsible, is covering, is standing in, is handling, is filling in,
          is taking over, is running, will cover, will be covering, covers, will stand in,
          stands in, fills in, steps in, handles, runs, owns, leads, manages, looks after,
          takes care, deals with, took over, takes over, has taken over, would know, will know,
          can help, will help, would be happy to help, will be happy to help, is happy to help,
          will be able to help, will be glad to help, will assist, can assist, would be the,
          should be able to,
          vertritt mich, vertritt uns, vertreten mich, ist zuständig, ist dafür, ist jetzt,
          ist hier, ist die richtige, ist der richtige, ist ihr, ist ihre, ist dein, ist deine,
          ist für sie, kümmert sich, übernimmt, hat übernommen, hat das übernommen, macht das,
          hilft ihnen, hilft dir, hilft gern, hilft euch, betreut, verantwortet, steht ihnen,
          steht dir, springt für mich,
          me remplace, me remplacera, s'occupe, s'en occupe, gère, est en charge, est chargé,
          est chargée, est responsable, est la bonne, est votre, est ton, a repris,
          prend le relais, prendra le relais, assure l'intérim, pourra vous, pourra t', saura,
          reste à votre, qui s'occupe, qui gère,
          me sustituye, me sustituirá, me reemplaza, se encarga, se ocupa, es la persona,
          es el responsable, es la responsable, es quien, está a cargo, le atenderá, te atenderá,
          os atenderá, le puede ayudar, te puede ayudar, puede ayudar, podrá ayudar,
          mi sostituisce, mi sostituirà, se ne occupa, si occupa, gestisce, è il responsabile,
          è la responsabile, è la persona, è il referente, è la referente, potrà aiutar,
          può aiutar, è a disposizione,
          vervangt mij, vervangt me, neemt waar, neemt mijn, neemt het over, neemt dit over,
          gaat hierover, gaat daarover, gaat erover, doet dit, regelt, is verantwoordelijk,
          is de juiste, heeft dit overgenomen, heeft het overgenomen, helpt u, helpt je,
          kan u helpen, kan je helpen, kan u verder, kan je verder,
          me substitui, substitui-me, vai substituir, cuida, trata disso, trata desse,
          é o responsável, é a responsável, é a pessoa, é quem, ficou com, assumiu,
          está a cargo, pode ajudar, poderá ajudar, vai ajudar
          """);

  /** What points back at somebody who was named just before. */
  static final PhraseIndex BACK =
      PhraseIndex.of(
          """
          ask him, ask her, ask them, write to him, write to her, email him, email her, call him,
          call her, contact him, contact her, talk to him, talk to her, speak to him, speak to her,
          he's the one, she's the one, he is the one, she is the one, try him, try her,
          schreib ihm, schreib ihr, schreiben sie ihm, schreiben sie ihr, frag ihn, frag sie,
          fragen sie ihn, ruf ihn, ruf sie an, rufen sie ihn, sprich mit ihm, sprich mit ihr,
          sprechen sie mit ihm, sprechen sie mit ihr,
          écris-lui, écrivez-lui, appelle-le, appelle-la, appelez-le, appelez-la, demande-lui,
          demandez-lui, parlez-lui, parle-lui, contacte-le, contacte-la, contactez-le,
          contactez-la,
          escríbele, escríbale, llámale, llámalo, llámala, llámele, pregúntale, pregúntele,
          habla con él, habla con ella, hable con él, hable con ella,
          scrivigli, scrivile, gli scriva, le scriva, chiamalo, chiamala, lo chiami, la chiami,
          chiedi a lui, chiedi a lei, contattalo, contattala,
          mail hem, mail haar, bel hem, bel haar, vraag hem, vraag het hem, vraag het haar,
          vraag haar, schrijf hem, schrijf haar,
          escreva-lhe, fale com ele, fale com ela, ligue-lhe, contacte-o, contacte-a, procure-o,
          procure-a
          """);

  /** Titles and roles, before a name and no part of it. */
  static final Set<String> TITLES =
      Phrases.set(
          """
          mr, mrs, ms, miss, dr, prof, sir, colleague, deputy, assistant, herr, herrn, frau,
          kollege, kollegen, kollegin, vertretung, vertreter, vertreterin, stellvertreter,
          stellvertreterin, assistentin, assistent, assistenz, nachfolger, nachfolgerin, chef,
          chefin, leiter, leiterin, m, mme, mlle, monsieur, madame, sr, sra, srta, señor, señora,
          don, doña, sig, sig.ra, signor, signora, dott, dott.ssa, dottoressa, ing, dhr, mevr,
          mevrouw, meneer, senhor, senhora, dona, eng, collega, colega
          """);

  /** Right after one of these a capital begins the name of a thing, a place or a department. */
  static final Set<String> DETERMINERS =
      Phrases.set(
          """
          the, an, our, my, your, his, their, in, from, of, at, on, by, with,
          die, der, das, den, dem, des, ein, eine, einen, einer, einem, mein, meine, meinen,
          meiner, meinem, unser, unsere, unseren, unserer, unserem, ihr, ihre, im, vom, beim, zum,
          zur, le, les, mon, ma, notre, nos, votre, vos, du, des, au, aux, el, los, las, mi,
          nuestro, nuestra, su, del, il, lo, gli, mio, mia, nostro, nostra, della, dal, al,
          het, een, mijn, ons, onze, uw, meu, minha, nosso, nossa, seu, sua, do, no, na
          """);

  /** Capitals that are no names. */
  static final Set<String> NO_NAMES =
      Phrases.set(
          """
          i, i'm, i'll, i've, monday, tuesday, wednesday, thursday, friday, saturday, sunday,
          january, february, march, april, may, june, july, august, september, october, november,
          december, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, januar,
          februar, märz, mai, juni, juli, oktober, dezember, sie, ihnen, ihre, ihr, du, uns,
          christmas, easter, thanksgiving, weihnachten, ostern, email, e-mail, mail, linkedin,
          please, bitte, team, hr, it, ceo, cto, cfo, she, he, they, we, it's, this, that, these,
          who, urgent, yes, no, in, for, if, the, and, but, or, so
          """);

  /** Small words inside a name. */
  static final Set<String> PARTICLES =
      Phrases.set("van, von, de, der, den, da, di, do, dos, das, del, della, du, la, le, ter, zu");

  /** What stands between a name and the department of its bearer. */
  static final Set<String> PLACES =
      Phrases.set("in, from, at, im, aus, vom, bei, du, des, del, en, uit, bij, no, na");

  /** What may stand between a name and its address, besides signs. */
  static final Set<String> JOINTS =
      Phrases.set(
          """
          at, on, via, by, under, unter, per, über, à, au, sur, par, a, en, al, in, su, op, onder,
          em, no, pelo, mailto, email, e-mail, mail, is, ist, est, es, è, é
          """);

  /** The writer himself is no other: "reach me at …". */
  static final Set<String> OURSELVES =
      Phrases.set("me, mich, mir, us, uns, moi, nous, mí, nos, mij, ons, mim, myself");

  private ContactTable() {}
}
