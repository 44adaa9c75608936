package nl.sluis.gateway.contact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.contact.Contact;
import nl.sluis.policies.contact.ContactEntry;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Where the party that supplies a contact says who it is, and where others read it.
///
/// May be shared between threads.
public final class ContactDesk {
  private final DataSource database;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final Supplier<UUID> ids;
  private final ContactTable table;

  /// @param region in whose part of the database the register stands
  /// @param ids random identifiers of lines
  public ContactDesk(
      String region, DataSource database, CurrentLaw law, Mandates mandates, Supplier<UUID> ids) {
    this.database = database;
    this.law = law;
    this.mandates = mandates;
    this.ids = ids;
    this.table = new ContactTable(region);
  }

  /// Adds a line about the function in which the party acts.
  public Work<Outcome> add(Oin caller, PartyRole party, ContactDraft draft) {
    var onBehalf =
        new OnBehalf(caller, party, Optional.empty(), EnumSet.allOf(Role.class), law, mandates);
    return new Filing(
        Needs.nothing(),
        EntryKind.CONTACT,
        onBehalf,
        (found, detail) -> {
          var faults = draft.faults(found.at());
          if (!faults.isEmpty()) {
            return new Filing.Result.Stopped(new Outcome.Faulty(faults));
          }
          var school = new Oin(draft.school());
          var convenant = between(school, party, found.at());
          if (convenant.isEmpty()) {
            return Filing.notAllowed(
                Denial.NIET_DE_VASTE_ONTVANGER,
                "Alleen wie voor deze school het vaste aanspreekpunt levert, houdt dit bij.");
          }
          if (!parts(convenant.get(), school, party.role()).contains(draft.part())) {
            return Filing.fault("deel", "Dit deel heeft deze school in het convenant niet.");
          }
          var id = ids.get();
          table.add(found.tx(), id, draft.entry(party), found.at());
          detail.put("school", draft.school()).put("deel", draft.part());
          detail.put("wat", draft.kind()).put("team", draft.team());
          detail.put("vanaf", draft.from()).put("tot", draft.until());
          return new Filing.Result.Filed(id.toString());
        });
  }

  /// The convenant in which this party supplies the contact of this school in its role.
  private Optional<Convenant> between(Oin school, PartyRole supplier, Instant at) {
    var day = LocalDate.ofInstant(at, Age.CALENDAR);
    return law.now().inForce(at).stream()
        .filter(
            c -> {
              var of = c.parties().get(school);
              var by = c.parties().get(supplier.oin());
              if (of == null || by == null || !of.isBoundOn(day) || !by.isBoundOn(day)) {
                return false;
              }
              var fixed = of.fixedContact(supplier.role());
              return fixed.isPresent()
                  ? fixed.get().equals(supplier.oin())
                  : of.municipalitiesOn(day).stream().anyMatch(m -> by.serves(m, day));
            })
        .findFirst();
  }

  private static List<String> parts(Convenant convenant, Oin school, Role role) {
    var of = convenant.parties().get(school);
    return of == null
        ? List.of()
        : convenant.arrangements().contact(role).map(c -> c.partsOf(of.kind())).orElse(List.of());
  }

  /// Who speaks for a school today, in every function, and which one the family speaks with.
  ///
  /// @param part for which part of the school; empty when the school has one
  public Optional<ObjectNode> today(Oin school, String part, Instant now) throws SQLException {
    var day = LocalDate.ofInstant(now, Age.CALENDAR);
    var convenant =
        law.now().inForce(now).stream().filter(c -> c.parties().containsKey(school)).findFirst();
    if (convenant.isEmpty()) {
      return Optional.empty();
    }
    try (var connection = database.getConnection()) {
      var book = table.of(connection, Set.of(school));
      var body = JsonNodeFactory.instance.objectNode();
      body.put("school", school.value());
      var list = body.putArray("contacten");
      for (var function : convenant.get().arrangements().contacts()) {
        for (var one : parts(convenant.get(), school, function.role())) {
          if (part.isEmpty()
              || part.equals(one)
              || isOnlyPart(convenant.get(), school, function.role())) {
            book.at(school, one, function.role(), day).ifPresent(c -> list.add(json(c)));
          }
        }
      }
      family(convenant.get(), school, part, day, book).ifPresent(c -> body.set("gezin", json(c)));
      return Optional.of(body);
    }
  }

  private static boolean isOnlyPart(Convenant convenant, Oin school, Role role) {
    return parts(convenant, school, role).size() == 1;
  }

  /// One contact, however many functions the school has.
  private static Optional<Contact> family(
      Convenant convenant,
      Oin school,
      String part,
      LocalDate day,
      nl.sluis.policies.contact.ContactBook book) {
    return convenant.arrangements().familyContacts().stream()
        .flatMap(
            role ->
                parts(convenant, school, role).stream()
                    .filter(p -> p.equals(part) || isOnlyPart(convenant, school, role))
                    .flatMap(p -> book.at(school, p, role, day).stream()))
        .findFirst();
  }

  /// A contact in the words of the interface.
  static ObjectNode json(Contact contact) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("partij", contact.supplier().value()).put("functie", contact.role().code());
    node.put("deel", contact.part()).put("team", contact.team());
    contact.person().ifPresent(p -> node.put("persoon", p));
    return node.put("hoe", contact.standing().name().toLowerCase(Locale.ROOT));
  }

  /// A line as it was handed in.
  ///
  /// @param school for which school
  /// @param part for which part of it
  /// @param kind `vast`, `afwezig`, `aanwezig` or `vervanging`
  /// @param team the team in which the function sits
  /// @param person the word for the person
  /// @param replaces the word for whom the person stands in
  /// @param from first day
  /// @param until first day on which it is so no more; empty when there is none
  public record ContactDraft(
      String school,
      String part,
      String kind,
      String team,
      String person,
      String replaces,
      String from,
      String until) {

    List<Outcome.Fault> faults(Instant at) {
      return ContactCheck.faults(this, at);
    }

    ContactEntry entry(PartyRole supplier) {
      return new ContactEntry(
          new Oin(school),
          part,
          supplier.role(),
          ContactEntry.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
          supplier.oin(),
          team,
          person,
          Optional.of(replaces).filter(r -> !r.isEmpty()),
          LocalDate.parse(from),
          Optional.of(until).filter(u -> !u.isEmpty()).map(LocalDate::parse),
          0);
    }
  }
}
