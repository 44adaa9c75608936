package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Filed;
import nl.sluis.consent.desk.PaperDraft;
import nl.sluis.consent.desk.PieceDesk;
import nl.sluis.consent.desk.PieceDraft;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.StatementDraft;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.consent.leesmee.ReadingState;
import nl.sluis.consent.leesmee.ReadingWord;
import nl.sluis.consent.notice.NoticeDraft;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.leesmee.PieceContent;
import nl.sluis.gateway.leesmee.PieceSeal;
import nl.sluis.gateway.leesmee.ReadProof;
import nl.sluis.gateway.leesmee.Readings;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ReadFirst;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// Where a partner lays a text ready that a family reads before it goes, sees how far that is, and
/// writes down what was read on paper.
///
/// Who must read and may not know of the sender or the receiver is not asked; then nobody is, and a
/// professional hears of it (design 10.14). May be shared between threads.
public final class ReadingDesk {
  private static final int TASK_DAYS = 5;

  private final DataSource database;
  private final CurrentLaw law;
  private final FactDesk facts;
  private final Tasks tasks;
  private final PieceDesk pieces;
  private final PieceSeal seal;
  private final Readings readings;
  private final Notices notices;
  private final Evidence evidence;
  private final PieceContent.Form form;

  /// How a text stands for whoever wants to send it. Who has not read it, or stopped it, is not in
  /// it.
  ///
  /// @param piece it
  /// @param state whether it may go
  /// @param isNewest whether no later text took its place
  /// @param remarks what is to go along
  public record Seen(
      Piece piece, ReadingState state, boolean isNewest, List<ReadProof.Remark> remarks) {
    /// Copies its parts.
    public Seen {
      remarks = List.copyOf(remarks);
    }
  }

  /// What was read on paper, as a desk hands it in.
  ///
  /// @param voice whose words these are
  /// @param word what was done with the text
  /// @param at when
  /// @param proof how it is known
  /// @param raw the same proof, to be sealed whole
  /// @param remark what is to go along; empty when nothing
  public record Paper(
      Voice voice,
      String word,
      String at,
      StatementDraft.Proof proof,
      JsonNode raw,
      String remark) {}

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param facts knows who may put something on record
  /// @param tasks where a professional hears what is to be done
  /// @param form the form of each category
  public ReadingDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      FactDesk facts,
      Tasks tasks,
      KeyVault vault,
      SecureRandom random,
      ConsentParameters parameters,
      PieceContent.Form form) {
    var singling = new FactSeal(vault, random);
    this.database = database;
    this.law = law;
    this.facts = facts;
    this.tasks = tasks;
    this.pieces = new PieceDesk(region, singling);
    this.seal = new PieceSeal(vault, random);
    this.readings = new Readings(pieces, seal);
    this.notices = new Notices(region, singling, parameters);
    this.evidence = new Evidence(vault, random);
    this.form = form;
  }

  /// Lays a text ready for whoever must read it.
  ///
  /// @param content what it says, category by category
  public Work<Outcome> lay(
      Oin caller,
      PartyRole party,
      AliasKey alias,
      Purpose purpose,
      PartyRole to,
      ObjectNode content) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.READING,
        facts.onBehalf(caller, party, Optional.of(purpose)),
        (found, detail) -> {
          var under = under(purpose, party, to, found.at());
          if (under.isEmpty()) {
            return Filing.fault(
                "doel", "Voor dit doel tussen deze partijen leest niemand een tekst vooraf.");
          }
          if (under.stream().map(Under::condition).distinct().count() > 1) {
            return new Filing.Result.Stopped(AskableNow.UNCLEAR);
          }
          var one = under.getFirst();
          var faults = PieceContent.faults(one.convenant(), one.rule(), content, form);
          if (!faults.isEmpty()) {
            return new Filing.Result.Stopped(
                new Outcome.Faulty(
                    faults.stream().map(s -> new Outcome.Fault("categorieen", s)).toList()));
          }
          return laid(found, detail, one, draft(found, one, purpose, party, to, content), party);
        });
  }

  private record Under(Convenant convenant, Rule rule, Condition condition) {
    ReadFirst first() {
      return condition.readFirst().orElseThrow();
    }
  }

  private List<Under> under(Purpose purpose, PartyRole from, PartyRole to, Instant at) {
    return law.now().couldGovern(from, to, at).stream()
        .flatMap(
            convenant ->
                convenant.rule(purpose, from, to).stream()
                    .flatMap(
                        rule ->
                            Readings.condition(convenant, rule).stream()
                                .map(condition -> new Under(convenant, rule, condition))))
        .toList();
  }

  private PieceDraft draft(
      Found found, Under one, Purpose purpose, PartyRole from, PartyRole to, ObjectNode content) {
    var subject = found.subject().orElseThrow();
    var categories = EnumSet.noneOf(DataCategory.class);
    content.fieldNames().forEachRemaining(n -> DataCategory.of(n).ifPresent(categories::add));
    var days = one.convenant().arrangements().consentTerms().readingDays();
    return new PieceDraft(
        subject,
        purpose,
        from,
        to,
        one.condition(),
        categories,
        found.at().plus(Duration.ofDays(days)),
        found.at().plus(Duration.ofDays(one.condition().maxAgeDays())),
        seal.seal(subject, content));
  }

  private Filing.Result laid(
      Found found, ObjectNode detail, Under one, PieceDraft draft, PartyRole party)
      throws SQLException {
    var by = new Recorder.Partner(party);
    var parameters = ConsentParameters.of(one.convenant());
    var laid = pieces.lay(found.tx(), draft, one.first(), parameters, by, found.at());
    var piece = laid.piece();
    int told = 0;
    for (var reader : laid.readers()) {
      if (give(found, piece, reader, NoticeKind.LEESSTUK)) {
        pieces.shown(found.tx(), piece, reader, found.at());
        told++;
      }
    }
    detail.put("handeling", "klaargelegd").put("leest", one.first().kind().code());
    tell(detail, piece);
    detail.put("inhoud", ReadProof.Remark.hex(draft.content().commitment()));
    detail.put("kennisgevingen", told);
    return new Filing.Result.Filed(
            piece.id().toString(),
            Map.of(
                "lezenTot", piece.readUntil().toString(),
                "geldigTot", piece.goodUntil().toString()))
        .also(piece.held() ? shielded(found, piece) : List.of());
  }

  private List<Entry> shielded(Found found, Piece piece) throws SQLException {
    var due = Term.dueAfter(found.at(), TASK_DAYS, List.of());
    var task =
        new Task(
            TaskKind.GIVER_SHIELDED,
            piece.from().oin(),
            Optional.of(piece.subject()),
            piece.id(),
            due);
    return tasks.open(found.tx(), task, found.at());
  }

  private boolean give(Found found, Piece piece, UUID person, NoticeKind kind) throws SQLException {
    var matter = new NoticeDraft.Matter(piece.id(), piece.to().oin());
    var draft = new NoticeDraft(piece.subject(), person, kind, null, null, matter);
    return notices.give(found.tx(), draft, found.at()).isPresent();
  }

  /// What every row about a text tells: which, what for, from whom, for whom, with what in it.
  static void tell(ObjectNode detail, Piece piece) {
    detail.put("leesstuk", piece.id().toString()).put("doel", piece.purpose().code());
    detail.put("voorwaarde", piece.condition());
    detail.set("van", QuestionJson.party(piece.from()));
    detail.set("aan", QuestionJson.party(piece.to()));
    detail.set(
        "categorieen",
        QuestionJson.words(piece.categories().stream().map(Enum::name).sorted().toList()));
  }

  /// Writes down what somebody did with a text on paper; that person is told so, and can say that
  /// it is not so.
  public Work<Outcome> paper(Oin caller, PartyRole party, Piece piece, Paper paper) {
    return new Filing(
        Needs.toWrite(piece.subject()),
        EntryKind.READING,
        facts.onBehalf(caller, party, Optional.of(piece.purpose())),
        (found, detail) -> {
          var under = under(piece.purpose(), piece.from(), piece.to(), found.at());
          if (under.isEmpty()) {
            return Filing.notThere();
          }
          var one = under.getFirst();
          var stand = readings.stand(found.tx(), piece, one.first(), one.convenant(), found.at());
          detail.put("handeling", "op-papier").put("woord", word(paper.word()));
          tell(detail, piece);
          var by = new Recorder.Partner(party);
          var filed =
              pieces.paper(
                  found.tx(), piece, one.first(), stand, draft(piece, paper), by, found.at());
          return switch (filed) {
            case Filed.Done(UUID person) -> {
              boolean told = give(found, piece, person, NoticeKind.LEESSTUK_OP_PAPIER);
              detail.put("kennisgevingen", told ? 1 : 0);
              yield new Filing.Result.Filed(piece.id().toString());
            }
            case Filed.Faulty faulty -> Filing.Result.of(faulty);
          };
        });
  }

  /// A word that nobody knows is refused, and stands in no row.
  private static String word(String said) {
    return ReadingWord.of(said).map(ReadingWord::code).orElse("");
  }

  private PaperDraft draft(Piece piece, Paper paper) {
    return new PaperDraft(
        paper.voice(),
        paper.word(),
        paper.at(),
        paper.proof(),
        evidence.seal(piece.subject(), paper.raw()),
        paper.remark().isBlank()
            ? Optional.empty()
            : Optional.of(seal.seal(piece.subject(), remark(paper.remark()))));
  }

  /// What is to go along, as it is sealed.
  static ObjectNode remark(String text) {
    return JsonNodeFactory.instance.objectNode().put("opmerking", text.strip());
  }

  /// The text under this identifier, when this organisation laid it ready.
  public Optional<Piece> find(UUID id, Oin sender) throws SQLException {
    try (var connection = database.getConnection()) {
      return pieces.find(connection, id).filter(p -> p.from().oin().equals(sender));
    }
  }

  /// How far the reading of a text of this organisation is.
  public Optional<Seen> look(UUID id, Oin sender, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var piece = pieces.find(connection, id).filter(p -> p.from().oin().equals(sender));
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      var under = under(piece.get().purpose(), piece.get().from(), piece.get().to(), now);
      if (under.isEmpty()) {
        return Optional.of(new Seen(piece.get(), new ReadingState.Over(), false, List.of()));
      }
      var one = under.getFirst();
      var stand = readings.stand(connection, piece.get(), one.first(), one.convenant(), now);
      return Optional.of(
          new Seen(
              piece.get(),
              stand.state(),
              stand.isNewest(),
              readings.remarks(connection, piece.get())));
    }
  }
}
