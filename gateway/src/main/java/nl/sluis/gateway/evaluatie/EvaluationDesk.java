package nl.sluis.gateway.evaluatie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.convenant.RequestTerms;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where an organisation puts on record that it referred a child to help itself, and fetches what
/// the family says of that help three months later.
///
/// It hears what was said by who wanted to say it. Who was asked, who did not answer and who does
/// not want to, it cannot tell apart from nobody: how a referral stands follows from its day alone.
/// What it fetches is a row before it goes. May be shared between threads.
public final class EvaluationDesk {
  private static final JsonMapper JSON = new JsonMapper();

  private final DataSource database;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final EvaluationTable table;
  private final WhoIsAsked who;
  private final PersonSeal seal;
  private final Supplier<UUID> ids;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param law who may ask, and when
  /// @param mandates for which roles and purposes a supplier acts
  /// @param seal opens what was said
  public EvaluationDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      Mandates mandates,
      PersonSeal seal,
      Supplier<UUID> ids) {
    this.database = database;
    this.law = law;
    this.mandates = mandates;
    this.table = new EvaluationTable(region);
    this.who = new WhoIsAsked(region, law, seal);
    this.seal = seal;
    this.ids = ids;
  }

  /// How a referral stands, by its day alone.
  public enum Stand {
    /// Nobody is asked yet.
    WACHT("wacht"),
    /// The family can have been asked; answers can be fetched.
    OPEN("open"),
    /// There is nothing to fetch any more.
    GESLOTEN("gesloten");

    private final String code;

    Stand(String code) {
      this.code = code;
    }

    /// The Dutch word.
    public String code() {
      return code;
    }
  }

  /// A referral of this organisation.
  ///
  /// @param from from which day the family is asked
  public record Line(Referral referral, LocalDate from, Stand stand) {}

  /// What somebody said.
  ///
  /// @param role in which it was said
  /// @param answer as the form of the convenant has it
  public record Said(String role, LocalDate day, JsonNode answer) {}

  /// Puts on record that this organisation referred this child to help itself.
  ///
  /// @param on which day; not in the future, and not so long ago that nobody would be asked
  public Work<Outcome> refer(
      Oin caller, PartyRole party, AliasKey alias, LocalDate on, Instant now) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.CONDITION,
        onBehalf(caller, party, now),
        (found, detail) -> {
          var asking = Asking.of(law, party, found.at());
          var today = LocalDate.ofInstant(found.at(), Age.CALENDAR);
          if (asking.isEmpty() || on.isAfter(today) || !today.isBefore(asking.get().tooLate(on))) {
            return Filing.fault(
                "verwezenOp",
                "Noem de dag waarop u zelf verwees: niet in de toekomst, en niet zo lang geleden"
                    + " dat het gezin niet meer wordt gevraagd.");
          }
          var referral = new Referral(ids.get(), found.subject().orElseThrow(), party, on);
          table.refer(found.tx(), referral, found.at());
          detail.put("voorwaarde", Asking.CONDITION).put("datum", on.toString());
          detail.put("doel", asking.get().rule().purpose().code());
          return new Filing.Result.Filed(referral.id().toString());
        });
  }

  private OnBehalf onBehalf(Oin caller, PartyRole party, Instant now) {
    return new OnBehalf(
        caller,
        party,
        Asking.of(law, party, now).map(Asking::rule).map(Rule::purpose),
        Asking.roles(law, now),
        law,
        mandates);
  }

  /// The referrals of this organisation, the newest first; the newest two hundred.
  ///
  /// @param asker who looks: the organisation, or a supplier, who sees those of its mandates
  public List<Line> of(Oin asker, Oin organisation, Instant now) throws SQLException {
    var lines = new ArrayList<Line>();
    try (var tx = database.getConnection()) {
      for (var referral : table.of(tx, organisation)) {
        var asking = Asking.of(law, referral.by(), now);
        if (asker.equals(organisation) || isMandated(tx, asker, referral, asking, now)) {
          lines.add(line(referral, asking, now));
        }
      }
    }
    return lines;
  }

  private boolean isMandated(
      Connection tx, Oin asker, Referral referral, Optional<Asking> asking, Instant now)
      throws SQLException {
    return asking.isPresent()
        && mandates
            .mandateFor(
                tx,
                asker,
                referral.by().oin(),
                referral.by().role(),
                asking.get().rule().purpose(),
                now)
            .isPresent();
  }

  private static Line line(Referral referral, Optional<Asking> asking, Instant now) {
    var today = LocalDate.ofInstant(now, Age.CALENDAR);
    var terms = asking.map(Asking::terms).orElse(RequestTerms.STRICT);
    var from = referral.on().plusMonths(terms.evaluationAfterMonths());
    var until = from.plusMonths(1).plusDays((long) terms.evaluationOpenDays() + Standing.KEPT_DAYS);
    var stand =
        today.isBefore(from) ? Stand.WACHT : today.isBefore(until) ? Stand.OPEN : Stand.GESLOTEN;
    return new Line(referral, from, stand);
  }

  /// The referral under this identifier, when it is of this organisation; none for a supplier that
  /// may not act for it, which looks the same as none at all.
  public Optional<Referral> find(UUID id, Oin asker, Oin organisation, Instant now)
      throws SQLException {
    try (var tx = database.getConnection()) {
      var found = table.find(tx, id).filter(one -> one.by().oin().equals(organisation));
      return found.isPresent()
              && (asker.equals(organisation)
                  || isMandated(tx, asker, found.get(), Asking.of(law, found.get().by(), now), now))
          ? found
          : Optional.empty();
    }
  }

  /// Hands over what was answered: a row, and from its commit on nobody can take it back. The same
  /// once more when it is asked again, as long as it lies there.
  public Work<Outcome> fetch(Oin caller, Referral referral, Instant now) {
    return new Filing(
        Needs.toWriteOfThen(referral.subject()),
        EntryKind.NOTICE,
        onBehalf(caller, referral.by(), now),
        (found, detail) -> {
          detail.put("stap", "evaluatie-opgehaald").put("evaluatie", referral.id().toString());
          var people = detail.putArray("personen");
          for (var person : answered(found, referral)) {
            people.add(person.toString());
          }
          return new Filing.Result.Filed(referral.id().toString());
        });
  }

  /// Whose answers go, each with a step when it goes for the first time. Only of who may still tell
  /// it by the convenant, asked at this instant.
  private List<UUID> answered(Found found, Referral referral) throws SQLException {
    var tx = found.tx();
    var asking = Asking.of(law, referral.by(), found.at());
    var people = new ArrayList<UUID>();
    if (asking.isEmpty()) {
      return people;
    }
    var steps = table.steps(tx, referral);
    var asked = who.of(tx, referral, asking.get(), found.at());
    for (var person : new LinkedHashSet<>(steps.stream().map(Step::person).toList())) {
      var standing = Standing.of(steps, person).filter(one -> one.answer().isPresent());
      if (standing.isPresent() && standing.get().fetched().isPresent()) {
        people.add(person);
      } else if (standing.isPresent() && asked.containsKey(person)) {
        table.step(tx, referral.id(), Step.Kind.OPGEHAALD, person, null, found.at());
        people.add(person);
      }
    }
    return people;
  }

  /// What was handed over by [#fetch] and still lies here; what was not is not among it.
  public List<Said> handed(Referral referral) throws SQLException {
    var said = new ArrayList<Said>();
    try (var tx = database.getConnection()) {
      var steps = table.steps(tx, referral);
      for (var person : new LinkedHashSet<>(steps.stream().map(Step::person).toList())) {
        var standing = Standing.of(steps, person).filter(one -> one.fetched().isPresent());
        if (standing.isPresent()) {
          said(tx, referral, person, standing.get()).ifPresent(said::add);
        }
      }
    }
    return said;
  }

  private Optional<Said> said(Connection tx, Referral referral, UUID person, Standing standing)
      throws SQLException {
    var step = standing.answer();
    var sealed =
        step.isEmpty()
            ? Optional.<EvaluationTable.Sealed>empty()
            : table.sealed(tx, step.getAsLong());
    return sealed
        .flatMap(one -> seal.open(one.subject(), OwnEvaluations.SEALED, one.bytes()))
        .map(
            clear ->
                new Said(
                    person.equals(referral.subject()) ? "jongere" : "ouder-of-voogd",
                    LocalDate.ofInstant(standing.said().orElseThrow().at(), Age.CALENDAR),
                    read(clear)));
  }

  private static JsonNode read(byte[] clear) {
    try {
      return JSON.readTree(clear);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
