package nl.sluis.gateway.zaakdossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.nacontrole.Corrected;
import nl.sluis.gateway.nacontrole.Correction;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.subject.ReferenceFault;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;

/// What an organisation reads of its own cases, and finds to open one. Nothing of another
/// organisation is found, whatever is asked.
///
/// Changes nothing. May be shared between threads.
final class CaseReading {
  private static final int CHUNK = 200;

  /// As many as a case can hold.
  private static final int MOST = OwnRows.MOST;

  /// How much of what was frozen stands on one page.
  static final int PAGE = 50;

  private final String region;
  private final DataSource database;
  private final CaseTable table;
  private final OwnRows rows;
  private final Tasks tasks;
  private final Corrections corrections;
  private final SubjectRegister subjects;
  private final SubjectReference references;
  private final Merges merges;
  private final int keyVersion;

  /// @param corrections what receivers were asked to undo
  /// @param keyVersion the version of the key of references
  CaseReading(
      String region,
      DataSource database,
      KeyVault vault,
      Tasks tasks,
      Corrections corrections,
      SubjectRegister subjects,
      SubjectReference references,
      Merges merges,
      int keyVersion) {
    this.region = region;
    this.database = database;
    this.table = new CaseTable(region);
    this.rows = new OwnRows(region, vault);
    this.tasks = tasks;
    this.corrections = corrections;
    this.subjects = subjects;
    this.references = references;
    this.merges = merges;
    this.keyVersion = keyVersion;
  }

  /// A row that was frozen, with what became of it since.
  ///
  /// @param row what it says; empty when it can be opened no more
  /// @param recalled what its receiver was asked to undo
  /// @param confirmed what the receiver said that it did
  record Line(
      long index,
      Optional<OwnRow> row,
      Optional<UUID> subject,
      Optional<Correction> recalled,
      Optional<Corrections.Confirmed> confirmed) {}

  /// A case with everything in it.
  ///
  /// @param lines what was frozen, the oldest first; on a page no more than [#PAGE]
  /// @param words of each step, by its number; 0 is the opening
  /// @param total how much was frozen
  /// @param next how many come before the next page; empty on the last
  /// @param gave whether any of all that was frozen was given by the organisation itself
  record Whole(
      CaseFile one,
      List<Line> lines,
      Map<Long, String> words,
      int total,
      OptionalInt next,
      boolean gave) {
    Whole {
      lines = List.copyOf(lines);
      words = Map.copyOf(words);
    }
  }

  /// The cases of this organisation, the newest first.
  List<CaseFile> of(Oin organisation) throws SQLException {
    try (var tx = database.getConnection()) {
      return table.of(tx, organisation);
    }
  }

  /// What was judged unjustified and no case is about yet, the most urgent first.
  List<OpenTask> waiting(Oin organisation) throws SQLException {
    try (var tx = database.getConnection()) {
      var open = new ArrayList<OpenTask>();
      for (var task : tasks.of(tx, organisation)) {
        var about = task.task().about();
        if (task.task().kind() == TaskKind.ASSESS_BREACH
            && table.about(tx, organisation, about).isEmpty()
            && table.find(tx, organisation, about).isEmpty()) {
          open.add(task);
        }
      }
      return open;
    }
  }

  /// The case of this organisation with everything in it; empty when there is none.
  Optional<Whole> whole(Oin organisation, UUID id) throws SQLException {
    try (var tx = database.getConnection()) {
      var one = table.find(tx, organisation, id);
      return one.isEmpty() ? Optional.empty() : Optional.of(part(tx, one.get(), 0, MOST));
    }
  }

  /// The same with one page of what was frozen: what it costs depends on no case's size.
  ///
  /// @param from after how many
  Optional<Whole> page(Oin organisation, UUID id, int from) throws SQLException {
    try (var tx = database.getConnection()) {
      var one = table.find(tx, organisation, id);
      return one.isEmpty() ? Optional.empty() : Optional.of(part(tx, one.get(), from, PAGE));
    }
  }

  private Whole part(Connection tx, CaseFile one, int from, int most) throws SQLException {
    var words = new HashMap<Long, String>();
    for (var entry : table.words(tx, one.id()).entrySet()) {
      words.put(entry.getKey(), rows.words(tx, entry.getValue()));
    }
    var all = table.rows(tx, one.id());
    int begin = Math.min(from, all.size());
    int end = Math.min(begin + most, all.size());
    var lines = lines(tx, one, all.subList(begin, end));
    return new Whole(
        one,
        lines,
        words,
        all.size(),
        end < all.size() ? OptionalInt.of(end) : OptionalInt.empty(),
        gave(tx, one, lines, all));
  }

  /// Nearly always known by the first page; else looked for until one is found.
  private boolean gave(Connection tx, CaseFile one, List<Line> lines, List<CaseTable.Frozen> all)
      throws SQLException {
    var own = one.organisation();
    boolean found =
        lines.stream().flatMap(line -> line.row().stream()).anyMatch(row -> row.isGivenBy(own));
    boolean may = one.scope().direction() != CaseScope.Direction.GEKREGEN;
    for (int i = 0; may && !found && lines.size() < all.size() && i < all.size(); i += CHUNK) {
      var some = all.subList(i, Math.min(i + CHUNK, all.size()));
      found =
          rows.at(tx, own, some.stream().map(CaseTable.Frozen::index).toList()).values().stream()
              .anyMatch(row -> row.isGivenBy(own));
    }
    return found;
  }

  private List<Line> lines(Connection tx, CaseFile one, List<CaseTable.Frozen> all)
      throws SQLException {
    var lines = new ArrayList<Line>();
    var told = rows.at(tx, one.organisation(), all.stream().map(CaseTable.Frozen::index).toList());
    var asked =
        Corrected.among(
            tx, region, told.values().stream().map(OwnRow::exchange).distinct().toList());
    for (var frozen : all) {
      var row = Optional.ofNullable(told.get(frozen.index()));
      var given =
          row.filter(r -> r.isGivenBy(one.organisation()))
              .map(OwnRow::exchange)
              .filter(asked::contains);
      lines.add(
          new Line(
              frozen.index(),
              row,
              frozen.subject(),
              given.isEmpty() ? Optional.empty() : corrections.find(tx, given.get()),
              given.isEmpty() ? Optional.empty() : corrections.confirmed(tx, given.get())));
    }
    return lines;
  }

  /// Whom the own word of this organisation means, and every child that turned out to be the same;
  /// none when it means nobody.
  ///
  /// @param reference a word of the organisation's own administration, never a BSN
  List<UUID> subjects(Oin own, String reference) throws SQLException {
    try (var tx = database.getConnection()) {
      var hmac = references.keyed(own, ReferenceKind.EIGEN_KENMERK, reference);
      var key = AliasKey.of(own, ReferenceKind.EIGEN_KENMERK, hmac, keyVersion);
      var found = Optional.ofNullable(subjects.find(tx, Set.of(key)).get(key));
      return found.isEmpty() ? List.of() : same(tx, found.get());
    } catch (ReferenceFault _) {
      return List.of();
    }
  }

  private List<UUID> same(Connection tx, UUID subject) throws SQLException {
    var found = new ArrayList<>(List.of(subject));
    var known = new HashSet<>(found);
    for (int i = 0; i < found.size(); i++) {
      for (var merge : merges.into(tx, found.get(i))) {
        if (!merge.undone() && known.add(merge.pair().from())) {
          found.add(merge.pair().from());
        }
      }
    }
    return found;
  }

  /// The rows of this organisation in this scope.
  OwnRows.Found find(Oin own, CaseScope scope, List<UUID> subjects) throws SQLException {
    try (var tx = database.getConnection()) {
      return rows.find(tx, own, scope, subjects);
    }
  }
}
