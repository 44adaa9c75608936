package nl.sluis.gateway.beeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.cijfers.ReportDesk;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.cijfers.Period;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Purpose;

/// The report of a quarter that municipalities get, for who looks after the convenant: made once,
/// to read, as CSV and on paper. May be shared between threads.
public final class ReportPages implements OfficerPart {
  private static final String PATH = "/toezicht/rapport";
  private static final String ONE = PATH + "/:naam/:periode";
  private static final String TITLE = "toezicht-beeld.titel";
  private static final Set<Duty> MAY = Set.of(Duty.CONVENANTBEHEERDER);
  private static final JsonMapper MAPPER = new JsonMapper();

  private final ReportDesk desk;
  private final CurrentLaw law;
  private final Sequencer sequencer;
  private final Papers papers;
  private final Looking looking;

  /// @param desk makes and keeps reports
  /// @param law knows the convenanten
  /// @param sequencer writes down what is made and who looked
  /// @param papers prints
  public ReportPages(ReportDesk desk, CurrentLaw law, Sequencer sequencer, Papers papers) {
    this.desk = desk;
    this.law = law;
    this.sequencer = sequencer;
    this.papers = papers;
    this.looking = new Looking(sequencer);
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(PATH, MAY, (_, asked) -> shelf(asked));
    routes.post(ONE, MAY, this::make);
    routes.get(ONE, MAY, this::page);
    routes.get(ONE + "/csv", MAY, (officer, asked) -> of(officer, asked, ReportPages::csv));
    routes.get(
        ONE + "/pdf",
        MAY,
        (officer, asked) ->
            of(officer, asked, model -> pdf(model, asked.at().atZone(Age.CALENDAR).toLocalDate())));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(PATH, "toezicht-beeld.rapport.kop", MAY));
  }

  private List<Convenant> convenanten(Asked asked) {
    return law.now().inForce(asked.at());
  }

  private View shelf(Asked asked) throws SQLException {
    var places = new ArrayList<ReportModel.Place>();
    for (var convenant : convenanten(asked)) {
      for (var period : ReportDesk.quarters(asked.at())) {
        places.add(
            new ReportModel.Place(
                convenant.id(),
                period.code(),
                path(convenant.id(), period),
                desk.find(convenant.id(), period).isPresent()));
      }
    }
    return new View.Shown("toezicht/rapporten", new ReportModel.Shelf(places), TITLE);
  }

  private static String path(String convenant, Period period) {
    return PATH + "/" + convenant + "/" + period.code();
  }

  private Optional<Convenant> convenant(Asked asked) {
    return convenanten(asked).stream()
        .filter(one -> one.id().equals(asked.path().getOrDefault("naam", "")))
        .findFirst();
  }

  private View make(Officer officer, Asked asked) throws SQLException {
    var convenant = convenant(asked);
    var period = Period.of(asked.path().getOrDefault("periode", ""));
    if (convenant.isEmpty() || period.isEmpty()) {
      return new View.Gone();
    }
    var work = desk.make(officer.organisation(), convenant.get(), period.get(), asked.at());
    var _ = sequencer.submit(work).join();
    return new View.Moved(path(convenant.get().id(), period.get()));
  }

  private interface Of {
    View answer(ReportModel model);
  }

  private View of(Officer officer, Asked asked, Of shown) throws SQLException {
    var convenant = convenant(asked);
    var period = Period.of(asked.path().getOrDefault("periode", ""));
    if (convenant.isEmpty() || period.isEmpty()) {
      return new View.Gone();
    }
    var body = desk.find(convenant.get().id(), period.get());
    if (body.isEmpty()) {
      return new View.Gone();
    }
    looking.note(officer, Looking.Act.RAPPORT);
    return shown.answer(model(convenant.get(), period.get(), body.get()));
  }

  private static ReportModel model(Convenant convenant, Period period, String body) {
    var report = json(body);
    var lines = new ArrayList<ReportModel.Line>();
    report
        .path("doelen")
        .properties()
        .forEach(
            one ->
                lines.add(
                    new ReportModel.Line(
                        one.getKey(),
                        Purpose.isPurpose(one.getKey())
                            ? convenant.purposes().getOrDefault(new Purpose(one.getKey()), "")
                            : "",
                        number(one.getValue()))));
    var gaps = new ArrayList<ReportModel.Gap>();
    report
        .path("naasteRegels")
        .properties()
        .forEach(
            one -> {
              int slash = one.getKey().indexOf('/');
              gaps.add(
                  new ReportModel.Gap(
                      one.getKey().substring(0, slash),
                      one.getKey().substring(slash + 1),
                      number(one.getValue())));
            });
    return new ReportModel(
        convenant.id(),
        period.code(),
        path(convenant.id(), period),
        number(report.path("totaal")),
        lines,
        number(report.path("doorbrekingen")),
        gaps);
  }

  private static JsonNode json(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that was kept is not JSON", e);
    }
  }

  private static String number(JsonNode value) {
    return value.isNumber() ? value.asText() : "";
  }

  /// One that is not made yet is a page with a button.
  private View page(Officer officer, Asked asked) throws SQLException {
    var convenant = convenant(asked);
    var period = Period.of(asked.path().getOrDefault("periode", ""));
    if (convenant.isPresent()
        && period.filter(ReportDesk.quarters(asked.at())::contains).isPresent()
        && desk.find(convenant.get().id(), period.get()).isEmpty()) {
      var place =
          new ReportModel.Place(
              convenant.get().id(),
              period.get().code(),
              path(convenant.get().id(), period.get()),
              false);
      return new View.Shown("toezicht/rapport-maken", place, TITLE);
    }
    return of(officer, asked, model -> new View.Shown("toezicht/rapport", model, TITLE));
  }

  private static View csv(ReportModel model) {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("convenant", "periode", "doel", "aantal"));
    for (var line : model.lines()) {
      lines.add(List.of(model.convenant(), model.period(), line.purpose(), told(line.number())));
    }
    lines.add(List.of(model.convenant(), model.period(), "alles", told(model.total())));
    lines.add(List.of(model.convenant(), model.period(), "doorbrekingen", told(model.overrides())));
    for (var gap : model.gaps()) {
      var what = "doorbreking, naaste regel " + gap.rule() + ", " + gap.lack();
      lines.add(List.of(model.convenant(), model.period(), what, told(gap.number())));
    }
    return Csv.file("rapport", lines);
  }

  private static String told(String number) {
    return number.isEmpty() ? ReportDesk.FEW : number;
  }

  private View pdf(ReportModel model, LocalDate day) {
    var paper = new View.Shown("papier/rapport", model, "toezicht-beeld.rapport.titel");
    return new View.File("rapport.pdf", Papers.MEDIA_TYPE, papers.pdf(paper, Language.NL, day));
  }
}
