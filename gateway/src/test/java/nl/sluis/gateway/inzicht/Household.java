package nl.sluis.gateway.inzicht;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.gateway.nacontrole.Family.Reported;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantReader;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A family with a child, and what can happen around it, for specs about what each of them sees.
public final class Household {
  static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  static final UUID CHILD = new UUID(0, 1);
  static final UUID MOTHER = new UUID(0, 2);
  static final UUID FATHER = new UUID(0, 3);
  static final UUID GUARDIAN = new UUID(0, 4);
  static final UUID STRANGER = new UUID(0, 5);

  /// The words in which it is told.
  public static final Convenant WORDS = convenant();

  static final Happened.Between CONCERN =
      between(
          "signaal-bespreken-cjg",
          "school-duinpieper",
          Role.SCHOOL_IB,
          "cjg-kennemerland",
          Role.CJG_COACH);
  static final Happened.Between REPORT =
      between("vt-melding", "school-duinpieper", Role.SCHOOL_IB, "veilig-thuis", Role.VEILIG_THUIS);

  private Household() {}

  private static Convenant convenant() {
    return convenant(
        Objects.requireNonNull(perVersion().get("convenant/zuid-kennemerland/2026-09/")));
  }

  /// Every convenant of this release.
  public static List<Convenant> everywhere() {
    return perVersion().values().stream().map(Household::convenant).toList();
  }

  private static Map<String, Map<String, String>> perVersion() {
    var files = new TreeMap<String, String>();
    ConvenantFiles.paths(read(ConvenantFiles.INDEX)).forEach(path -> files.put(path, read(path)));
    return ConvenantFiles.perVersion(files);
  }

  private static Convenant convenant(Map<String, String> files) {
    return switch (ConvenantReader.read(files)) {
      case ConvenantReader.Result.Whole(var whole) -> whole;
      case ConvenantReader.Result.Broken(var faults) ->
          throw new IllegalStateException(faults.toString());
    };
  }

  private static String read(String path) {
    try (InputStream in = Household.class.getClassLoader().getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Happened.Between between(String purpose, String from, Role as, String to, Role inRole) {
    return new Happened.Between(
        new Purpose(purpose),
        new PartyRole(WORDS.party(from).orElseThrow().oin(), as),
        new PartyRole(WORDS.party(to).orElseThrow().oin(), inRole));
  }

  /// Somebody who looks at this child.
  static Viewer.Person viewer(UUID person) {
    return new Viewer.Person(CHILD, person);
  }

  /// A child of this age whose parents are separated and both have gezag.
  static Records records(int age, CustodySituation situation, Set<UUID> holders) {
    return records(age, situation, holders, Set.of());
  }

  static Records records(
      int age, CustodySituation situation, Set<UUID> holders, Set<UUID> shielded) {
    var custody =
        new CustodyFact(
            1,
            situation,
            CustodySource.GEZAGSREGISTER,
            LocalDate.parse("2026-01-01"),
            Instant.parse("2026-01-01T00:00:00Z"),
            holders);
    return new Records(
        LocalDate.parse("2026-11-25").minusYears(age),
        List.of(custody),
        List.of(),
        shielded,
        List.of(),
        List.of(),
        Set.of(),
        Map.of(),
        List.of());
  }

  static Records apart(int age) {
    return records(age, CustodySituation.GEZAMENLIJK_GESCHEIDEN, Set.of(MOTHER, FATHER));
  }

  /// Something that happened, of this kind, at this instant.
  static Happened happened(
      long index, Told told, Instant at, Happened.Between between, Set<DataCategory> categories) {
    return new Happened(
        index,
        told,
        at,
        new UUID(7, index),
        between,
        "",
        "",
        categories,
        Set.of(),
        Set.of(),
        Set.of(),
        told == Told.STOP_BEVESTIGD ? "gewist" : "");
  }

  static Happened happened(Told told, Happened.Between between) {
    return happened(1, told, NOW.minusSeconds(3600), between, Set.of(DataCategory.K09));
  }

  /// What went out for safety's sake, of which the family was told or not.
  static Reported reported(Happened what, boolean informed, boolean reporterHidden) {
    var between = what.between();
    return new Reported(
        what.about(),
        between.from(),
        between.to(),
        between.purpose(),
        "X16",
        what.at(),
        informed,
        reporterHidden,
        Optional.empty());
  }

  static Sieve.Facts facts(Records records, Hidden hidden, Reported... reports) {
    var byExchange = new TreeMap<UUID, Reported>();
    for (var report : reports) {
      byExchange.put(report.transaction(), report);
    }
    return new Sieve.Facts(_ -> records, hidden, byExchange, _ -> WORDS);
  }
}
