package nl.sluis.gateway.zaakdossier;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.bewijs.ReceiptSigner;
import nl.sluis.gateway.bundel.Bundle;
import nl.sluis.gateway.bundel.CaseTree;
import nl.sluis.gateway.bundel.Field;
import nl.sluis.gateway.bundel.Receiver;
import nl.sluis.gateway.inzicht.Line;
import nl.sluis.gateway.inzicht.OwnAnswers;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.RowOpening;
import nl.sluis.gateway.logbook.UseKeyChange;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.tijdstempel.StampTable;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.verzoek.SubjectRequest;

/// Makes the bundle of a case for who takes it along, after it is written down that somebody did.
///
/// What is open follows from the receiver alone; for somebody of the family from the sieve of the
/// pages of that person, as it is now. May be shared between threads.
public final class BundleDesk {
  /// Among how many timestamps one is looked for that a witness signed as well.
  private static final int STAMPS = 20;

  private final DataSource database;
  private final Sequencer sequencer;
  private final KeyVault vault;
  private final Logbook logbook;
  private final UseKeyChange uses;
  private final SigningKeys<ReceiptSigner> signers;
  private final OwnAnswers answers;
  private final CaseTable cases;
  private final BundleTable table;
  private final PublicLog log;
  private final RowOpening rows;
  private final StampTable stamps;

  /// @param uses the history of the keys that sign
  /// @param signers sign bundles, one at a time
  /// @param answers knows what somebody may see of an organisation
  public BundleDesk(
      DataSource database,
      Sequencer sequencer,
      KeyVault vault,
      Logbook logbook,
      UseKeyChange uses,
      SigningKeys<ReceiptSigner> signers,
      OwnAnswers answers) {
    this.database = database;
    this.sequencer = sequencer;
    this.vault = vault;
    this.logbook = logbook;
    this.uses = uses;
    this.signers = signers;
    this.answers = answers;
    this.cases = new CaseTable(logbook.region());
    this.table = new BundleTable(logbook.region());
    this.log = new PublicLog(logbook.region(), database);
    this.rows = new RowOpening(logbook.region(), vault);
    this.stamps = new StampTable(logbook.region());
  }

  /// What is asked for.
  ///
  /// @param receiver who takes it along
  /// @param request of whom, for somebody of the family; empty for anybody else
  /// @param at when
  record Wanted(Receiver receiver, Optional<SubjectRequest> request, Instant at) {
    /// @throws IllegalArgumentException when a family has no request, or anybody else has one
    Wanted {
      if (receiver.isFamily() != request.isPresent()) {
        throw new IllegalArgumentException("somebody of the family is known by a request");
      }
    }
  }

  /// What was taken along, before it is a file or paper.
  ///
  /// @param row under which the root stands
  record Taken(
      CaseFile one, CaseTree tree, CaseItems.Read read, long row, List<Bundle.Shown> shown) {
    Taken {
      shown = List.copyOf(shown);
    }

    /// By what the tree is known.
    String root() {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(tree.root());
    }
  }

  /// The case of the organisation of this officer; empty when there is none.
  Optional<CaseFile> find(Officer who, UUID id) throws SQLException {
    try (var tx = database.getConnection()) {
      return cases.find(tx, who.organisation(), id);
    }
  }

  /// Takes it along: that is written down first.
  Taken take(Officer who, CaseFile one, Wanted wanted, String form) throws SQLException {
    CaseItems.Read read;
    try (var tx = database.getConnection()) {
      read = new CaseItems(logbook.region(), vault).read(tx, one, Long.MAX_VALUE);
    }
    var tree = new CaseTree(vault.caseKey(), one.id(), read.items());
    long row =
        sequencer
            .submit(
                new Taking(
                    table,
                    who,
                    one,
                    tree.root(),
                    read.step(),
                    wanted.receiver(),
                    wanted.request(),
                    form))
            .join();
    return new Taken(one, tree, read, row, shown(one, read, wanted));
  }

  private List<Bundle.Shown> shown(CaseFile one, CaseItems.Read read, Wanted wanted)
      throws SQLException {
    if (wanted.request().isEmpty()) {
      return IntStream.range(0, read.items().size())
          .mapToObj(item -> new Bundle.Shown(item, wanted.receiver().reads()))
          .toList();
    }
    var seen = open(one, wanted.request().get(), wanted.at());
    var shown = new ArrayList<Bundle.Shown>();
    for (int item = 0; item < read.rows(); item++) {
      var fields = seen.get(read.items().get(item).standing().index());
      if (fields != null) {
        shown.add(new Bundle.Shown(item, fields));
      }
    }
    return shown;
  }

  /// Which fields of which rows this person may read, by the sieve of the own pages.
  private Map<Long, Set<Field>> open(CaseFile one, SubjectRequest request, Instant now)
      throws SQLException {
    var place = new Place(request.subject(), request.person());
    var lines = answers.seen(place, one.organisation(), now);
    var open = new HashMap<Long, Set<Field>>();
    for (var line : lines.lines()) {
      var words = lines.open(line);
      var fields = EnumSet.of(Field.WAT);
      Receiver.GEZIN.reads().stream()
          .filter(field -> words.contains(field.word()))
          .forEach(fields::add);
      rowsOf(line).forEach(row -> open.put(row, fields));
    }
    return open;
  }

  private static List<Long> rowsOf(Line line) {
    return line.refs().stream().filter(ref -> !ref.own()).map(ref -> ref.number()).toList();
  }

  /// The lines of the pages of that person that this case is about.
  List<Line> lines(Taken taken, SubjectRequest request, Instant now) throws SQLException {
    var place = new Place(request.subject(), request.person());
    var frozen =
        taken.shown().stream()
            .map(one -> taken.read().items().get(one.item()).standing().index())
            .collect(toMap(row -> row, row -> row));
    return answers.lines(place, taken.one().organisation(), now).stream()
        .filter(line -> rowsOf(line).stream().anyMatch(frozen::containsKey))
        .toList();
  }

  /// The signed bundle.
  ///
  /// @return empty when no checkpoint covers it yet, or its row can be opened no more
  Optional<byte[]> file(Taken taken, Wanted wanted) throws SQLException {
    var indexes = taken.read().items().stream().map(item -> item.standing().index()).toList();
    try (var connection = database.getConnection()) {
      var row = rows.open(connection, taken.row());
      var proof = log.proof(taken.row());
      var stamped = stamps.last(connection, STAMPS).stream().map(one -> one.size()).toList();
      var proven = log.proven(indexes, stamped);
      if (row.isEmpty() || proof.isEmpty() || proven.isEmpty()) {
        return Optional.empty();
      }
      var one = taken.one();
      var bundle =
          new Bundle(
                  new Bundle.Head(
                      logbook.key().origin(),
                      one.id(),
                      one.organisation(),
                      one.kind().code(),
                      wanted.receiver(),
                      wanted.at()))
              .committed(taken.tree(), row.get(), proof.get())
              .lines(taken.tree(), taken.shown(), proven.get());
      stamp(connection, wanted, proven.get(), bundle);
      return Optional.of(
          bundle.signed(
              keys(connection), (type, words) -> signers.current().detached(type, words)));
    }
  }

  /// A timestamp over the checkpoint of the rows goes along when there is one.
  private void stamp(Connection connection, Wanted wanted, PublicLog.Proven proven, Bundle bundle)
      throws SQLException {
    if (wanted.receiver().reads().contains(Field.PLEK)) {
      stamps
          .one(connection, proven.size())
          .ifPresent(
              one ->
                  bundle.stamped(
                      one.checkpoint(),
                      one.stamp().response(),
                      one.stamp().chain(),
                      one.stamp().lists()));
    }
  }

  private ObjectNode keys(Connection connection) throws SQLException {
    var keys = JsonNodeFactory.instance.objectNode();
    var ofLog = keys.putArray("logboek");
    logbook.keyStatements().forEach(ofLog::add);
    var ofUse = keys.putArray(KeyUse.RECEIPT.word());
    uses.statements(connection, KeyUse.RECEIPT).forEach(ofUse::add);
    return keys;
  }
}
