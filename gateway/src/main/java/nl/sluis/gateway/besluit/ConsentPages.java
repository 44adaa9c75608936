package nl.sluis.gateway.besluit;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.gateway.besluit.Statutes.Statute;
import nl.sluis.gateway.bewijs.ReceiptDesk;
import nl.sluis.gateway.bewijs.Receipts.Listed;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.desk.OwnQuestions.Child;
import nl.sluis.gateway.desk.OwnQuestions.Found;
import nl.sluis.gateway.desk.OwnStops;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.terms.Age;

/// What somebody said and may say otherwise, with how it stands, what came of a stop, and the proof
/// of it; and what the law orders, of which there is nothing to take back.
///
/// May be shared between threads.
public final class ConsentPages implements PageRoutes {
  static final String HOME = "/mijn/toestemmingen";
  private static final String BY_LAW = HOME + "/wet";
  private static final String TITLE = "beslissen.titel";

  private final OwnQuestions questions;
  private final Decisions decisions;
  private final ReceiptDesk receipts;
  private final OwnStops stops;
  private final CurrentLaw law;
  private final SubjectReference references;

  /// @param questions knows of which questions somebody may know
  /// @param receipts makes proof of the own words
  /// @param stops knows what came of a stop
  /// @param law the words of the convenant
  /// @param references names children and what the law says of them, for each person otherwise
  public ConsentPages(
      OwnQuestions questions,
      Decisions decisions,
      ReceiptDesk receipts,
      OwnStops stops,
      CurrentLaw law,
      SubjectReference references) {
    this.questions = questions;
    this.decisions = decisions;
    this.receipts = receipts;
    this.stops = stops;
    this.law = law;
    this.references = references;
  }

  /// What the law lets an organisation share.
  ///
  /// @param act where somebody asks something about it; the word for what comes behind it
  public record ByLaw(Statute statute, String act) {}

  /// The questions about one child.
  ///
  /// @param byLaw where is told what the law orders; empty when there is nothing of it
  public record At(ChildName child, List<Question> questions, String byLaw) {
    /// Copies its list.
    public At {
      questions = List.copyOf(questions);
    }
  }

  /// What the law orders about one child.
  public record Ordered(ChildName child, List<ByLaw> statutes) {
    /// Copies its list.
    public Ordered {
      statutes = List.copyOf(statutes);
    }

    /// What the law orders, organisation by organisation.
    public List<Group> byOrganisation() {
      return statutes.stream()
          .collect(
              Collectors.groupingBy(
                  one -> one.statute().from(), LinkedHashMap::new, Collectors.toList()))
          .entrySet()
          .stream()
          .map(one -> new Group(one.getKey(), one.getValue()))
          .toList();
    }
  }

  /// What the law lets one organisation share.
  public record Group(Who from, List<ByLaw> statutes) {
    /// Copies its parts.
    public Group {
      statutes = List.copyOf(statutes);
    }

    /// How its data protection officer is reached.
    public Optional<String> contact() {
      return statutes.stream().flatMap(one -> one.statute().contact().stream()).findFirst();
    }
  }

  /// All of it.
  public record All(List<At> children) {
    /// Copies its parts.
    public All {
      children = List.copyOf(children);
    }
  }

  /// One thing that somebody said.
  ///
  /// @param key of the word for it
  /// @param at when
  /// @param names of the kinds of data; empty when it was about all of them
  /// @param proof its receipt; empty when there is none
  public record Word(String key, Instant at, List<String> names, Optional<UUID> proof) {
    /// Copies its parts.
    public Word {
      names = List.copyOf(names);
    }
  }

  /// What became of a stop.
  ///
  /// @param done the key of what the receiver did; empty when it did not say so yet
  /// @param day on which it said so
  /// @param daysLate how many days it is over its term
  public record Came(Optional<String> done, Optional<LocalDate> day, long daysLate) {}

  /// One question with everything about it.
  ///
  /// @param words what this person said, the newest first
  /// @param came what became of a stop; empty when nothing was stopped, as far as this person may
  ///   know
  public record One(ChildName child, Question question, List<Word> words, Optional<Came> came) {
    /// Copies its parts.
    public One {
      words = List.copyOf(words);
    }
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "beslissen.tegel.gezegd", "beeld-kiezen"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, this::all);
    pages.get(HOME + "/:id", this::one);
    pages.get(HOME + "/:id/bewijs/:bewijs", this::proof);
    pages.get(BY_LAW + "/:kind", this::byLaw);
  }

  private View all(Visitor who, Asked asked) throws SQLException {
    var children = new ArrayList<At>();
    for (var child : questions.look(who.who(), asked.at())) {
      children.add(
          new At(
              ChildName.of(child),
              child.questions().stream()
                  .map(one -> decisions.question(new Found(child, one), asked.at()))
                  .toList(),
              Statutes.seen(child, law, asked.at()).isEmpty() ? "" : byLaw(who.who(), child)));
    }
    return new View.Shown("beslissen/toestemmingen", new All(children), TITLE);
  }

  private String byLaw(SignedIn who, Child child) {
    return BY_LAW + "/" + references.child(who.number(), child.subject());
  }

  private View byLaw(Visitor who, Asked asked) throws SQLException {
    for (var child : questions.look(who.who(), asked.at())) {
      var statutes = statutes(who.who(), child, asked.at());
      if (!statutes.isEmpty() && byLaw(who.who(), child).equals(address(asked))) {
        var model = new Ordered(ChildName.of(child), statutes);
        return new View.Shown("beslissen/wet", model, TITLE);
      }
    }
    return new View.Gone();
  }

  private static String address(Asked asked) {
    return BY_LAW + "/" + asked.path().getOrDefault("kind", "");
  }

  private List<ByLaw> statutes(SignedIn who, Child child, Instant at) {
    var word = references.child(who.number(), child.subject());
    var key = references.lineKey(who.number(), child.subject());
    return Statutes.seen(child, law, at).stream()
        .map(one -> new ByLaw(one, "/mijn/verzoeken/over/" + word + "/" + one.name(key)))
        .toList();
  }

  private View one(Visitor who, Asked asked) throws SQLException {
    var id = asked.id();
    var found =
        id.isEmpty() ? Optional.<Found>empty() : decisions.find(who.who(), id.get(), asked.at());
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var question = decisions.question(found.get(), asked.at());
    var model =
        new One(
            ChildName.of(found.get().child()),
            question,
            words(who, found.get(), question, asked.at()),
            stops.came(who.who(), question.id(), asked.at()).map(ConsentPages::came));
    return new View.Shown("beslissen/toestemming", model, TITLE);
  }

  private List<Word> words(Visitor who, Found found, Question question, Instant at)
      throws SQLException {
    var proofs = receipts.list(who.who(), question.id(), at).orElseGet(List::of);
    return found.asked().line().own().stream()
        .sorted(Comparator.comparingLong(ConsentEvent::seq).reversed())
        .map(
            event ->
                new Word(
                    "beslissen.woord." + event.type().said().orElse("anders"),
                    found.child().cover().at(event.occurredAt()),
                    event.categories().isEmpty() ? List.of() : question.names(event.categories()),
                    proofs.stream()
                        .filter(proof -> proof.seq() == event.seq())
                        .map(Listed::id)
                        .findFirst()))
        .toList();
  }

  private static Came came(OwnStops.Came came) {
    return new Came(
        came.confirmed().map(said -> "beslissen.gedaan." + said.answer().code()),
        came.confirmed().map(said -> said.at().atZone(Age.CALENDAR).toLocalDate()),
        came.daysLate());
  }

  private View proof(Visitor who, Asked asked) throws SQLException {
    var id = asked.id();
    var proof = asked.id("bewijs");
    var signed =
        id.isEmpty() || proof.isEmpty()
            ? Optional.<String>empty()
            : receipts.find(who.who(), id.get(), proof.get(), asked.at());
    return signed
        .<View>map(
            jws ->
                new View.File(
                    "bewijs.jwt", "application/jwt", jws.getBytes(StandardCharsets.US_ASCII)))
        .orElseGet(View.Gone::new);
  }
}
