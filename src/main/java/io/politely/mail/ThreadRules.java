package io.politely.mail;

import io.politely.mail.JudgementRules.Texts;
import io.politely.mail.Threaded.Group;
import io.politely.mail.Threaded.Member;
import io.politely.mail.Threaded.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides the conversations of a component: trees by reply headers first, then trees joined because
 * they hold copies of one message, because a provider or the user says so, or by judgement.
 *
 * <p>A function of the set of messages: the order in which they arrived does not matter.
 */
final class ThreadRules {

  /** Two copies of one message are sent at nearly the same moment. */
  private static final Duration COPIES_APART = Duration.ofDays(2);

  /** Trackers reuse no number, but two trackers of one sender might. */
  private static final double SAME_TICKET = 0.95;

  private ThreadRules() {}

  /** The messages whose texts {@link #decide} will want: possible answers and what they answer. */
  static Set<MessageId> wantedTexts(List<Threadable> messages, Set<MessageId> quoting) {
    var subjects = new HashSet<String>();
    for (var message : messages) {
      if (JudgementRules.mayAnswer(message, quoting.contains(message.id()))) {
        subjects.add(SubjectRules.base(message.subject()));
        subjects.add(SubjectRules.formerBase(message.subject()));
      }
    }
    var wanted = new HashSet<MessageId>();
    for (var message : messages) {
      if (!subjects.isEmpty() && subjects.contains(SubjectRules.base(message.subject()))) {
        wanted.add(message.id());
      }
    }
    return wanted;
  }

  /**
   * Decides.
   *
   * @param messages all messages of a component (or of several), in any order
   * @param texts of the {@link #wantedTexts}
   * @param verdicts what the user said
   */
  static Threaded decide(
      List<Threadable> messages, Map<MessageId, Texts> texts, List<JoinVerdict> verdicts) {
    return new Decider(messages, texts, verdicts).decide();
  }

  /** One run: which trees have been joined so far, and by what. */
  private static final class Decider {

    private final List<Threadable> messages;
    private final JudgementRules judgement;
    private final List<JoinVerdict> verdicts;
    private final List<JwzRules.Tree> trees;
    private final Map<MessageId, Integer> treeOf = new HashMap<>();
    private final int[] joinedTo;
    private final Map<MessageId, Member> joins = new HashMap<>();
    private final List<Suggestion> suggestions = new ArrayList<>();

    Decider(List<Threadable> messages, Map<MessageId, Texts> texts, List<JoinVerdict> verdicts) {
      this.messages = messages.stream().sorted(Threadable.BY_TIME).toList();
      this.judgement = new JudgementRules(texts);
      this.verdicts = verdicts;
      var cut = new HashSet<MessageId>();
      verdicts.stream()
          .filter(verdict -> !verdict.together())
          .forEach(verdict -> cut.add(verdict.message()));
      this.trees = JwzRules.trees(this.messages, cut);
      this.joinedTo = new int[trees.size()];
      for (int tree = 0; tree < trees.size(); tree++) {
        joinedTo[tree] = tree;
        for (var message : trees.get(tree).messages()) {
          treeOf.put(message.id(), tree);
        }
      }
    }

    Threaded decide() {
      joinByUser();
      joinCopies();
      joinByProvider();
      joinByTicket();
      joinByJudgement();
      return new Threaded(groups(), suggestions);
    }

    private void joinByUser() {
      var byId = new HashMap<MessageId, Threadable>();
      messages.forEach(message -> byId.put(message.id(), message));
      for (var verdict : verdicts) {
        var message = byId.get(verdict.message());
        if (verdict.together() && message != null && byId.containsKey(verdict.parent())) {
          join(message, verdict.parent(), JoinedBy.USER, 1);
        }
      }
    }

    /** A list's copy and a direct copy of one message differ in content, but are one message. */
    private void joinCopies() {
      var first = new HashMap<String, Threadable>();
      for (var message : messages) {
        var id = message.internetId();
        var original = id == null ? null : first.putIfAbsent(id, message);
        if (original != null && isCopy(message, original)) {
          join(message, original.id(), JoinedBy.HEADERS, 1);
        }
      }
    }

    private static boolean isCopy(Threadable message, Threadable original) {
      return Objects.equals(message.from(), original.from())
          && Duration.between(original.sentAt(), message.sentAt()).compareTo(COPIES_APART) <= 0
          && SubjectRules.base(message.subject()).equals(SubjectRules.base(original.subject()));
    }

    /** A provider's thread id helps where reply headers are missing; it does not overrule them. */
    private void joinByProvider() {
      var latest = new HashMap<String, Threadable>();
      for (var message : messages) {
        for (var hint : message.hints()) {
          var before = latest.put(hint, message);
          if (before != null && !message.hasReplyHeaders()) {
            join(message, before.id(), JoinedBy.PROVIDER, 1);
          }
        }
      }
    }

    /** What a tracker sends about a case belongs together; what people answer is judged. */
    private void joinByTicket() {
      var first = new HashMap<String, Threadable>();
      for (var message : messages) {
        var ticket = SubjectRules.ticket(message.subject());
        var original = ticket.isEmpty() ? null : first.putIfAbsent(ticket, message);
        if (original != null
            && !message.hasReplyHeaders()
            && !SubjectRules.saysReply(message.subject())
            && Objects.equals(message.from(), original.from())) {
          join(message, original.id(), JoinedBy.JUDGEMENT, SAME_TICKET);
        }
      }
    }

    private void joinByJudgement() {
      var bySubject = new HashMap<String, List<Threadable>>();
      for (var message : messages) {
        var base = SubjectRules.base(message.subject());
        var earlier = bySubject.computeIfAbsent(base, any -> new ArrayList<>());
        if (!joins.containsKey(message.id()) && judgement.mayAnswer(message)) {
          var apart = keptApart(message);
          var candidates =
              Stream.concat(
                      bySubject
                          .getOrDefault(SubjectRules.formerBase(message.subject()), List.of())
                          .stream(),
                      earlier.stream())
                  .filter(other -> !sameTree(message, other) && !apart.contains(other.id()))
                  .sorted(Threadable.BY_TIME)
                  .toList();
          judgement
              .bestParent(message, candidates)
              .ifPresent(answer -> joinOrSuggest(message, answer));
        }
        earlier.add(message);
      }
    }

    private Set<MessageId> keptApart(Threadable message) {
      var apart = new HashSet<MessageId>();
      for (var verdict : verdicts) {
        if (!verdict.together() && verdict.message().equals(message.id())) {
          apart.add(verdict.parent());
        }
      }
      return apart;
    }

    private void joinOrSuggest(Threadable message, JudgementRules.Answer answer) {
      if (answer.confidence() >= JudgementRules.JOIN) {
        join(message, answer.parent().id(), JoinedBy.JUDGEMENT, answer.confidence());
      } else {
        suggestions.add(
            new Suggestion(
                message.id(), answer.parent().id(), answer.confidence(), answer.reason()));
      }
    }

    private void join(Threadable message, MessageId parent, JoinedBy by, double confidence) {
      int one = find(tree(message.id()));
      int other = find(tree(parent));
      if (one != other) {
        joinedTo[Math.max(one, other)] = Math.min(one, other);
        joins.put(message.id(), new Member(message, parent, by, confidence));
      }
    }

    private boolean sameTree(Threadable one, Threadable other) {
      return find(tree(one.id())) == find(tree(other.id()));
    }

    private int tree(MessageId message) {
      return Objects.requireNonNull(treeOf.get(message), "a message outside this run");
    }

    private int find(int tree) {
      int at = tree;
      while (joinedTo[at] != at) {
        joinedTo[at] = joinedTo[joinedTo[at]];
        at = joinedTo[at];
      }
      return at;
    }

    private List<Group> groups() {
      var groups = new LinkedHashMap<Integer, List<Member>>();
      for (var message : messages) {
        int tree = tree(message.id());
        groups.computeIfAbsent(find(tree), any -> new ArrayList<>()).add(member(message, tree));
      }
      return groups.values().stream().map(Group::new).toList();
    }

    private Member member(Threadable message, int tree) {
      var join = joins.get(message.id());
      if (join != null) {
        return join;
      }
      @Nullable MessageId parent = trees.get(tree).parents().get(message.id());
      return new Member(message, parent, parent == null ? JoinedBy.ROOT : JoinedBy.HEADERS, 1);
    }
  }
}
