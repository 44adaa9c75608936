package nl.sluis.gateway.besluit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.besluit.Around.Why;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.OwnQuestions.Asked;
import nl.sluis.gateway.desk.OwnQuestions.Child;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What the law lets the organisations around one child share without anybody's yes: for these
/// there is nothing to take back, but there is an explanation and a way to object (domain 2.5).
///
/// Of the organisations only those that this person sees already; what they may share is read in
/// the convenant, never in what is known of a child. So nobody learns from it that somebody else is
/// around. Pure but for the convenant.
public final class Statutes {
  private static final String HMAC = "HmacSHA256";

  private Statutes() {}

  /// One thing that the law lets an organisation share.
  ///
  /// @param sender the organisation
  /// @param rule the rule by which it may
  /// @param as in which role it may
  /// @param aim the word of the convenant for what for
  /// @param from the organisation, as far as this person may know it
  /// @param purpose what for, in one sentence
  /// @param names of the kinds of data
  /// @param articles on which it rests
  /// @param mayObject whether an objection holds it up until it is weighed (AVG 21)
  /// @param contact how the data protection officer of the organisation is reached; empty when that
  ///   is not known
  public record Statute(
      Oin sender,
      String rule,
      Role as,
      Purpose aim,
      Who from,
      String purpose,
      List<String> names,
      List<String> articles,
      boolean mayObject,
      Optional<String> contact) {
    /// Copies its parts.
    public Statute {
      names = List.copyOf(names);
      articles = List.copyOf(articles);
    }

    /// By which name somebody points at it at a child.
    ///
    /// @param key of the names of this person at this child
    public UUID name(byte[] key) {
      return Statutes.name(key, sender, rule);
    }
  }

  /// By which name somebody points at what this organisation may share by this rule.
  ///
  /// @param key of the names of this person at this child
  public static UUID name(byte[] key, Oin sender, String rule) {
    var name = ByteBuffer.wrap(hmac(key, "wet\n" + sender + "\n" + rule));
    return new UUID(name.getLong(), name.getLong());
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  /// What the law lets those share whom this person sees; only for who may see how things stand,
  /// and not the own words alone.
  public static List<Statute> seen(Child child, CurrentLaw law, Instant at) {
    var visible =
        child.questions().stream().filter(one -> one.line().mine().shared().isPresent()).toList();
    return of(
        new Child(child.subject(), child.self(), child.age(), child.cover(), visible), law, at);
  }

  static List<Statute> of(Child child, CurrentLaw law, Instant at) {
    Map<PartyRole, Convenant> around = new LinkedHashMap<>();
    for (var line : child.questions().stream().map(Asked::line).toList()) {
      var words = law.now().couldGovern(line.ask().sender(), line.ask().receiver(), at).getFirst();
      around.putIfAbsent(line.ask().sender(), words);
      around.putIfAbsent(line.ask().receiver(), words);
    }
    var day = at.atZone(Age.CALENDAR).toLocalDate();
    var all = new ArrayList<Statute>();
    around.forEach(
        (sender, words) -> {
          var party = words.parties().get(sender.oin());
          if (party != null && party.holds(sender.role(), day)) {
            words.rules().stream()
                .filter(rule -> isOf(rule, sender, party, child))
                .filter(rule -> !child.cover().hides(rule.purpose()))
                .filter(rule -> all.stream().noneMatch(one -> isSame(one, rule, party)))
                .map(rule -> statute(rule, sender, words, child.cover()))
                .forEach(all::add);
          }
        });
    return all;
  }

  /// An organisation may do it in more than one role; a family reads it once.
  private static boolean isSame(Statute one, Rule rule, Party party) {
    return one.sender().equals(party.oin()) && one.rule().equals(rule.id());
  }

  private static boolean isOf(Rule rule, PartyRole sender, Party party, Child child) {
    return (rule.lane() == Lane.WETTELIJK || rule.publicTask())
        && rule.lane() != Lane.TOESTEMMING
        && !rule.aggregateOnly()
        && rule.otherChannel().isEmpty()
        && rule.from().contains(sender.role())
        && (rule.fromKinds().isEmpty() || rule.fromKinds().contains(party.kind()))
        && (child.age().isEmpty()
            ? rule.ages().isEverybody()
            : rule.ages().hold(child.age().get()));
  }

  private static Statute statute(Rule rule, PartyRole sender, Convenant words, Cover cover) {
    return new Statute(
        sender.oin(),
        rule.id(),
        sender.role(),
        rule.purpose(),
        Who.of(sender, words, cover).withoutRole(),
        Around.sentence(rule, words),
        Around.names(allowed(rule), words),
        rule.grounds().stream().map(LawRef::toString).toList(),
        Around.why(rule) == Why.TAAK && rule.lane() != Lane.OVERRIDE,
        cover.contact(sender, words));
  }

  private static Set<DataCategory> allowed(Rule rule) {
    return rule.categories().entrySet().stream()
        .filter(entry -> entry.getValue().presence() != Presence.VERBODEN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
