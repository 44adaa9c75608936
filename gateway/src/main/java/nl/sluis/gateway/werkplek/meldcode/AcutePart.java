package nl.sluis.gateway.werkplek.meldcode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.concept.Drafts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Acute danger: one tap from every page, for every function, without the stronger sign-in. The
/// telephone comes first; the form is as short as Sluis asks it (`docs/meldcode-formulier.md`).
///
/// A report that is not sure to have arrived stands in the sealed draft and nowhere else at the
/// desk. May be shared between threads.
public final class AcutePart implements WorkPart {
  private static final Logger LOG = LoggerFactory.getLogger(AcutePart.class);

  /// How long somebody looks at a page that does not come, at most.
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final String START = "/werk/acuut";
  private static final String ONE = START + "/:id";
  private static final String TITLE = "werkplek-meldcode.titel";
  private static final String DRAFT = "acuut";
  private static final String LIST = "meldingen";
  private static final int MOST = 10;
  private static final Set<Task> EVERYBODY = EnumSet.allOf(Task.class);

  private static final String CALLED = "gebeld";

  /// Each field with how long it may be.
  private static final Map<String, Integer> FIELDS =
      new TreeMap<>(Map.of("kind", 200, "waar", 200, "feit", 800, "gevaar", 500));

  private final Drafts drafts;
  private final AcuteRoad road = new AcuteRoad(PATIENCE);

  /// @param drafts in which a report that is not sure to have arrived stands
  public AcutePart(Drafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public void add(WorkRoutes routes) {
    routes.get(START, EVERYBODY, this::form);
    routes.post(START, EVERYBODY, this::report);
    routes.get(ONE, EVERYBODY, this::look);
    routes.post(ONE, EVERYBODY, this::again);
    routes.post(ONE + "/weg", EVERYBODY, this::away);
  }

  private View form(Worker who, Asked asked) {
    return form(who, asked, Map.of(), "");
  }

  private View.Shown form(Worker who, Asked asked, Map<String, String> given, String wrong) {
    return new View.Shown(
        "werkplek/meldcode-acuut", new AcuteModels.Form(given, known(who, asked), wrong), TITLE);
  }

  private List<AcuteModels.Line> known(Worker who, Asked asked) {
    return reports(who, asked).stream()
        .map(one -> new AcuteModels.Line(one.id(), one.at(), one.standing().word()))
        .toList();
  }

  private View report(Worker who, Asked asked) throws InputFault, InterruptedException {
    var given = new TreeMap<String, String>();
    for (var field : FIELDS.entrySet()) {
      var value = asked.one(field.getKey());
      given.put(field.getKey(), value.substring(0, Math.min(value.length(), field.getValue())));
    }
    given.put("kenmerk", asked.one("kenmerk"));
    given.put(CALLED, asked.one(CALLED));
    var to = Receivers.inDanger(who.at().line().check(), who.at().party(), asked.at());
    if (!isEnough(given) || to.isEmpty()) {
      return form(who, asked, given, "invullen").again();
    }
    var fresh =
        new AcuteReport(
            UUID.randomUUID(),
            asked.at(),
            record(given, who),
            given.getOrDefault("kenmerk", ""),
            Optional.empty(),
            new Standing.NotArrived());
    // Kept before it goes, so that it is there when this page is lost.
    boolean kept = kept(who, asked, fresh);
    var now = onward(who, asked, fresh);
    if (kept && kept(who, asked, now)) {
      return new View.Moved(START + "/" + now.id());
    }
    // A disk that is full must not cost a child: it went, or it stands in the form still.
    return now.standing() instanceof Standing.NotArrived
        ? form(who, asked, given, "niet-aangekomen").again()
        : shown(now);
  }

  private AcuteReport onward(Worker who, Asked asked, AcuteReport report)
      throws InterruptedException {
    var to = Receivers.inDanger(who.at().line().check(), who.at().party(), asked.at());
    return to.isEmpty() ? report : road.on(report, who, to.getFirst().party());
  }

  private boolean kept(Worker who, Asked asked, AcuteReport report) {
    try {
      keep(who, asked, all -> with(all, report));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("an acute report cannot be kept here: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  /// With this one first. Of many only those stay that are nowhere else yet.
  private static List<AcuteReport> with(List<AcuteReport> all, AcuteReport report) {
    var list = new ArrayList<>(all);
    list.removeIf(one -> one.id().equals(report.id()));
    list.addFirst(report);
    if (list.size() > MOST) {
      list.removeIf(one -> !one.isStillHere());
    }
    return list;
  }

  private static boolean isEnough(Map<String, String> given) {
    var called = given.getOrDefault(CALLED, "");
    return (called.equals("ja") || called.equals("nee"))
        && List.of("kind", "feit", "gevaar").stream()
            .noneMatch(field -> given.getOrDefault(field, "").isEmpty())
        && given.getOrDefault("kenmerk", "").length() <= 100;
  }

  /// Exactly the fields that Sluis reads; where the child is belongs to who it is.
  private static ObjectNode record(Map<String, String> given, Worker who) {
    var record = JsonNodeFactory.instance.objectNode().put("acuut", true);
    record.putObject("melder").put("id", who.pseudonym()).put("functie", who.function());
    var where = given.getOrDefault("waar", "");
    var child = given.getOrDefault("kind", "");
    record.put("kind", where.isEmpty() ? child : child + " Waar: " + where);
    record.put("feit", given.getOrDefault("feit", ""));
    record.put("gevaar", given.getOrDefault("gevaar", ""));
    return record.put(CALLED, given.getOrDefault(CALLED, "").equals("ja"));
  }

  private View look(Worker who, Asked asked) {
    return one(who, asked).<View>map(AcutePart::shown).orElseGet(View.Gone::new);
  }

  private static View.Shown shown(AcuteReport report) {
    return new View.Shown("werkplek/meldcode-acuut-stand", AcuteModels.stand(report), TITLE);
  }

  private View again(Worker who, Asked asked) throws InterruptedException {
    var report = one(who, asked);
    if (report.isEmpty()) {
      return new View.Gone();
    }
    var now = onward(who, asked, report.get());
    return kept(who, asked, now) ? new View.Moved(START + "/" + now.id()) : shown(now);
  }

  private View away(Worker who, Asked asked) throws IOException {
    var id = asked.id();
    keep(who, asked, all -> all.stream().filter(one -> !id.equals(Optional.of(one.id()))).toList());
    return new View.Moved(START);
  }

  private Optional<AcuteReport> one(Worker who, Asked asked) {
    var id = asked.id();
    return reports(who, asked).stream().filter(one -> id.equals(Optional.of(one.id()))).findFirst();
  }

  /// What can be read of today; a disk or a browser that lost it stands in nobody's way.
  private List<AcuteReport> reports(Worker who, Asked asked) {
    var found = new ArrayList<AcuteReport>();
    try {
      drafts
          .of(asked, Dossier.owner(who))
          .read(DRAFT)
          .ifPresent(
              draft -> {
                for (var each : draft.path(LIST)) {
                  if (each instanceof ObjectNode kept) {
                    AcuteReport.of(kept).ifPresent(found::add);
                  }
                }
              });
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("acute reports of today cannot be read: {}", e.getClass().getSimpleName());
    }
    return List.copyOf(found);
  }

  private void keep(Worker who, Asked asked, UnaryOperator<List<AcuteReport>> change)
      throws IOException {
    var own = drafts.of(asked, Dossier.owner(who));
    var left = change.apply(reports(who, asked));
    if (left.isEmpty()) {
      own.drop(DRAFT);
      return;
    }
    var draft = JsonNodeFactory.instance.objectNode();
    var list = draft.putArray(LIST);
    left.forEach(one -> list.add(one.toJson()));
    own.keep(DRAFT, draft);
  }
}
