package nl.sluis.gateway.maandoverzicht;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.inzicht.MonthThings;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.MerkleProof;
import nl.sluis.gateway.logbook.RowOpening;
import nl.sluis.gateway.logbook.TreeHash;

/// Holds what was committed to of each month against the rows of the logbook, hidden ones among
/// them: what no family can see for itself, and an auditor with the keys can.
///
/// For one thread.
public final class MonthAudit {
  private static final int STEP = 50;
  private static final JsonMapper JSON = new JsonMapper();

  private final MonthTable table;
  private final PlaceRegister places;
  private final MonthThings things;
  private final RowOpening rows;
  private final KeyVault vault;

  /// @param region the logbook
  /// @param vault its keys
  public MonthAudit(String region, KeyVault vault, InstantSource clock) {
    this.table = new MonthTable(region);
    this.places = new PlaceRegister(region);
    this.things =
        new MonthThings(
            region,
            vault,
            new FactSeal(vault, new SecureRandom()),
            new SubjectRegister(region, clock));
    this.rows = new RowOpening(region, vault);
    this.vault = vault;
  }

  /// What was looked at, and what is wrong.
  ///
  /// @param checked how many trees
  /// @param findings each in a Dutch sentence; none when all of it is right
  public record Report(int checked, List<String> findings) {
    /// Copies its list.
    public Report {
      findings = List.copyOf(findings);
    }
  }

  /// Looks at all of them.
  public Report check(Connection connection) throws SQLException {
    var findings = new ArrayList<String>();
    int checked = 0;
    Optional<Committed> last = Optional.empty();
    while (true) {
      var page = table.after(connection, last, STEP);
      for (var one : page) {
        checked++;
        check(connection, one, findings);
      }
      if (page.size() < STEP) {
        return new Report(checked, findings);
      }
      last = Optional.of(page.getLast());
    }
  }

  private void check(Connection tx, Committed one, List<String> findings) throws SQLException {
    var row = one.stands().row();
    if (!standsInRow(tx, one)) {
      findings.add(
          "Rij %d legt iets anders vast over %s dan ernaast staat."
              .formatted(row, one.period().month()));
      return;
    }
    try {
      var blinding = new Blinding(vault.monthKey(one.subject()), one.viewer(), one.period());
      if (!Arrays.equals(one.tree(blinding).root(), one.root())) {
        findings.add(
            "Een boom van %s die in rij %d is vastgelegd, is veranderd."
                .formatted(one.period().month(), row));
        return;
      }
      hold(tx, one, blinding, findings);
    } catch (KeyDestroyed _) {
      // The child is being erased: what is left of it is a root.
    }
  }

  private boolean standsInRow(Connection tx, Committed one) throws SQLException {
    var opened = rows.open(tx, one.stands().row());
    if (opened.isEmpty()) {
      return false;
    }
    try {
      var detail = JSON.readTree(opened.get().detail());
      return detail.path("soort").asText().equals("maandwortel")
          && detail.path("maand").asText().equals(one.period().month().toString())
          && detail.path("tot").asText().equals(one.period().until().toString())
          && MerkleProof.includes(
              one.stands().slot(),
              Committed.ROOTS,
              new TreeHash().leaf(one.root()),
              one.stands().path(),
              Base64.getUrlDecoder().decode(detail.path("wortel").asText()));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /// Each leaf says what its row says, and each row of the month has a leaf.
  private void hold(Connection tx, Committed one, Blinding blinding, List<String> findings)
      throws SQLException {
    var stand = one.places();
    var missing = new HashSet<Ref>();
    var month = one.period().month();
    for (var thing :
        things.rows(
            tx, one.subject(), month.atDay(1), month.atEndOfMonth(), one.period().until())) {
      if (thing.ref().number() < one.stands().row()) {
        missing.add(thing.ref());
      }
    }
    missing.removeAll(stand.keySet());
    if (stand.size() < Committed.LEAVES) {
      missing.forEach(
          ref ->
              findings.add(
                  "Rij %d staat niet in een boom van %s (rij %d)."
                      .formatted(ref.number(), month, one.stands().row())));
    }
    for (var thing : things.again(tx, place(tx, one), stand.keySet(), one.period().until())) {
      int place = stand.getOrDefault(thing.ref(), 0);
      var leaf = one.leaves().get(place);
      if (leaf == null || !Arrays.equals(leaf.hash(), blinding.leaf(place, thing))) {
        findings.add(
            "Een boom van %s (rij %d) zegt iets anders dan %s %d."
                .formatted(
                    month,
                    one.stands().row(),
                    thing.ref().own() ? "uitspraak" : "rij",
                    thing.ref().number()));
      }
    }
  }

  /// Whose own words these are; of who has no place any more they are passed over.
  private Place place(Connection tx, Committed one) throws SQLException {
    return one.viewer().length == 0
        ? new Place(one.subject(), one.subject())
        : places.of(tx, Hmac.of(one.viewer())).stream()
            .filter(place -> place.subject().equals(one.subject()))
            .findFirst()
            .orElse(new Place(one.subject(), one.subject()));
  }
}
