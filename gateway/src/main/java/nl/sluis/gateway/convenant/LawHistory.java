package nl.sluis.gateway.convenant;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.sluis.gateway.decision.Law;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Signatures;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.terms.NonEmpty;

/// The law as it was known at each moment: which texts had been seen by then, and who had signed
/// them.
///
/// A decision of the past is only the same when nothing that came later speaks of it: a version
/// that was taken up the week after, or a signature that was given since. Changes nothing. For one
/// thread.
public final class LawHistory {
  /// How far apart gateways may be in noticing a text or a signature; each looks every ten seconds.
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final int KEPT = 8;

  private final List<Convenant> versions;
  private final List<Signature> signatures;
  private final Map<String, Instant> seen;
  private final boolean examplesCount;
  private final List<String> faults;
  private final List<Instant> moments;
  private final Optional<Instant> first;
  private final Map<Moment, Law> made = new LinkedHashMap<>();

  /// What sets one law apart from another: how much had happened, and what must be among it.
  private record Moment(int happened, String cited) {}

  private LawHistory(
      Collection<Convenant> versions,
      Collection<Signature> signatures,
      Map<String, Instant> seen,
      boolean examplesCount,
      List<String> faults) {
    this.versions = List.copyOf(versions);
    this.signatures = List.copyOf(signatures);
    this.seen = Map.copyOf(seen);
    this.examplesCount = examplesCount;
    this.faults = List.copyOf(faults);
    var all = new TreeSet<Instant>();
    versions.forEach(version -> since(version).ifPresent(all::add));
    signatures.forEach(signature -> all.add(signature.at()));
    this.moments = List.copyOf(all);
    this.first = versions.stream().flatMap(v -> since(v).stream()).min(Instant::compareTo);
  }

  /// Reads the texts as they are now, those that were adopted as they were adopted, and when they
  /// and their signatures came.
  ///
  /// @param examplesCount whether convenanten with the status `voorbeeld` run here
  /// @throws IOException when the texts cannot be read
  public static LawHistory read(
      ConvenantTexts texts, ConvenantTable table, boolean examplesCount, Connection connection)
      throws IOException, SQLException {
    var read = Read.of(texts.read());
    var faults = new ArrayList<String>();
    read.broken().forEach(broken -> faults.addAll(broken.faults()));
    var adopted = table.adopted(connection);
    var versions = new ArrayList<Convenant>();
    read.whole()
        .forEach(
            (folder, convenant) -> {
              var before = adopted.get(convenant.id() + " " + convenant.version());
              if (before == null || before.equals(convenant.digest())) {
                versions.add(convenant);
              } else {
                faults.add(Convenanten.changed(folder));
              }
            });
    for (var digest : adopted.values()) {
      if (versions.stream().noneMatch(version -> version.digest().equals(digest))) {
        Read.of(table.kept(connection, digest)).whole().values().stream()
            .filter(version -> version.digest().equals(digest))
            .forEach(versions::add);
      }
    }
    var signatures =
        table.signatures(connection).stream().map(ConvenantTable.Given::signature).toList();
    return new LawHistory(versions, signatures, table.seen(connection), examplesCount, faults);
  }

  /// These versions, always there and signed by nobody; for examples.
  public static LawHistory ofExamples(NonEmpty<Convenant> versions) {
    return new LawHistory(versions.items(), List.of(), Map.of(), true, List.of());
  }

  /// Every version that is whole and may be used.
  public List<Convenant> versions() {
    return versions;
  }

  /// Every signature.
  public List<Signature> signatures() {
    return signatures;
  }

  /// What is wrong with the other texts, each with file, line and a Dutch sentence.
  public List<String> faults() {
    return faults;
  }

  /// The version with this digest; empty when it is not here any more.
  public Optional<Convenant> cited(String digest) {
    return versions.stream().filter(version -> version.digest().equals(digest)).findFirst();
  }

  /// By what a gateway may have decided at this instant: the law as it was known then, and, when
  /// something happened just before or after, as it was known on the other side of that.
  ///
  /// @param digest the version that the decision cites; it was known, whatever the tables say
  public List<Law> around(Instant instant, String digest) {
    int then = happened(instant);
    var laws = new ArrayList<Law>();
    law(then, digest).ifPresent(laws::add);
    for (int i = happened(instant.minus(SLACK)); i <= happened(instant.plus(SLACK)); i++) {
      if (i != then) {
        law(i, digest).ifPresent(laws::add);
      }
    }
    return laws;
  }

  // Nothing was decided before the first text was seen, so whatever is older knew that one.
  private int happened(Instant instant) {
    var until = first.filter(instant::isBefore).orElse(instant);
    int count = 0;
    while (count < moments.size() && !moments.get(count).isAfter(until)) {
      count++;
    }
    return count;
  }

  private Optional<Law> law(int happened, String digest) {
    var until = happened == 0 ? Instant.MIN : moments.get(happened - 1);
    var here = versions.stream().filter(v -> isKnown(v, until)).toList();
    boolean named = here.stream().anyMatch(v -> v.digest().equals(digest));
    var key = new Moment(happened, named ? "" : digest);
    var known = made.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    var with = new ArrayList<>(here);
    if (!named) {
      cited(digest).ifPresent(with::add);
    }
    if (with.stream().noneMatch(Convenant::isInUse)) {
      return Optional.empty();
    }
    var signed = signatures.stream().filter(s -> !s.at().isAfter(until)).toList();
    var law = new Law(new NonEmpty<>(with), Signatures.of(signed), examplesCount);
    keep(key, law);
    return Optional.of(law);
  }

  private void keep(Moment key, Law law) {
    if (made.size() >= KEPT) {
      made.remove(made.keySet().iterator().next());
    }
    made.put(key, law);
  }

  private boolean isKnown(Convenant version, Instant until) {
    return since(version).filter(at -> at.isAfter(until)).isEmpty();
  }

  private Optional<Instant> since(Convenant version) {
    return Optional.ofNullable(seen.get(version.digest()));
  }
}
