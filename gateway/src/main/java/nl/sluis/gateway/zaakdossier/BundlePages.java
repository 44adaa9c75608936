package nl.sluis.gateway.zaakdossier;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.bundel.Field;
import nl.sluis.gateway.bundel.Receiver;
import nl.sluis.gateway.inzicht.OwnAnswers;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.verzoek.RightsDesk;
import nl.sluis.gateway.verzoek.SubjectRequest;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.Age;

/// Where an officer gives a case along: to a complaints committee, a supervisor, a court, or
/// somebody of the family who asked something. Names of files say nothing of anybody.
///
/// May be shared between threads.
public final class BundlePages implements OfficerPart {
  private static final String PATH = CasePages.HOME + "/:id/bundel";
  private static final String TITLE = "toezicht-zaak.titel";
  private static final Set<Duty> MAY = EnumSet.of(Duty.PRIVACY_OFFICER);
  private static final Set<String> FORMS = Set.of("bestand", "papier");

  private final BundleDesk desk;
  private final CaseReading reading;
  private final CaseShowing showing;
  private final CaseLooks looks;
  private final RightsDesk rights;
  private final OwnAnswers answers;
  private final Papers papers;

  BundlePages(
      BundleDesk desk,
      CaseReading reading,
      CaseShowing showing,
      CaseLooks looks,
      RightsDesk rights,
      OwnAnswers answers,
      Papers papers) {
    this.desk = desk;
    this.reading = reading;
    this.showing = showing;
    this.looks = looks;
    this.rights = rights;
    this.answers = answers;
    this.papers = papers;
  }

  /// The form.
  ///
  /// @param path where it is sent
  /// @param back where the case is
  /// @param receivers the words of who can take it along
  /// @param requests of whom, for somebody of the family; the newest first
  /// @param wrong the key of what is wrong; empty when nothing is
  public record Form(
      String path, String back, List<String> receivers, List<Asker> requests, String wrong) {
    /// Copies its lists.
    public Form {
      receivers = List.copyOf(receivers);
      requests = List.copyOf(requests);
    }
  }

  /// Somebody who asked something.
  ///
  /// @param kind the word of what was asked
  public record Asker(UUID id, String kind, Instant askedAt) {}

  /// A case on paper.
  ///
  /// @param whole as its page shows it
  /// @param receiver the word of for whom
  /// @param words whether that receiver reads what officers wrote
  /// @param made on which day
  /// @param root by which the file of this case is known
  public record Paper(
      CaseModels.Whole whole, String receiver, boolean words, LocalDate made, String root) {}

  @Override
  public List<Tile> tiles() {
    return List.of();
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(PATH, MAY, (who, asked) -> form(who, asked, ""));
    routes.post(PATH, MAY, this::give);
  }

  private View form(Officer who, Asked asked, String wrong) throws SQLException {
    var one = find(who, asked);
    if (one.isEmpty()) {
      return new View.Gone();
    }
    looks.note(who, one.get());
    var requests =
        rights.of(who.organisation()).stream()
            .map(request -> new Asker(request.id(), request.kind().code(), request.askedAt()))
            .toList();
    var back = CasePages.HOME + "/" + one.get().id();
    var receivers = Arrays.stream(Receiver.values()).map(Receiver::word).toList();
    var model = new Form(back + "/bundel", back, receivers, requests, wrong);
    var shown = new View.Shown("toezicht/bundel", model, TITLE);
    return wrong.isEmpty() ? shown : shown.again();
  }

  private Optional<CaseFile> find(Officer who, Asked asked) throws SQLException {
    var id = asked.id();
    return id.isEmpty() ? Optional.empty() : desk.find(who, id.get());
  }

  private View give(Officer who, Asked asked) throws InputFault, SQLException {
    var one = find(who, asked);
    if (one.isEmpty()) {
      return new View.Gone();
    }
    var receiver = Receiver.of(asked.one("voor"));
    var form = asked.one("vorm");
    if (receiver.isEmpty() || !FORMS.contains(form)) {
      return form(who, asked, "toezicht-zaak.bundel.fout");
    }
    var request =
        receiver.get().isFamily()
            ? request(who, asked.one("verzoek"))
            : Optional.<SubjectRequest>empty();
    if (receiver.get().isFamily() && request.isEmpty()) {
      return form(who, asked, "toezicht-zaak.bundel.fout.wie");
    }
    var wanted = new BundleDesk.Wanted(receiver.get(), request, asked.at());
    var taken = desk.take(who, one.get(), wanted, form);
    return form.equals("papier") ? paper(who, taken, wanted) : file(taken, wanted);
  }

  private Optional<SubjectRequest> request(Officer who, String id) throws SQLException {
    try {
      return rights.find(UUID.fromString(id), who.organisation());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private View file(BundleDesk.Taken taken, BundleDesk.Wanted wanted) throws SQLException {
    return desk.file(taken, wanted)
        .<View>map(bytes -> new View.File("dossier.json", "application/json", bytes))
        .orElseGet(View.Gone::new);
  }

  private View paper(Officer who, BundleDesk.Taken taken, BundleDesk.Wanted wanted)
      throws SQLException {
    var day = LocalDate.ofInstant(wanted.at(), Age.CALENDAR);
    var page =
        wanted.request().isPresent()
            ? family(taken, wanted.request().get(), wanted.at(), day)
            : whole(who, taken, wanted, day);
    return page.<View>map(
            one ->
                new View.File("dossier.pdf", Papers.MEDIA_TYPE, papers.pdf(one, Language.NL, day)))
        .orElseGet(View.Gone::new);
  }

  /// As any answer to that person: what the own pages say, of this case alone.
  private Optional<View.Shown> family(
      BundleDesk.Taken taken, SubjectRequest request, Instant at, LocalDate day)
      throws SQLException {
    var lines = desk.lines(taken, request, at);
    var model = new AnswerModel(day, answers.completeFrom(at), lines);
    return Optional.of(new View.Shown("papier/inzage", model, "overzicht.titel"));
  }

  private Optional<View.Shown> whole(
      Officer who, BundleDesk.Taken taken, BundleDesk.Wanted wanted, LocalDate day)
      throws SQLException {
    var receiver = wanted.receiver();
    return reading
        .whole(who.organisation(), taken.one().id())
        .map(one -> showing.whole(one, "", who.who(), false, "", wanted.at()))
        .map(
            one ->
                new View.Shown(
                    "papier/dossier",
                    new Paper(
                        one,
                        receiver.word(),
                        receiver.reads().contains(Field.TOELICHTING),
                        day,
                        taken.root()),
                    TITLE));
  }
}
