package nl.sluis.gateway.inzicht;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.policies.terms.Age;

/// Everything that happened about a child in some days and that a family could ever be told: also
/// what is hidden now, and from whom it is hidden plays no part.
///
/// Nothing of it may leave the house as it is. May be shared between threads; it reads on the
/// connection of its caller.
public final class MonthThings {
  private final RowWindow rows;
  private final StopTable stops;
  private final ConsentDesk asks;
  private final FactReader facts;
  private final Merges merges;

  /// @param region in whose part of the database all of it lives
  public MonthThings(String region, KeyVault vault, FactSeal seal, SubjectRegister subjects) {
    this.rows = new RowWindow(new LogReader(region, vault));
    this.stops = new StopTable(region);
    this.asks = new ConsentDesk(region, seal, ConsentParameters.strict());
    this.facts = new FactReader(region, seal);
    this.merges = new Merges(region, seal, subjects);
  }

  /// Everything of these days, from the rows up to this instant and the own words of who has this
  /// place.
  public List<Thing> of(Connection tx, Place place, LocalDate first, LocalDate last, Instant until)
      throws SQLException {
    var found = new ArrayList<>(said(tx, place, until));
    for (var subject : FactsOf.subjects(tx, merges, place.subject())) {
      found.addAll(happened(tx, subject, first, last, until));
    }
    return within(found, first, last);
  }

  /// What rows about this one child tell of these days, and about no child that it turned out to
  /// be.
  public List<Thing> rows(
      Connection tx, UUID subject, LocalDate first, LocalDate last, Instant until)
      throws SQLException {
    return within(happened(tx, subject, first, last, until), first, last);
  }

  private static List<Thing> within(List<Thing> found, LocalDate first, LocalDate last) {
    found.removeIf(thing -> thing.day().isBefore(first) || thing.day().isAfter(last));
    return found;
  }

  /// These things again, of this child; those whose rows cannot be read any more are left out.
  public List<Thing> again(Connection tx, Place place, Collection<Ref> refs, Instant until)
      throws SQLException {
    var found = new ArrayList<Thing>();
    if (refs.stream().anyMatch(Ref::own)) {
      said(tx, place, until).stream().filter(one -> refs.contains(one.ref())).forEach(found::add);
    }
    var subjects = FactsOf.subjects(tx, merges, place.subject());
    for (var ref : refs) {
      if (!ref.own()) {
        for (var subject : subjects) {
          rows.at(tx, subject, ref.number())
              .flatMap(row -> Happened.of(row, id -> stop(tx, id)))
              .map(Thing::of)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private List<Thing> happened(
      Connection tx, UUID subject, LocalDate first, LocalDate last, Instant until)
      throws SQLException {
    var begin = first.atStartOfDay(Age.CALENDAR).toInstant().minus(RowWindow.SKEW);
    var found = new ArrayList<Thing>();
    long before = rows.below(tx, subject, RecordDesk.after(last), until);
    while (true) {
      var page = rows.next(tx, subject, before);
      for (var row : page) {
        if (!RowWindow.at(row).isAfter(until)) {
          Happened.of(row, id -> stop(tx, id)).map(Thing::of).ifPresent(found::add);
        }
      }
      if (page.size() < RowWindow.CHUNK || RowWindow.at(page.getLast()).isBefore(begin)) {
        return found;
      }
      before = page.getLast().index();
    }
  }

  private List<Thing> said(Connection tx, Place place, Instant until) throws SQLException {
    var all = asks.about(tx, place.subject());
    var queries = all.stream().map(one -> FactQuery.about(one.ask())).toList();
    var records = facts.records(tx, queries, until);
    var found = new ArrayList<Thing>();
    for (int i = 0; i < all.size(); i++) {
      var ask = all.get(i).ask();
      records.get(i).events().stream()
          .filter(event -> event.askId().equals(ask.id()) && event.isBy(place.person()))
          .filter(event -> !event.occurredAt().isAfter(until))
          .forEach(event -> found.addAll(Thing.of(ask, event)));
    }
    return found;
  }

  private Optional<Happened.Stop> stop(Connection tx, UUID id) {
    return FactsOf.stop(tx, stops, asks, id);
  }
}
