package nl.sluis.gateway.zaakdossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.inzicht.OwnAnswers;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.maandoverzicht.Telling;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.verzoek.RightsDesk;
import nl.sluis.gateway.verzoek.SubjectRequest;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.Age;

/// Where an officer has the answer made to who asks what the organisation gave and got (AVG 15), as
/// a file and on paper, in the language of who asked.
///
/// It holds what that person may see now and nothing else ([OwnAnswers]). That it was made is a row
/// about the child, written before the first byte. May be shared between threads.
public final class AnswerPages implements OfficerPart {
  private static final String HOME = "/toezicht/inzage";
  private static final String TITLE = "toezicht-zaak.titel";
  private static final Set<Duty> MAY = EnumSet.of(Duty.PRIVACY_OFFICER);

  private final RightsDesk rights;
  private final OwnAnswers answers;
  private final Texts texts;
  private final Papers papers;
  private final Sequencer sequencer;

  /// @param rights knows what was asked of an organisation
  /// @param answers knows what somebody may see of it
  /// @param texts says it in a language
  /// @param papers prints it
  public AnswerPages(
      RightsDesk rights, OwnAnswers answers, Texts texts, Papers papers, Sequencer sequencer) {
    this.rights = rights;
    this.answers = answers;
    this.texts = texts;
    this.papers = papers;
    this.sequencer = sequencer;
  }

  /// What was asked of the organisation.
  ///
  /// @param requests the newest first
  /// @param languages in which an answer can be
  /// @param wrong the key of what is wrong; empty when nothing is
  public record All(List<One> requests, List<String> languages, String wrong) {
    /// Copies its lists.
    public All {
      requests = List.copyOf(requests);
      languages = List.copyOf(languages);
    }
  }

  /// One request.
  ///
  /// @param kind its word
  /// @param language the word of the language in which it was asked
  /// @param answered whether there is an answer
  /// @param daysLate by how many days the answer is or was late; 0 when it is not
  public record One(
      UUID id,
      String kind,
      String language,
      Instant askedAt,
      Instant due,
      boolean answered,
      long daysLate) {}

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "toezicht-zaak.inzage.tegel", MAY));
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(HOME, MAY, (who, asked) -> list(who, asked, ""));
    routes.post(HOME, MAY, this::make);
  }

  private View list(Officer who, Asked asked, String wrong) throws SQLException {
    var requests =
        rights.of(who.organisation()).stream().map(request -> one(request, asked.at())).toList();
    var languages = Arrays.stream(Language.values()).map(Language::tag).toList();
    var shown = new View.Shown("toezicht/inzage", new All(requests, languages, wrong), TITLE);
    return wrong.isEmpty() ? shown : shown.again();
  }

  private static One one(SubjectRequest request, Instant now) {
    return new One(
        request.id(),
        request.kind().code(),
        request.language().tag(),
        request.askedAt(),
        request.due(),
        request.answer().isPresent(),
        request.daysLate(now));
  }

  private View make(Officer who, Asked asked) throws InputFault, SQLException {
    var request = request(who, asked.one("verzoek"));
    var chosen = asked.one("taal");
    var language = chosen.isEmpty() ? request.map(SubjectRequest::language) : Language.of(chosen);
    var form = asked.one("vorm");
    if (request.isEmpty() || language.isEmpty() || !Set.of("bestand", "papier").contains(form)) {
      return list(who, asked, "toezicht-zaak.inzage.fout");
    }
    sequencer.submit(looked(who, request.get(), form)).join();
    return form.equals("papier")
        ? paper(request.get(), language.get(), asked.at())
        : file(request.get(), language.get(), asked.at());
  }

  private Optional<SubjectRequest> request(Officer who, String id) throws SQLException {
    try {
      return rights.find(UUID.fromString(id), who.organisation());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private AnswerModel model(SubjectRequest request, Instant now) throws SQLException {
    var place = new Place(request.subject(), request.person());
    return new AnswerModel(
        LocalDate.ofInstant(now, Age.CALENDAR),
        answers.completeFrom(now),
        answers.lines(place, request.holder(), now));
  }

  private View paper(SubjectRequest request, Language language, Instant now) throws SQLException {
    var model = model(request, now);
    var page = new View.Shown("papier/inzage", model, "overzicht.titel");
    return new View.File(
        "antwoord.pdf", Papers.MEDIA_TYPE, papers.pdf(page, language, model.made()));
  }

  private View file(SubjectRequest request, Language language, Instant now) throws SQLException {
    var model = model(request, now);
    var said = texts.set("inzien", language);
    var telling = new Telling(said);
    var root = JsonNodeFactory.instance.objectNode();
    root.put("taal", said.language().tag()).put("gemaakt", model.made().toString());
    root.put("organisatie", request.holder().value());
    root.put("verzoek", request.id().toString());
    root.put("volledigVanaf", model.completeFrom().toString());
    var lines = root.putArray("regels");
    model.lines().forEach(line -> lines.add(telling.of(line)));
    return new View.File(
        "antwoord.json",
        "application/json",
        root.toPrettyString().getBytes(StandardCharsets.UTF_8));
  }

  /// What was asked was put together for who asked: a look at that child.
  private static Work<Boolean> looked(Officer who, SubjectRequest request, String form) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Boolean> plan(Found found) {
        return Plan.of(
            List.of(
                new Entry(
                    EntryKind.INSPECTION,
                    Optional.of(request.subject()),
                    detail(who, request, form))),
            true);
      }
    };
  }

  private static ObjectNode detail(Officer who, SubjectRequest request, String form) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("handeling", "inzage-samengesteld").put("vorm", form);
    detail.put("verzoek", request.id().toString());
    detail.put("organisatie", who.organisation().value());
    return detail.put("door", CaseDesk.word(who.who()));
  }
}
