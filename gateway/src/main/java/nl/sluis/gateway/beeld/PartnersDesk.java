package nl.sluis.gateway.beeld;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluis.gateway.aansluiting.Expiry;
import nl.sluis.gateway.aansluiting.Overview;
import nl.sluis.gateway.beeld.PartnersModel.Count;
import nl.sluis.gateway.beeld.PartnersModel.Mark;
import nl.sluis.gateway.beeld.PartnersModel.Row;
import nl.sluis.gateway.beeld.PartnersModel.Source;
import nl.sluis.gateway.peer.Revocation.Basis;
import nl.sluis.gateway.peer.Revocation.Freshness;
import nl.sluis.gateway.peer.Sightings.Seen;
import nl.sluis.gateway.peer.Standing;

/// Knows how it is with partners: who may come in, when each was last here, and what of it ends.
///
/// Nothing here is about a person. What is known of revocation is what this gateway knows. May be
/// shared between threads.
public final class PartnersDesk {
  private static final Mark RENEWING = new Mark("vernieuwt", false);

  private final DataSource database;
  private final Overview overview;
  private final Supplier<List<Basis>> revocation;

  /// @param overview knows how partners stand
  /// @param revocation by what this gateway knows what authorities took back
  public PartnersDesk(DataSource database, Overview overview, Supplier<List<Basis>> revocation) {
    this.database = database;
    this.overview = overview;
    this.revocation = revocation;
  }

  /// How it is now.
  PartnersModel look(Instant now) throws SQLException {
    List<Overview.One> all;
    try (var connection = database.getConnection()) {
      all = overview.all(connection, now);
    }
    var sources = revocation.get().stream().map(basis -> source(basis, now)).toList();
    var rows = all.stream().map(one -> row(one, sources, now)).toList();
    return new PartnersModel(counts(rows), rows, sources);
  }

  private static List<Count> counts(List<Row> rows) {
    var marks =
        rows.stream()
            .flatMap(
                row ->
                    row.renewing()
                        ? Stream.of(row.standing(), RENEWING)
                        : Stream.of(row.standing()))
            .collect(Collectors.groupingBy(mark -> mark, Collectors.counting()));
    return Stream.of(standing(Standing.TOEGELATEN), standing(Standing.GESCHORST), RENEWING)
        .map(mark -> new Count(mark, marks.getOrDefault(mark, 0L)))
        .toList();
  }

  private static Mark standing(Standing standing) {
    return new Mark(standing.code(), standing != Standing.TOEGELATEN);
  }

  private static Row row(Overview.One one, List<Source> sources, Instant now) {
    var came = one.seen().flatMap(Seen::came);
    var refused =
        one.seen()
            .flatMap(Seen::refused)
            .filter(at -> came.filter(inside -> inside.isAfter(at)).isEmpty());
    var certificate = one.certificate();
    var issuer = certificate.map(seen -> seen.issuer()).orElse("");
    return new Row(
        one.name(),
        one.oin().value(),
        standing(one.standing()),
        one.renewing(),
        came.map(IntegrityModel::moment).orElse(""),
        refused.map(IntegrityModel::moment).orElse(""),
        refused.flatMap(_ -> one.seen().flatMap(Seen::cause)).orElse(""),
        certificate.map(seen -> days(seen.until(), now)).orElse(0L),
        certificate.map(seen -> lasts(seen.until(), now)).orElse(new Mark("nooit-gezien", false)),
        certificate.map(seen -> IntegrityModel.moment(seen.until())).orElse(""),
        one.keys(),
        signing(one, now),
        sources.stream().filter(source -> source.issuer().equals(issuer)).toList());
  }

  private static Mark signing(Overview.One one, Instant now) {
    if (one.keys() == 0) {
      return new Mark("geen-sleutel", true);
    }
    return one.near().stream()
        .filter(end -> end.what().equals("ondertekensleutel"))
        .findFirst()
        .map(end -> lasts(end.at(), now))
        .orElse(new Mark("goed", false));
  }

  /// Within sixty days it ends soon, and within fourteen somebody is late.
  private static Mark lasts(Instant until, Instant now) {
    long days = days(until, now);
    return days < 0
        ? new Mark("voorbij", true)
        : days < Expiry.DAYS.get(2)
            ? new Mark("bijna-voorbij", true)
            : days < Expiry.DAYS.getFirst() ? new Mark("eindigt", false) : new Mark("goed", false);
  }

  private static long days(Instant until, Instant now) {
    return new Expiry("", "", until).daysLeft(now);
  }

  private static Source source(Basis basis, Instant now) {
    var freshness = basis.freshness(now);
    return new Source(
        basis.issuer(),
        basis.manner(),
        basis.address(),
        basis.thisUpdate().map(at -> Duration.between(at, now).toHours()).orElse(-1L),
        basis.nextUpdate().map(IntegrityModel::moment).orElse(""),
        mark(basis, freshness));
  }

  /// An answer grows old when nobody of that authority comes in, and is asked anew when somebody
  /// does: of a responder no age is bad by itself.
  private static Mark mark(Basis basis, Freshness freshness) {
    boolean list = basis.manner().equals("crl");
    return switch (freshness) {
      case VERS -> new Mark("vers", false);
      case BIJNA_OP -> list ? new Mark("bijna-op", true) : new Mark("vers", false);
      case VEROUDERD -> list ? new Mark("verouderd", true) : new Mark("oud-antwoord", false);
      case ONTBREEKT -> list ? new Mark("ontbreekt", true) : new Mark("niet-gevraagd", false);
    };
  }

  /// The same as lines of a file; the first holds the names of the columns.
  static List<List<String>> lines(PartnersModel model) {
    var lines = new ArrayList<List<String>>();
    lines.add(
        List.of(
            "naam",
            "oin",
            "stand",
            "vernieuwt",
            "laatst binnen",
            "laatst geweigerd",
            "oorzaak",
            "certificaat tot",
            "certificaat dagen",
            "certificaat stand",
            "sleutels",
            "sleutels stand",
            "intrekking"));
    for (var row : model.rows()) {
      lines.add(
          List.of(
              row.name(),
              row.oin(),
              row.standing().word(),
              row.renewing() ? "ja" : "nee",
              row.came(),
              row.refused(),
              row.cause(),
              row.until(),
              row.until().isEmpty() ? "" : String.valueOf(row.days()),
              row.certificate().word(),
              String.valueOf(row.keys()),
              row.signing().word(),
              row.revocation().stream()
                  .map(
                      source ->
                          "%s %s (%d uur)"
                              .formatted(
                                  source.manner(), source.freshness().word(), source.hours()))
                  .collect(Collectors.joining(", "))));
    }
    return lines;
  }
}
