package nl.sluis.dev.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.gateway.boot.convenant.Replayed;
import nl.sluis.gateway.controle.FactReplay;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.convenant.ConvenantTexts;
import nl.sluis.gateway.convenant.LawHistory;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Finding;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.LogScan;
import nl.sluis.gateway.logbook.LogbookVerifier;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.maandoverzicht.MonthAudit;
import nl.sluis.gateway.normen.Form;
import nl.sluis.gateway.normen.Lines;
import nl.sluis.gateway.normen.Pseudonyms;
import nl.sluis.gateway.normen.Reader;
import nl.sluis.gateway.normen.Register;
import nl.sluis.gateway.zaakdossier.CaseAudit;
import nl.sluis.policies.terms.Oin;

/// Reads the logbook of a development gateway with every right and every key; changes nothing.
///
/// @param region which
/// @param database where
/// @param keys with which
public record DevLogbook(String region, DevDatabase database, KeyVault keys) {
  /// The kinds of the rows about people, oldest first.
  public List<String> kindsAboutPeople() {
    var kinds = new ArrayList<String>();
    try (var owner = database.owner()) {
      new LogScan(region, keys)
          .since(owner, Instant.EPOCH, (_, row) -> kinds.add(row.path("soort").asText()));
    } catch (SQLException e) {
      throw unreadable(e);
    }
    return kinds.reversed();
  }

  /// What kind of row each row is, in order; `dicht` when it cannot be opened.
  public List<String> kinds() {
    var kinds = new ArrayList<String>();
    try (var owner = database.owner()) {
      new RowScan(region, keys)
          .all(
              owner,
              (_, detail) ->
                  kinds.add(detail.map(row -> row.path("soort").asText()).orElse("dicht")));
      return kinds;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// At which place its next row will stand.
  public long end() {
    try (var owner = database.owner();
        var select =
            owner.prepareStatement(
                "select coalesce(max(idx) + 1, 0) from logbook_row where region = ?")) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// What kind of row each row from this place on is, in order; `dicht` when it cannot be opened.
  public List<String> kinds(long from) {
    try (var owner = database.owner()) {
      return new RowScan(region, keys)
          .page(owner, from, Integer.MAX_VALUE).stream()
              .map(row -> row.detail().map(one -> one.path("soort").asText()).orElse("dicht"))
              .toList();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// Checks it whole, from its rows, and the facts and months beside it; every finding is a Dutch
  /// sentence.
  List<String> check(LogKey logKey) {
    try (var owner = database.owner()) {
      var report = LogbookVerifier.withKeys(region, logKey, keys).verify(owner, (_, _) -> {});
      if (!report.intact()) {
        return report.findings().stream().map(Finding::text).toList();
      }
      var found = new ArrayList<String>();
      new FactReplay(region, keys).compare(owner).forEach(one -> found.add(one.text()));
      found.addAll(new MonthAudit(region, keys, InstantSource.system()).check(owner).findings());
      found.addAll(new CaseAudit(region, keys).check(owner).findings());
      return found;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// Asks every decision in it again, by the law as it was known then.
  Replayed replay(DevRules rules) {
    try (var owner = database.owner()) {
      var history =
          LawHistory.read(
              ConvenantTexts.of(rules.convenanten()),
              new ConvenantTable(region),
              rules.examplesCount(),
              owner);
      return Replayed.of(owner, region, keys, history, Optional.empty());
    } catch (SQLException | IOException e) {
      throw unreadable(e);
    }
  }

  /// Its rows in the words of a standard.
  public List<ObjectNode> lines(Form form, Optional<Oin> organisation) {
    var versions = DevConvenant.all();
    var register = new Register(DevSettings.REGISTER, () -> versions);
    var lines = new Lines(new RowScan(region, keys), register, DevSettings.ORIGIN);
    var reader = new Reader(organisation, new Pseudonyms(keys));
    var all = new ArrayList<ObjectNode>();
    try (var owner = database.owner()) {
      lines.all(owner, form, reader, all::add);
      return all;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// Every row, in order.
  public List<RowScan.Read> rows() {
    try (var owner = database.owner()) {
      return new RowScan(region, keys).page(owner, 0, Integer.MAX_VALUE);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static IllegalStateException unreadable(Exception e) {
    return new IllegalStateException("the logbook cannot be read", e);
  }
}
