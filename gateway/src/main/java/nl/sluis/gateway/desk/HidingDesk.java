package nl.sluis.gateway.desk;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Authored;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.Embargo;
import nl.sluis.consent.desk.EmbargoByReport;
import nl.sluis.consent.desk.EmbargoDesk;
import nl.sluis.consent.desk.EmbargoDraft;
import nl.sluis.consent.desk.Filed;
import nl.sluis.consent.desk.PieceDesk;
import nl.sluis.consent.desk.Shield;
import nl.sluis.consent.desk.ShieldDesk;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.MessageTable;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where partners hide a receiver or a line from somebody, and show it again.
///
/// Nobody but the organisation that hid it can name what is hidden. May be shared between threads.
public final class HidingDesk {
  private final DataSource database;
  private final FactDesk facts;
  private final Tasks tasks;
  private final MessageTable messages;
  private final ReviewBook reviews;
  private final ConsentDesk consents;
  private final PieceDesk pieces;
  private final EmbargoDesk embargoes;
  private final EmbargoByReport byReport;
  private final ShieldDesk shields;
  private final Evidence evidence;
  private final OfThen ofThen;
  private final int keyVersion;

  /// @param database for looking up whose lock to take
  /// @param facts knows which roles may record facts
  /// @param messages knows who sent what
  /// @param reviews knows which exchange was judged unjustified
  /// @param keyVersion the version of the key of labels
  public HidingDesk(
      String region,
      DataSource database,
      FactDesk facts,
      Tasks tasks,
      MessageTable messages,
      ReviewBook reviews,
      KeyVault vault,
      SecureRandom random,
      int keyVersion) {
    var seal = new FactSeal(vault, random);
    this.database = database;
    this.facts = facts;
    this.tasks = tasks;
    this.messages = messages;
    this.reviews = reviews;
    this.consents = new ConsentDesk(region, seal, ConsentParameters.strict());
    this.pieces = new PieceDesk(region, seal);
    this.embargoes = new EmbargoDesk(region, seal);
    this.byReport = new EmbargoByReport(region);
    this.shields = new ShieldDesk(region);
    this.evidence = new Evidence(vault, random);
    this.ofThen = new OfThen(region, database);
    this.keyVersion = keyVersion;
  }

  /// Hides one question, text or exchange from persons (domain 2.8).
  public Work<Outcome> hide(
      Oin caller, PartyRole party, AliasKey alias, FactDesk.Sealing<EmbargoDraft> draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.EMBARGO,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          var subject = found.subject().orElseThrow();
          var made = draft.with(subject, proof -> evidence.seal(subject, proof));
          if (!isTheirs(found, subject, made.about(), party.oin())) {
            return Filing.fault(
                "wat",
                "Noem een vraag, een tekst om te lezen of een uitwisseling van uw organisatie.");
          }
          detail.put("stap", "ingesteld").put("over", made.about().toString());
          detail.put("reden", made.reason()).put("herziening", made.reviewOn());
          if (made.wholeFamily()) {
            detail.put("voor", "gezin");
          } else {
            detail.put("voor", made.from().size());
          }
          var terms = facts.reviews(party, found.at());
          return Filing.Result.of(
              embargoes.hide(found.tx(), subject, made, terms, party, found.at()));
        });
  }

  private boolean isTheirs(Found found, UUID subject, UUID about, Oin own) throws SQLException {
    var ask = consents.find(found.tx(), about);
    if (ask.isPresent()) {
      var asked = ask.get();
      return asked.subject().equals(subject)
          && List.of(asked.sender().oin(), asked.receiver().oin()).contains(own);
    }
    var piece = pieces.find(found.tx(), about);
    if (piece.isPresent()) {
      var text = piece.get();
      return text.subject().equals(subject)
          && List.of(text.from().oin(), text.to().oin()).contains(own);
    }
    return messages
        .byTransaction(found.tx(), about)
        .filter(m -> m.sender().equals(own))
        .isPresent();
  }

  /// A second person stands for what a report hid by itself.
  ///
  /// @param reviewOn the day on which somebody looks at it again
  public Work<Outcome> confirm(
      Oin caller,
      PartyRole party,
      Embargo embargo,
      FactDesk.Sealing<Authored> second,
      String reviewOn)
      throws SQLException {
    var id = embargo.id();
    return new Filing(
        ofThen.needs(embargo.subject()),
        EntryKind.EMBARGO,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          detail.put("stap", "bevestigd").put("herziening", reviewOn);
          var current = embargoes.find(found.tx(), id).orElseThrow();
          var filed = confirmed(found, party, current, second, reviewOn);
          if (!(filed instanceof Filed.Done)) {
            return Filing.Result.of(filed);
          }
          var copy = embargoes.copy(found.tx(), id, OfThen.there(found));
          if (copy.isPresent()) {
            var _ = confirmed(found, party, copy.get(), second, reviewOn);
          }
          return Filing.Result.of(filed)
              .also(OfThen.row(found, embargo.subject(), EntryKind.EMBARGO, detail))
              .also(tasks.finish(found.tx(), TaskKind.CONFIRM_EMBARGO, party.oin(), id));
        });
  }

  private Filed confirmed(
      Found found,
      PartyRole party,
      Embargo embargo,
      FactDesk.Sealing<Authored> second,
      String reviewOn)
      throws SQLException {
    var by = sealed(embargo.subject(), second);
    var terms = facts.reviews(party, found.at());
    return byReport.confirm(found.tx(), embargo, by, reviewOn, terms, party, found.at());
  }

  private Authored sealed(UUID subject, FactDesk.Sealing<Authored> author) {
    return author.with(subject, proof -> evidence.seal(subject, proof));
  }

  /// Shows again what was hidden.
  ///
  /// @param reporterHidden on which ground who reported stays hidden; empty when that may be seen
  public Work<Outcome> show(
      Oin caller,
      PartyRole party,
      Embargo embargo,
      FactDesk.Sealing<Authored> author,
      String reporterHidden)
      throws SQLException {
    return lifting(
        caller,
        party,
        EntryKind.EMBARGO,
        embargo.subject(),
        embargo.id(),
        author,
        found -> embargoes.find(found.tx(), embargo.id()).orElseThrow(),
        found -> reviews.shown(found.tx(), embargo.about(), found.at()),
        (found, current, by) ->
            embargoes.lift(found.tx(), current, by, reporterHidden, party, found.at()),
        (found, _, by) -> {
          var copy = embargoes.copy(found.tx(), embargo.id(), OfThen.there(found));
          if (copy.isPresent()) {
            var _ = embargoes.lift(found.tx(), copy.get(), by, reporterHidden, party, found.at());
          }
        });
  }

  /// Shields somebody from a receiver (`afgeschermdVoor`).
  public Work<Outcome> shield(
      Oin caller, PartyRole party, AliasKey alias, FactDesk.Sealing<ShieldDesk.Draft> draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.RESTRICTION,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          var subject = found.subject().orElseThrow();
          var made = draft.with(subject, proof -> evidence.seal(subject, proof));
          detail.put("afscherming", made.source()).put("herziening", made.reviewOn());
          var terms = facts.reviews(party, found.at());
          return Filing.Result.of(
              shields.shield(found.tx(), subject, made, terms, party, keyVersion, found.at()));
        });
  }

  /// Lifts a shield.
  public Work<Outcome> unshield(
      Oin caller, PartyRole party, Shield shield, FactDesk.Sealing<Authored> author)
      throws SQLException {
    return lifting(
        caller,
        party,
        EntryKind.RESTRICTION,
        shield.subject(),
        shield.id(),
        author,
        found -> shields.find(found.tx(), shield.id()).orElseThrow(),
        _ -> List.of(),
        (found, current, by) -> shields.lift(found.tx(), current, by, party, found.at()),
        (found, current, by) ->
            shields.liftCopy(found.tx(), current, OfThen.there(found), by, party, found.at()));
  }

  @FunctionalInterface
  private interface Finding<T> {
    T in(Found found) throws SQLException;
  }

  @FunctionalInterface
  private interface Lifting<T> {
    Filed lift(Found found, T current, Authored by) throws SQLException;
  }

  /// The same for what went along to the child in which its child went up.
  @FunctionalInterface
  private interface LiftingCopy<T> {
    void lift(Found found, T current, Authored by) throws SQLException;
  }

  private <T> Work<Outcome> lifting(
      Oin caller,
      PartyRole party,
      EntryKind kind,
      UUID subject,
      UUID id,
      FactDesk.Sealing<Authored> author,
      Finding<T> finding,
      Finding<List<Entry>> following,
      Lifting<T> lifting,
      LiftingCopy<T> copy)
      throws SQLException {
    return new Filing(
        ofThen.needs(subject),
        kind,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          detail.put("opheffing", id.toString());
          var current = finding.in(found);
          var filed = lifting.lift(found, current, sealed(subject, author));
          if (!(filed instanceof Filed.Done)) {
            return Filing.Result.of(filed);
          }
          var there = OfThen.there(found);
          if (!there.equals(subject)) {
            copy.lift(found, current, sealed(there, author));
          }
          return Filing.Result.of(filed)
              .also(OfThen.row(found, subject, kind, detail))
              .also(done(found, party, id))
              .also(following.in(found));
        });
  }

  private List<Entry> done(Found found, PartyRole party, UUID id) throws SQLException {
    var rows = new ArrayList<Entry>();
    for (var kind : EnumSet.of(TaskKind.REVIEW, TaskKind.CONFIRM_EMBARGO)) {
      rows.addAll(tasks.finish(found.tx(), kind, party.oin(), id));
    }
    return rows;
  }

  /// The embargo under this name, when this organisation recorded it.
  public Optional<Embargo> embargo(UUID id, Oin party) throws SQLException {
    try (var connection = database.getConnection()) {
      return embargoes.find(connection, id).filter(e -> e.recordedBy().equals(party));
    }
  }

  /// The shield under this name, when this organisation recorded it.
  public Optional<Shield> shield(UUID id, Oin party) throws SQLException {
    try (var connection = database.getConnection()) {
      return shields.find(connection, id).filter(s -> s.recordedBy().equals(party));
    }
  }
}
