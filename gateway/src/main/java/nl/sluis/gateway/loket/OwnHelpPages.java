package nl.sluis.gateway.loket;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.desk.Helps.Help;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.gateway.besluit.ChildName;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Ages;
import nl.sluis.gateway.desk.AtChild;
import nl.sluis.gateway.desk.HelpDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.convenant.Party;

/// Where somebody makes a code for the desk, and sees and ends the help of the desk. Codes stand in
/// no address. May be shared between threads.
public final class OwnHelpPages implements PageRoutes {
  static final String HOME = "/mijn/loket";
  private static final String TITLE = "loket.titel";

  private final HelpDesk desk;
  private final Ages ages;
  private final SubjectReference references;
  private final Sequencer sequencer;
  private final CurrentLaw law;

  /// @param ages by which children are told apart
  /// @param references names children, for each person otherwise
  /// @param law knows how organisations are called
  public OwnHelpPages(
      HelpDesk desk, Ages ages, SubjectReference references, Sequencer sequencer, CurrentLaw law) {
    this.desk = desk;
    this.ages = ages;
    this.references = references;
    this.sequencer = sequencer;
    this.law = law;
  }

  /// The codes and the help at each child.
  ///
  /// @param code that was made just now; empty when none was
  /// @param wrong the key of what went wrong; empty when nothing did
  public record Mine(List<At> children, String code, String wrong) {
    /// Copies its list.
    public Mine {
      children = List.copyOf(children);
    }

    @Override
    public String toString() {
      return "codes for the desk";
    }
  }

  /// The help at one child.
  ///
  /// @param word what this person calls it in the form
  public record At(ChildName child, String word, List<Given> given) {
    /// Copies its list.
    public At {
      given = List.copyOf(given);
    }
  }

  /// One help.
  ///
  /// @param desk the organisation
  /// @param way the key of how
  /// @param open whether it still lasts
  public record Given(UUID id, String desk, String way, Instant begun, boolean open) {}

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "loket.tegel.hulp", "beeld-hulp"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, (who, asked) -> mine(who, asked, "", ""));
    pages.post(HOME + "/code", this::code);
    pages.post(HOME + "/stop", this::stop);
  }

  private View.Shown mine(Visitor who, Asked asked, String code, String wrong) throws SQLException {
    var seen = desk.look(who.who());
    var old = ages.of(seen, asked.at());
    var children =
        seen.stream()
            .map(
                child ->
                    new At(
                        ChildName.of(child, old),
                        references.child(who.who().number(), child.subject()),
                        child.lines().stream().map(help -> given(help, asked.at())).toList()))
            .toList();
    return new View.Shown("loket/mijn", new Mine(children, code, wrong), TITLE);
  }

  private Given given(Help help, Instant at) {
    var name =
        Recorder.partner(help.desk())
            .flatMap(party -> law.now().known(party.oin(), at).stream().findFirst())
            .map(Party::name)
            .orElse("");
    return new Given(help.id(), name, "loket.weg." + help.way(), help.begun(), help.isOpen(at));
  }

  private View code(Visitor who, Asked asked) throws InputFault, SQLException {
    var word = asked.one("kind");
    var child =
        desk.look(who.who()).stream()
            .map(AtChild::subject)
            .filter(subject -> references.child(who.who().number(), subject).equals(word))
            .findFirst();
    if (child.isEmpty()) {
      return new View.Gone();
    }
    return switch (sequencer.submit(desk.code(who.who(), child.get())).join()) {
      case Outcome.Done done -> mine(who, asked, done.id(), "");
      case Outcome.Faulty _ -> mine(who, asked, "", "loket.fout.veel").again();
      case Outcome.NotAllowed _, Outcome.NotThere _ -> new View.Gone();
    };
  }

  private View stop(Visitor who, Asked asked) throws InputFault, SQLException {
    var help = id(asked, "hulp");
    var work = help.isEmpty() ? Optional.<Work<Outcome>>empty() : desk.stop(who.who(), help.get());
    if (work.isEmpty()) {
      return new View.Gone();
    }
    var _ = sequencer.submit(work.get()).join();
    return new View.Moved(HOME);
  }

  private static Optional<UUID> id(Asked asked, String field) throws InputFault {
    try {
      return Optional.of(UUID.fromString(asked.one(field)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
