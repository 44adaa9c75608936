package nl.sluis.gateway.overleg;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.overleg.MemberList.Contribution;
import nl.sluis.policies.terms.Oin;

/// Vouches that a message is from one member of a table to another, whose list was frozen before.
///
/// That is one precondition among the others of the rule: consent and all else are decided as for
/// any message. There is no second road to the data.
public final class OverlegRegister implements Register {
  private static final String CONDITION = MemberList.CONDITION;

  private final OverlegTable table;
  private final SubjectReference references;

  /// @param region in whose part of the database the tables stand
  /// @param references keys the words for people
  /// @param keys seals what is written in free words
  public OverlegRegister(String region, SubjectReference references, HourKeys keys) {
    this.table = new OverlegTable(region, keys);
    this.references = references;
  }

  static String word(Contribution contribution) {
    return contribution.name().toLowerCase(Locale.ROOT);
  }

  /// The keyed word by which an organisation points at somebody who works there.
  static String keyed(SubjectReference references, Oin oin, String person) {
    return HexFormat.of().formatHex(references.keyedPerson(oin, "medewerker\n" + person));
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    var claim = rule.conditions().contains(CONDITION) ? Claim.of(message) : Optional.<Claim>empty();
    if (claim.isEmpty() || found.subject().isEmpty()) {
      return Testimony.silent();
    }
    table.share(found.tx(), claim.get().overleg());
    var overleg = table.find(found.tx(), claim.get().overleg());
    if (overleg.isEmpty() || !isMet(found, message, convenant, overleg.get(), claim.get())) {
      return Testimony.silent();
    }
    var told =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", overleg.get().id().toString())
            .put("soort", overleg.get().kind())
            .put("bijdrage", word(claim.get().contribution()));
    return new Testimony(Set.of(CONDITION), Set.of(), Map.of("overleg", told), List.of());
  }

  private boolean isMet(
      Found found, SignedMessage message, Convenant convenant, Overleg overleg, Claim claim) {
    var kind = convenant.arrangements().table(overleg.kind());
    var person = message.acting().map(Acting::id).orElse("");
    return kind.isPresent()
        && overleg.isOpen(found.at(), kind.get().days())
        && overleg.purpose().equals(message.purpose())
        && found.subject().filter(overleg.subjects()::contains).isPresent()
        && new MemberList(kind.get(), overleg.members())
            .allows(
                message.from(),
                keyed(references, message.from().oin(), person),
                message.to(),
                claim.contribution());
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
    var claim = rule.conditions().contains(CONDITION) ? Claim.of(message) : Optional.<Claim>empty();
    if (claim.isEmpty() || found.subject().isEmpty()) {
      return;
    }
    var exchange = new MemberList.Exchange<>(message.from(), message.to(), found.subject().get());
    table.addMessage(
        found.tx(),
        claim.get().overleg(),
        transaction,
        exchange,
        claim.get().contribution(),
        found.at());
  }

  /// What a sender claims: for which table, and whether it brings in or minutes.
  private record Claim(UUID overleg, Contribution contribution) {
    static Optional<Claim> of(SignedMessage message) {
      ObjectNode claim = message.conditions().get(CONDITION);
      if (claim == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Claim(
                UUID.fromString(claim.path("overleg").asText()),
                "verslag".equals(claim.path("bijdrage").asText())
                    ? Contribution.VERSLAG
                    : Contribution.INBRENG));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
  }
}
