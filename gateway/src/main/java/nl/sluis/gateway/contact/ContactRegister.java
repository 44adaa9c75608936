package nl.sluis.gateway.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.policies.contact.Contact;
import nl.sluis.policies.contact.ContactBook;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;

/// Says for whom within a receiver a parcel is: a function, and whoever holds it on the day that
/// the receiver looks.
///
/// It decides nothing: which organisation receives follows from the convenant. May be shared
/// between threads.
public final class ContactRegister implements Register {
  /// The claim by which a school says for which of its parts a message is.
  public static final String CLAIM = "contactpunt";

  private final DataSource database;
  private final CurrentLaw law;
  private final ContactTable table;

  /// @param region in whose part of the database the register stands
  public ContactRegister(String region, DataSource database, CurrentLaw law) {
    this.database = database;
    this.law = law;
    this.table = new ContactTable(region);
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule) {
    return Testimony.silent();
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
    var claim = message.conditions().get(CLAIM);
    if (claim == null) {
      return;
    }
    var part = claim.path("deel").asText();
    if (partsBetween(convenant, message).contains(part)) {
      table.route(found.tx(), parcel, part);
    }
  }

  private static List<String> partsBetween(Convenant convenant, SignedMessage message) {
    var school = convenant.parties().get(message.from().oin());
    return school == null
        ? List.of()
        : convenant
            .arrangements()
            .contact(message.to().role())
            .map(c -> c.partsOf(school.kind()))
            .orElse(List.of());
  }

  /// Who is meant by each of these parcels, as far as the register knows.
  public Map<UUID, ObjectNode> meant(List<ParcelRow> parcels, Instant now) throws SQLException {
    var meant = new HashMap<UUID, ObjectNode>();
    if (parcels.isEmpty()) {
      return meant;
    }
    try (var connection = database.getConnection()) {
      var routes = table.routes(connection, parcels.stream().map(ParcelRow::id).toList());
      var book =
          table.of(
              connection, parcels.stream().map(p -> p.sender().oin()).collect(Collectors.toSet()));
      for (var parcel : parcels) {
        contact(parcel, Optional.ofNullable(routes.get(parcel.id())), book, now)
            .ifPresent(c -> meant.put(parcel.id(), ContactDesk.json(c)));
      }
    }
    return meant;
  }

  private Optional<Contact> contact(
      ParcelRow parcel, Optional<String> said, ContactBook book, Instant now) {
    var school = parcel.sender().oin();
    var role = parcel.receiver().role();
    var convenant = law.now().couldGovern(parcel.sender(), parcel.receiver(), now).getFirst();
    var kind = Optional.ofNullable(convenant.parties().get(school)).map(p -> p.kind()).orElse("");
    return said.or(() -> convenant.arrangements().contact(role).flatMap(c -> c.onlyPartOf(kind)))
        .flatMap(part -> book.at(school, part, role, LocalDate.ofInstant(now, Age.CALENDAR)))
        .filter(c -> c.supplier().equals(parcel.receiver().oin()));
  }
}
