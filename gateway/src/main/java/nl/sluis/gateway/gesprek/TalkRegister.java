package nl.sluis.gateway.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// Remembers which talks with the family senders claim, and takes a claim away that the family
/// denies.
///
/// A denied talk is a missing talk: the sender hears no difference, at acceptance nor at the
/// handing over of what waits. What was delivered stays delivered. A later talk is another talk.
/// May be shared between threads.
public final class TalkRegister implements Register {
  private final TalkTable table;
  private final SubjectReference references;
  private final Supplier<UUID> ids;

  /// @param references makes keyed hashes of what is claimed
  /// @param ids random identifiers of talks
  public TalkRegister(TalkTable table, SubjectReference references, Supplier<UUID> ids) {
    this.table = table;
    this.references = references;
    this.ids = ids;
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    var claimed = claimed(message, convenant, rule);
    if (claimed.isEmpty() || found.subject().isEmpty()) {
      return Testimony.silent();
    }
    var denied = table.denied(found.tx(), found.subject().get(), message.from().oin());
    var without = new HashSet<String>();
    for (var code : claimed) {
      var until = denied.get(code);
      var date = date(message.conditions().get(code));
      if (until != null && date.filter(until::isBefore).isEmpty()) {
        without.add(code);
      }
    }
    return Testimony.without(without);
  }

  @Override
  public void passed(
      Found found,
      SignedMessage message,
      Convenant convenant,
      Rule rule,
      UUID transaction,
      UUID parcel)
      throws SQLException {
    if (found.subject().isEmpty()) {
      return;
    }
    for (var code : claimed(message, convenant, rule)) {
      var claim = message.conditions().get(code);
      var date = date(claim);
      if (claim != null && date.isPresent()) {
        var talk =
            new Talk(
                ids.get(),
                found.subject().get(),
                transaction,
                code,
                message.purpose(),
                message.from(),
                message.to(),
                date.get(),
                Hmac.of(references.keyedClaim(message.from().oin(), claim.toString())));
        table.add(found.tx(), talk, found.at());
      }
    }
  }

  /// The preconditions of a waiting parcel that rest on a talk which the family denies meanwhile.
  ///
  /// @param transaction the exchange with which the talks were claimed
  public Set<String> denied(Connection tx, UUID subject, Oin from, UUID transaction)
      throws SQLException {
    var denied = table.denied(tx, subject, from);
    var without = new HashSet<String>();
    if (denied.isEmpty()) {
      return without;
    }
    for (var talk : table.of(tx, transaction)) {
      var until = denied.get(talk.condition());
      if (until != null && !until.isBefore(talk.date())) {
        without.add(talk.condition());
      }
    }
    return without;
  }

  private static List<String> claimed(SignedMessage message, Convenant convenant, Rule rule) {
    return rule.conditions().stream()
        .filter(code -> message.conditions().containsKey(code))
        .filter(code -> isShown(convenant.conditions().get(code)))
        .toList();
  }

  private static boolean isShown(@Nullable Condition condition) {
    return condition != null && condition.shown();
  }

  private static Optional<LocalDate> date(@Nullable JsonNode claim) {
    if (claim == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(claim.path("datum").asText()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
