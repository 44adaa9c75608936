package nl.sluis.gateway.contact;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.contact.ContactBook;
import nl.sluis.policies.contact.ContactEntry;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// Stores the lines of the contact register, and for which part of a school a parcel is. May be
/// shared between threads.
final class ContactTable {
  private static final String ADD =
      """
      insert into contactpunt
        (region, id, school, deel, rol, soort, partij, team, persoon, vervangt, vanaf, tot,
        vastgelegd_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select school, deel, rol, soort, partij, team, persoon, vervangt, vanaf, tot, nummer
      from contactpunt
      where region = ? and school = any (?)
      order by nummer
      limit 10000
      """;
  private static final String ROUTE =
      """
      insert into contact_route (region, pakket, deel) values (?, ?, ?)
      """;
  private static final String ROUTES =
      """
      select pakket, deel from contact_route where region = ? and pakket = any (?)
      """;

  private final String region;

  ContactTable(String region) {
    this.region = region;
  }

  void add(Connection tx, UUID id, ContactEntry entry, Instant at) throws SQLException {
    try (var add = tx.prepareStatement(ADD)) {
      add.setString(1, region);
      add.setObject(2, id);
      add.setString(3, entry.school().value());
      add.setString(4, entry.part());
      add.setString(5, entry.role().code());
      add.setString(6, entry.kind().name());
      add.setString(7, entry.supplier().value());
      add.setString(8, entry.team());
      add.setString(9, entry.person());
      add.setString(10, entry.replaces().orElse(null));
      add.setObject(11, entry.from());
      add.setObject(12, entry.until().orElse(null));
      add.setObject(13, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  /// Every line about these schools.
  ContactBook of(Connection tx, Collection<Oin> schools) throws SQLException {
    var entries = new ArrayList<ContactEntry>();
    try (var find = tx.prepareStatement(FIND)) {
      find.setString(1, region);
      find.setArray(
          2, tx.createArrayOf("text", schools.stream().map(Oin::value).toArray(String[]::new)));
      try (var row = find.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
    }
    return new ContactBook(entries);
  }

  void route(Connection tx, UUID parcel, String part) throws SQLException {
    try (var add = tx.prepareStatement(ROUTE)) {
      add.setString(1, region);
      add.setObject(2, parcel);
      add.setString(3, part);
      add.executeUpdate();
    }
  }

  /// For which part each of these parcels is, as far as its sender said so.
  Map<UUID, String> routes(Connection tx, List<UUID> parcels) throws SQLException {
    var routes = new HashMap<UUID, String>();
    try (var find = tx.prepareStatement(ROUTES)) {
      find.setString(1, region);
      find.setArray(2, tx.createArrayOf("uuid", parcels.toArray()));
      try (var row = find.executeQuery()) {
        while (row.next()) {
          routes.put(row.getObject(1, UUID.class), row.getString(2));
        }
      }
    }
    return routes;
  }

  private static ContactEntry entry(ResultSet row) throws SQLException {
    return new ContactEntry(
        new Oin(row.getString(1)),
        row.getString(2),
        Role.of(row.getString(3)).orElseThrow(),
        ContactEntry.Kind.valueOf(row.getString(4)),
        new Oin(row.getString(5)),
        row.getString(6),
        row.getString(7),
        Optional.ofNullable(row.getString(8)),
        row.getObject(9, LocalDate.class),
        Optional.ofNullable(row.getObject(10, LocalDate.class)),
        row.getLong(11));
  }
}
