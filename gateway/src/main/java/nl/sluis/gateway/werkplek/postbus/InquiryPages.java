package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What this organisation asked others about a child, and what it was asked: with the term, and
/// without a child. Who is asked may be silent, and a question that nobody answered lapses.
public final class InquiryPages {
  static final String HOME = "/werk/vragen";
  static final String ROAD = "/v1/vragen";
  private static final Set<String> STATES =
      Set.of("wacht", "open", "beantwoord", "geweigerd", "verlopen");

  /// One question.
  ///
  /// @param exchange its number
  /// @param own whether this organisation asked it
  /// @param other the name of who is at the other end
  /// @param categories what is asked for
  /// @param since when it was asked
  /// @param due until when; empty as long as nobody read it
  /// @param state `wacht`, `open`, `beantwoord`, `geweigerd` or `verlopen`
  /// @param answer the number of the message that answers; empty when there is none
  public record Inquiry(
      String exchange,
      boolean own,
      String other,
      List<String> categories,
      Instant since,
      Optional<Instant> due,
      String state,
      String answer) {
    /// Open first and by term, then what is over, the newest on top.
    static final Comparator<Inquiry> ORDER =
        Comparator.comparing(Inquiry::isOver)
            .thenComparing(
                (Inquiry one) -> one.isOver() ? Instant.MAX : one.due().orElse(Instant.MAX))
            .thenComparing(Inquiry::since, Comparator.reverseOrder())
            .thenComparing(Inquiry::exchange);

    /// Copies its list.
    public Inquiry {
      categories = List.copyOf(categories);
    }

    /// Did somebody here read it, and does it wait for an answer of ours?
    public boolean isToAnswer() {
      return !own && state.equals("open");
    }

    /// Is there nothing to wait for any more?
    public boolean isOver() {
      return switch (state) {
        case "wacht", "open" -> false;
        default -> true;
      };
    }
  }

  /// The page.
  ///
  /// @param received what was asked here
  /// @param asked what was asked elsewhere
  /// @param mayAsk whether the convenant lets this organisation ask
  public record Inquiries(List<Inquiry> received, List<Inquiry> asked, boolean mayAsk) {
    /// Copies its lists.
    public Inquiries {
      received = List.copyOf(received);
      asked = List.copyOf(asked);
    }
  }

  void add(WorkRoutes routes) {
    routes.get(HOME, PostbusPart.MAY, this::all);
  }

  private View all(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var party = who.at().party();
    var law = who.at().line().check();
    var listed = TodoPages.answered(who, ROAD);
    var all = of(listed, party, law, asked.at());
    return new View.Shown(
        PostbusPart.PAGES + "vragen",
        new Inquiries(
            all.stream().filter(one -> !one.own()).toList(),
            all.stream().filter(Inquiry::own).toList(),
            mayAsk(party, law)),
        PostbusPart.TITLE);
  }

  /// The questions of this role, in the order of the page.
  static List<Inquiry> of(JsonNode listed, PartyRole self, OwnCheck law, Instant now) {
    var all = new ArrayList<Inquiry>();
    for (var one : listed.path("vragen")) {
      boolean own = one.path("kant").asText().equals("gesteld");
      var mine = Waiting.party(one.path(own ? "van" : "aan"));
      var other = Waiting.party(one.path(own ? "aan" : "van"));
      var since = SentPages.moment(one.path("gesteldOp").asText());
      if (mine.filter(self::equals).isPresent() && other.isPresent() && since.isPresent()) {
        all.add(inquiry(one, own, named(one, law, now), since.get()));
      }
    }
    all.sort(Inquiry.ORDER);
    return all;
  }

  private static Optional<OwnCheck.Spoken> named(JsonNode one, OwnCheck law, Instant now) {
    var from = Waiting.party(one.path("van"));
    var to = Waiting.party(one.path("aan"));
    var purpose = one.path("doel").asText();
    return from.isPresent() && to.isPresent() && Purpose.isPurpose(purpose)
        ? law.rule(new Purpose(purpose), from.get(), to.get(), Optional.empty(), now)
        : Optional.empty();
  }

  private static Inquiry inquiry(
      JsonNode one, boolean own, Optional<OwnCheck.Spoken> spoken, Instant since) {
    var other = Waiting.party(one.path(own ? "aan" : "van")).orElseThrow();
    var categories = new ArrayList<String>();
    for (var code : one.path("gevraagd")) {
      DataCategory.of(code.asText())
          .ifPresent(
              known ->
                  categories.add(
                      spoken
                          .map(says -> says.convenant().labels().get(known))
                          .orElseGet(known::name)));
    }
    return new Inquiry(
        one.path("transactie").asText(),
        own,
        Naming.party(spoken, other.oin()),
        categories,
        since,
        SentPages.moment(one.path("uiterlijk").asText()),
        Naming.known(STATES, one.path("stand").asText()),
        one.path("antwoord").path("transactie").asText());
  }

  private static boolean mayAsk(PartyRole self, OwnCheck law) {
    return law.convenanten().stream()
        .filter(one -> one.parties().containsKey(self.oin()))
        .flatMap(one -> one.rules().stream())
        .anyMatch(
            rule -> rule.conditions().contains("vragenlijst") && rule.from().contains(self.role()));
  }
}
