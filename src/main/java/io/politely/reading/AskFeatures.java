package io.politely.reading;

import java.util.Arrays;
import java.util.Map;

/**
 * What a linear model sees of a sentence: its words alone and in pairs, runs of three and four word
 * classes, and what the phrases of the rules weigh, each as one hash. Rare words count by what they
 * are like (a verb, a time, a name, an ending), so that the model knows the shape of a request
 * whose words it has never met.
 *
 * <p>Written over characters without building strings, since every sentence of every message passes
 * here.
 */
final class AskFeatures {

  private static final int MOST_TOKENS = 80;

  private static final int START = 17;
  private static final int END = 19;
  private static final int NUMBER = 23;
  private static final int TIME = 29;
  private static final int VERB = 31;
  private static final int NAME = 37;
  private static final int OTHER = 41;

  /** Verbs that begin requests; base forms. */
  private static final Hashes VERBS =
      words(
          """
          accept, acknowledge, add, address, advise, agree, allow, analyze, answer, apply, approve,
          arrange, ask, assign, assist, attach, attend, avoid, be, book, bring, build, buy, call, cancel,
          change, chat, check, choose, circulate, clarify, clear, click, close, collect, come, comment,
          compare, complete, confirm, connect, consider, contact, continue, coordinate, copy, correct,
          cover, create, cut, decide, delete, deliver, describe, disregard, discuss, distribute, do,
          document, download, draft, drop, edit, email, e-mail, enclose, enjoy, enter, ensure, evaluate,
          examine, exclude, execute, expect, explain, extend, fax, feel, file, fill, finalize, find,
          finish, fix, follow, forget, forward, get, give, go, grab, handle, hang, have, help, hold, hope,
          identify, ignore, imagine, implement, include, inform, initial, input, insert, invite, issue,
          join, keep, know, learn, leave, let, limit, link, list, listen, load, log, look, mail, make,
          mark, meet, mention, modify, move, note, notify, obtain, offer, open, order, organize, pass,
          pay, phone, pick, place, plan, plug, point, post, prepare, present, press, print, proceed,
          process, produce, prompt, propose, proof, provide, pull, push, put, read, recommend,
          reconsider, record, refer, register, reject, remember, remind, remove, rename, reply, report,
          request, resend, reserve, respond, return, review, revise, ring, route, run, save, say,
          schedule, see, select, send, set, share, show, sign, sort, speak, specify, start, stay, stop,
          submit, suggest, summarize, supply, support, swing, take, talk, tell, test, text, think, touch,
          track, transfer, translate, treat, try, turn, type, update, upload, use, validate, verify,
          visit, wait, walk, watch, wire, work, write
          """);

  private static final Hashes TIMES =
      words(
          """
          monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur,
          thurs, fri, sat, sun, today, tomorrow, tonight, morning, afternoon, evening, noon, january,
          february, march, april, june, july, august, september, october, november, december, jan, feb,
          mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, am, pm, week, weekend, month
          """);

  /** After these a clause begins, and with it perhaps a request. */
  private static final Hashes BEFORE_CLAUSES =
      words("and, then, so, but, please, if, however, also");

  private static final Hashes US = words("i, we");
  private static final Hashes YOU = words("you, your");
  private static final Hashes LINKS = words("http, https, www, link");

  private final String sentence;
  private final Map<Act, Double> cues;
  private final Hashes frequent;
  private final int[] words = new int[MOST_TOKENS + 2];
  private final int[] classes = new int[MOST_TOKENS + 2];
  private int tokens = 1;
  private int[] features = new int[128];
  private int count;

  private AskFeatures(String sentence, Map<Act, Double> cues, Hashes frequent) {
    this.sentence = sentence;
    this.cues = cues;
    this.frequent = frequent;
    words[0] = START;
    classes[0] = START;
  }

  /**
   * Of a sentence with what the phrases in it weigh; {@code frequent}: the words that are not
   * replaced by their class.
   */
  static AskFeatures of(String sentence, Map<Act, Double> cues, Hashes frequent) {
    var features = new AskFeatures(sentence, cues, frequent);
    features.tokenize();
    features.combine();
    return features;
  }

  int count() {
    return count;
  }

  int get(int index) {
    return features[index];
  }

  private void tokenize() {
    int at = 0;
    while (at < sentence.length() && tokens <= MOST_TOKENS) {
      char c = sentence.charAt(at);
      if (Texts.isLetterOrDigit(c)) {
        at = word(at);
      } else {
        if (c == '!' || c == ',' || (c == '?' && !isBroken(at))) {
          token(c, c);
        }
        at++;
      }
    }
    token(END, END);
  }

  /** A question mark before a letter is a character that was lost on the way, or of an address. */
  private boolean isBroken(int at) {
    int next = at + 1;
    while (next < sentence.length() && sentence.charAt(next) == '?') {
      next++;
    }
    return next < sentence.length() && Texts.isLetterOrDigit(sentence.charAt(next));
  }

  private void token(int word, int type) {
    words[tokens] = word;
    classes[tokens] = type;
    tokens++;
  }

  private int word(int begin) {
    int hash = 0;
    int at = begin;
    while (at < sentence.length() && isInside(at)) {
      char c = sentence.charAt(at);
      hash = 31 * hash + (c == '’' ? '\'' : Texts.lower(c));
      at++;
    }
    if (Texts.isDigit(sentence.charAt(begin))) {
      token(NUMBER, NUMBER);
    } else {
      token(hash, type(hash, begin, at));
    }
    return at;
  }

  private boolean isInside(int at) {
    char c = sentence.charAt(at);
    if (Texts.isLetterOrDigit(c)) {
      return true;
    }
    boolean joins = c == '\'' || c == '’' || c == '-';
    return joins && at + 1 < sentence.length() && Texts.isLetterOrDigit(sentence.charAt(at + 1));
  }

  private int type(int hash, int begin, int end) {
    if (TIMES.contains(hash)) {
      return TIME;
    }
    if (VERBS.contains(hash)) {
      return VERB;
    }
    if (frequent.contains(hash)) {
      return hash;
    }
    if (tokens > 1 && Character.isUpperCase(sentence.charAt(begin))) {
      return NAME;
    }
    return OTHER + ending(begin, end);
  }

  private int ending(int begin, int end) {
    if (ends("ing", begin, end)) {
      return 1;
    }
    if (ends("ed", begin, end)) {
      return 2;
    }
    if (ends("ly", begin, end)) {
      return 3;
    }
    if (ends("tion", begin, end)) {
      return 4;
    }
    return ends("s", begin, end) ? 5 : 0;
  }

  private boolean ends(String ending, int begin, int end) {
    return end - ending.length() >= begin && sentence.startsWith(ending, end - ending.length());
  }

  private void combine() {
    boolean us = false;
    boolean you = false;
    boolean link = false;
    boolean question = false;
    for (int i = 1; i < tokens; i++) {
      int word = words[i];
      add(mix(1, word, 0));
      add(mix(2, words[i - 1], word));
      if (i > 1) {
        add(mix(3, mix(0, classes[i - 2], classes[i - 1]), classes[i]));
      }
      if (i > 2) {
        int first = mix(0, classes[i - 3], classes[i - 2]);
        add(mix(4, mix(first, classes[i - 1], 0), classes[i]));
      }
      boolean clause =
          words[i - 1] == START
              || words[i - 1] == ','
              || words[i - 1] == '!'
              || BEFORE_CLAUSES.contains(words[i - 1]);
      if (clause) {
        add(mix(5, classes[i], 0));
      }
      us |= US.contains(word);
      you |= YOU.contains(word);
      link |= LINKS.contains(word);
      question |= word == '?';
    }
    add(mix(6, Math.min(10, tokens / 4), 0));
    add(mix(7, tokens > 2 ? classes[1] : 0, 0));
    add(mix(8, classes[1], tokens > 2 ? classes[2] : 0));
    add(mix(9, us && you ? 1 : you ? 2 : us ? 3 : 4, 0));
    add(mix(10, link ? 1 : 0, question ? 1 : 0));
    int ask = halves(Act.ASK);
    add(mix(11, ask, 0));
    add(mix(12, halves(Act.QUESTION), 0));
    add(mix(13, ask, question ? 1 : 0));
    add(mix(14, halves(Act.PROMISE), 0));
  }

  /** What the phrases of an act weigh together, in steps of a half. */
  private int halves(Act act) {
    return (int) Math.round(2 * Math.clamp(cues.getOrDefault(act, 0.0), -4, 4));
  }

  private void add(int feature) {
    if (count == features.length) {
      features = Arrays.copyOf(features, count * 2);
    }
    features[count++] = feature;
  }

  private static int mix(int seed, int one, int other) {
    int hash = (seed * 0x9E3779B9 + one) * 0x85EBCA6B;
    hash = ((hash ^ (hash >>> 15)) + other) * 0xC2B2AE35;
    return hash ^ (hash >>> 13);
  }

  static Hashes words(String table) {
    return Hashes.of(Phrases.list(table));
  }
}
