package nl.sluis.gateway.ondertekening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;

/// Vouches that somebody agrees to exactly this message, with a key or a sign-in of their own
/// (design 10.13).
///
/// The signature travels in the message under the precondition, or was brought beforehand and is
/// found by the digest of the proposal. Keys are read in the deciding transaction, never before.
/// May be shared between threads.
public final class SigningRegister implements Register {
  private static final String TOLD = "ondertekening";

  private final SignatoryTable table;
  private final SubjectReference references;

  /// @param region in whose part of the database it stands
  /// @param references keys the words for people
  public SigningRegister(String region, SubjectReference references) {
    this.table = new SignatoryTable(region);
    this.references = references;
  }

  /// What came of looking at what was signed.
  private sealed interface Look {
    record Counts(Agreement.Signed signed) implements Look {}

    record Lacking(Lack lack) implements Look {}
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    var signed =
        rule.conditions().stream()
            .flatMap(code -> Optional.ofNullable(convenant.conditions().get(code)).stream())
            .filter(condition -> condition.source() == Condition.Source.ONDERTEKEND)
            .toList();
    if (signed.isEmpty() || isAcute(message)) {
      return Testimony.silent();
    }
    var proposal = Proposal.of(message).orElse("");
    var told = JsonNodeFactory.instance.objectNode().put("voorstel", proposal);
    var met = new HashSet<String>();
    boolean used = isOnce(rule) && table.isUsed(found.tx(), message.from().oin(), proposal);
    for (var condition : signed) {
      var look =
          used ? new Look.Lacking(Lack.AL_GEBRUIKT) : look(found, message, condition, proposal);
      switch (look) {
        case Look.Counts(var agreed) -> {
          met.add(condition.code());
          agreed.tell(told.putObject(condition.code()).put("telt", true));
        }
        case Look.Lacking(var lack) ->
            told.putObject(condition.code())
                .put("telt", false)
                .put("gebrek", lack.code())
                .put("uitleg", lack.sentence());
      }
    }
    return new Testimony(met, Set.of(), Map.of(TOLD, told), List.of());
  }

  private Look look(Found found, SignedMessage message, Condition condition, String proposal)
      throws SQLException {
    var party = message.from().oin();
    var asked =
        new Asked(condition, proposal, acting(party, message), named(party, message), found.at());
    var claim = Optional.ofNullable(message.conditions().get(condition.code()));
    var text = claim.map(c -> c.path(Proposal.SIGNATURE).asText("")).orElse("");
    try {
      var candidates =
          text.isEmpty()
              ? table.agreed(found.tx(), party, condition.code(), proposal)
              : read(found.tx(), party, text);
      if (candidates.isEmpty()) {
        return new Look.Lacking(text.isEmpty() ? Lack.ONTBREEKT : Lack.SLEUTEL_ONBEKEND);
      }
      var lacks = new ArrayList<Lack>();
      for (var candidate : candidates) {
        var lack = asked.lack(candidate);
        if (lack.isEmpty()) {
          return new Look.Counts(candidate);
        }
        lacks.add(lack.get());
      }
      return new Look.Lacking(lacks.getFirst());
    } catch (JwsFault _) {
      return new Look.Lacking(Lack.VORM_ONJUIST);
    }
  }

  /// What a text says that was signed with a key of this person at this organisation, the newest
  /// registration first; nothing when there is no such key.
  List<Agreement.Signed> read(Connection tx, Oin party, String text) throws JwsFault, SQLException {
    var signed = new ArrayList<Agreement.Signed>();
    for (var who : table.withPrint(tx, party, SignedAgreement.print(text))) {
      if (who.key().isPresent()) {
        var statement = SignedAgreement.agreement(text, who.key().get());
        var person = keyed(party, statement.text("sub"));
        if (statement.signer().equals(party) && person.equals(who.person())) {
          signed.add(new Agreement.Signed(who, SignedAgreement.said(statement)));
        }
      }
    }
    return signed;
  }

  private Set<String> acting(Oin party, SignedMessage message) {
    var acting = new HashSet<String>();
    message.acting().map(Acting::id).map(id -> keyed(party, id)).ifPresent(acting::add);
    message
        .meldcode()
        .map(record -> record.path("melder").path("id").asText(""))
        .filter(id -> !id.isBlank())
        .map(id -> keyed(party, id))
        .ifPresent(acting::add);
    return acting;
  }

  private Optional<Asked.Named> named(Oin party, SignedMessage message) {
    return message
        .meldcode()
        .map(record -> record.path("aandachtsfunctionaris"))
        .filter(JsonNode::isObject)
        .map(
            part ->
                new Asked.Named(
                    keyed(party, part.path("id").asText("")), part.path("advies").asText("")));
  }

  String keyed(Oin party, String word) {
    return HexFormat.of().formatHex(references.keyedEmployee(party, word.strip()));
  }

  private static boolean isAcute(SignedMessage message) {
    return message.meldcode().map(record -> record.path("acuut").asBoolean(false)).orElse(false);
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
    if (isOnce(rule)) {
      table.use(
          found.tx(),
          message.from().oin(),
          Proposal.of(message).orElseThrow(),
          transaction,
          found.at());
    }
  }

  /// What two people take upon themselves passes once (domain 3.5).
  private static boolean isOnce(Rule rule) {
    return rule.lane() == Lane.CONFLICT_VAN_PLICHTEN;
  }
}
