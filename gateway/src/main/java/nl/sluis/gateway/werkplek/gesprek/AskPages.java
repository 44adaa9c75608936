package nl.sluis.gateway.werkplek.gesprek;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;

/// Asking a family: for what, whom, which kinds of data; reading it aloud in their language; and
/// putting on record that it was asked. Nothing of it is kept between the pages: each page carries
/// what was typed to the next. May be shared between threads.
public final class AskPages {
  static final String HOME = "/werk/gesprek";
  static final Set<Task> MAY = Set.of(Task.TOESTEMMING);
  static final String TITLE = "werkplek-gesprek.titel";
  private static final String TOKEN = "bewijs";

  private final Texts texts;

  AskPages(Texts texts) {
    this.texts = texts;
  }

  /// The first page.
  ///
  /// @param topics what may be asked
  /// @param wrong the key of what went wrong; empty when nothing did
  public record Start(List<Topic> topics, String wrong) {
    /// Copies its list.
    public Start {
      topics = List.copyOf(topics);
    }
  }

  /// The form in which is said what is asked.
  ///
  /// @param lacks the keys of what is missing
  /// @param refused what Sluis found wrong with it, in its own sentences
  /// @param latest the last day that may be chosen
  public record Filling(
      Topic topic, AskForm form, List<String> lacks, List<String> refused, String latest) {
    /// Copies its lists.
    public Filling {
      lacks = List.copyOf(lacks);
      refused = List.copyOf(refused);
    }

    /// The languages in which it can be read.
    public List<Language> languages() {
      return List.of(Language.values());
    }
  }

  /// What is read to the family.
  ///
  /// @param givers who must answer, at this age
  /// @param carried what was typed, for the next page
  public record Reading(Topic topic, Bundle bundle, AgeBand.Givers givers, List<Carried> carried) {
    /// Copies its list.
    public Reading {
      carried = List.copyOf(carried);
    }
  }

  /// One field that goes on to the next page.
  public record Carried(String name, String value) {
    @Override
    public String toString() {
      return name;
    }
  }

  void add(WorkRoutes routes) {
    routes.get(HOME, MAY, (who, _) -> start(who, ""));
    routes.post(HOME + "/nummer", MAY, this::find);
    routes.post(HOME + "/doel", MAY, this::fill);
    routes.post(HOME + "/voorlezen", MAY, this::read);
    routes.post(HOME + "/vastleggen", MAY, this::record);
  }

  private static View.Shown start(Worker who, String wrong) {
    return new View.Shown("werkplek/gesprek-begin", new Start(topics(who), wrong), TITLE);
  }

  private static List<Topic> topics(Worker who) {
    var line = who.at().line();
    return Topic.all(Names.of(line).inForce(), who.at().party(), line.clock().instant());
  }

  private static Optional<Topic> topic(Worker who, Asked asked) throws InputFault {
    var purpose = asked.one("doel");
    return topics(who).stream().filter(one -> one.purpose().code().equals(purpose)).findFirst();
  }

  /// The number stands on the form that was printed; there is no list to choose from.
  private View find(Worker who, Asked asked) throws InputFault {
    try {
      return new View.Moved(HOME + "/" + UUID.fromString(asked.one("nummer")));
    } catch (IllegalArgumentException _) {
      return start(who, "werkplek-gesprek.fout.nummer").again();
    }
  }

  private View fill(Worker who, Asked asked) throws InputFault {
    var topic = topic(who, asked);
    if (topic.isEmpty()) {
      return start(who, "werkplek-gesprek.fout.doel").again();
    }
    var now = who.at().line().clock().instant();
    var form = asked.has("vraag") ? AskForm.read(asked, topic.get()) : AskForm.empty(now);
    return filling(who, topic.get(), form, List.of(), List.of());
  }

  private static View.Shown filling(
      Worker who, Topic topic, AskForm form, List<String> lacks, List<String> refused) {
    var months = topic.words().arrangements().consentTerms().longestConsentMonths();
    var latest = AskForm.day(who.at().line().clock().instant()).plusMonths(months).minusDays(1);
    var keys = lacks.stream().map(key -> "werkplek-gesprek." + key).toList();
    return new View.Shown(
        "werkplek/gesprek-vragen",
        new Filling(topic, form, keys, refused, latest.toString()),
        TITLE);
  }

  private View read(Worker who, Asked asked) throws InputFault {
    var topic = topic(who, asked);
    if (topic.isEmpty()) {
      return start(who, "werkplek-gesprek.fout.doel").again();
    }
    var now = who.at().line().clock().instant();
    var form = AskForm.read(asked, topic.get());
    var lacks = form.lacks(topic.get(), now);
    if (!lacks.isEmpty()) {
      return filling(who, topic.get(), form, lacks, List.of()).again();
    }
    var bundle = Bundle.of(form, topic.get(), who.at().party(), texts, now);
    var givers =
        form.age()
            .orElseThrow()
            .givers(Topic.regimes(form.receivers()), ConsentParameters.of(topic.get().words()));
    return new View.Shown(
        "werkplek/gesprek-voorlezen",
        new Reading(topic.get(), bundle, givers, carried(asked)),
        TITLE);
  }

  private static List<Carried> carried(Asked asked) {
    var carried = new ArrayList<Carried>();
    asked
        .form()
        .forEach(
            (name, values) -> {
              if (!name.equals(TOKEN)) {
                values.forEach(value -> carried.add(new Carried(name, value)));
              }
            });
    return carried;
  }

  private View record(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var topic = topic(who, asked);
    if (topic.isEmpty()) {
      return start(who, "werkplek-gesprek.fout.doel").again();
    }
    var line = who.at().line();
    var now = line.clock().instant();
    var form = AskForm.read(asked, topic.get());
    var lacks = form.lacks(topic.get(), now);
    if (!lacks.isEmpty()) {
      return filling(who, topic.get(), form, lacks, List.of()).again();
    }
    var bundle = Bundle.of(form, topic.get(), who.at().party(), texts, now);
    var answer =
        line.post("/v1/toestemmingsverzoeken", form.json(who.at().party(), topic.get(), bundle));
    if (Refused.isMendable(answer)) {
      return filling(who, topic.get(), form, List.of(), Refused.sentences(answer)).again();
    }
    return new View.Moved(HOME + "/" + Line.answered(answer).path("id").asText());
  }
}
