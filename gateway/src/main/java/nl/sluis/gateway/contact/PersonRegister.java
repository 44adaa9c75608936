package nl.sluis.gateway.contact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.contact.Wall;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Role;

/// Watches the walls between roles: whoever did something for a child in one role does nothing for
/// that child in a role across a wall, whoever employs that person.
///
/// A report on safety is never held back; it leaves a signal. What it does not see: who opened a
/// message, and somebody whose second job neither organisation declared. May be shared between
/// threads.
public final class PersonRegister implements Register {
  private static final String WHERE = "handelend";

  private final SubjectReference references;
  private final PersonTable table;

  /// @param region in whose part of the database it stands
  /// @param references keys the words for people
  public PersonRegister(String region, SubjectReference references) {
    this.references = references;
    this.table = new PersonTable(region);
  }

  /// Who is the same person as whom.
  private record Links(Map<String, Set<String>> same) {}

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    var acting = message.acting();
    if (acting.isEmpty() || found.subject().isEmpty()) {
      return Testimony.silent();
    }
    var person = PersonDesk.keyed(references, message.from().oin(), acting.get().id());
    var people = new TreeSet<>(links(found).same().getOrDefault(person, Set.of()));
    var twofold = !people.isEmpty();
    people.add(person);
    boolean safety = rule.lane() == Lane.OVERRIDE;
    if (twofold && !safety && !chose(found, message, person)) {
      return Testimony.against(ScanFinding.ROL_NIET_GEKOZEN, WHERE);
    }
    var role = message.from().role();
    if (!convenant.arrangements().isWalled(role)) {
      return Testimony.silent();
    }
    var before = table.used(found.tx(), found.subject().get(), people);
    var crossed = convenant.arrangements().crossed(role, before);
    return crossed.isEmpty()
        ? Testimony.silent()
        : testimony(found, message, crossed, before, safety);
  }

  private static Testimony testimony(
      Found found, SignedMessage message, List<Wall> crossed, Set<Role> before, boolean safety) {
    var findings = new HashSet<ScanFinding.Found>();
    if (!safety && crossed.stream().anyMatch(w -> w.effect() == Wall.Effect.WEIGEREN)) {
      findings.add(new ScanFinding.Found(ScanFinding.MUUR, WHERE));
    }
    var signals = crossed.stream().map(w -> signal(found, message, w, before, safety)).toList();
    return new Testimony(Set.of(), findings, Map.of(), signals);
  }

  private static Entry signal(
      Found found, SignedMessage message, Wall wall, Set<Role> before, boolean safety) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("signaal", "muur").put("muur", wall.code());
    detail.put(
        "gevolg", safety ? "signaal" : wall.effect().name().toLowerCase(java.util.Locale.ROOT));
    detail.set("van", QuestionJson.party(message.from()));
    detail.set("eerder", QuestionJson.words(before));
    detail.put("ondertekenaar", message.signer().value()).put("jti", message.jti());
    return new Entry(EntryKind.SIGNAL, found.subject(), detail);
  }

  private boolean chose(Found found, SignedMessage message, String person) throws SQLException {
    return table.chosen(found.tx(), Set.of(person), found.at()).stream()
        .anyMatch(c -> c.seat().equals(message.from()));
  }

  /// Read once per batch, for almost nobody works for two organisations.
  private Links links(Found found) throws SQLException {
    var day = LocalDate.ofInstant(found.at(), Age.CALENDAR);
    return found.once().of(Links.class, tx -> new Links(table.links(tx, day)));
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
    var role = message.from().role();
    Optional<UUID> subject = found.subject();
    if (message.acting().isEmpty()
        || subject.isEmpty()
        || !convenant.arrangements().isWalled(role)) {
      return;
    }
    var person = PersonDesk.keyed(references, message.from().oin(), message.acting().get().id());
    table.use(found.tx(), person, subject.get(), role, found.at());
  }
}
