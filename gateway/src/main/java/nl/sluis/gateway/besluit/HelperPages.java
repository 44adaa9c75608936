package nl.sluis.gateway.besluit;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.machtiging.Helper;
import nl.sluis.consent.machtiging.Part;
import nl.sluis.gateway.desk.HelperDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.convenant.HelperTerms;

/// Where somebody chooses who helps, with which child, with what and for how long, gets a code for
/// that helper, and ends it with one click (decision 0042). A code stands in no address. May be
/// shared between threads.
public final class HelperPages implements PageRoutes {
  static final String HOME = OnlookerPages.HOME + "/helper";
  private static final String TITLE = "helpen.titel";

  private final HelperDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows what somebody gave to whom
  public HelperPages(HelperDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  /// What there is to choose.
  ///
  /// @param children at which this person may let somebody help
  /// @param terms for how long
  /// @param wrong the key of what must be chosen otherwise; empty when nothing must
  public record Choose(List<HelperDesk.At> children, HelperTerms terms, String wrong) {
    /// Copies its list.
    public Choose {
      children = List.copyOf(children);
    }

    /// Every sort of helper, in the order of the page.
    public List<Helper> helpers() {
      return List.of(Helper.values());
    }

    /// Every part, in the order of the page.
    public List<Part> parts() {
      return List.of(Part.values());
    }
  }

  /// The code, once.
  ///
  /// @param hours for how many hours it is good
  public record Coded(String code, int hours) {
    @Override
    public String toString() {
      return "code for a helper";
    }
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(OnlookerPages.HOME, "helpen.tegel.laten", "beeld-kijken"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, (who, asked) -> choose(who, asked, ""));
    pages.post(HOME, this::offer);
    pages.post(HOME + "/stop", this::stop);
  }

  private View.Shown choose(Visitor who, Asked asked, String wrong) throws SQLException {
    var children = desk.look(who.who(), asked.at()).stream().filter(HelperDesk.At::may).toList();
    return new View.Shown(
        "beslissen/helper-kiezen", new Choose(children, desk.terms(asked.at()), wrong), TITLE);
  }

  private View offer(Visitor who, Asked asked) throws InputFault, SQLException {
    var child = asked.one("kind");
    var helper = Helper.of(asked.one("wie"));
    var parts = parts(asked.many("wat"));
    int days = days(asked);
    if (child.isEmpty() || helper.isEmpty() || parts.isEmpty() || days == 0) {
      return choose(who, asked, "helpen.fout.kies").again();
    }
    var work = desk.offer(who.who(), child, helper.get(), parts, days);
    if (work.isEmpty()) {
      return new View.Gone();
    }
    return switch (sequencer.submit(work.get()).join()) {
      case Outcome.Done done ->
          new View.Shown(
              "beslissen/helper-code",
              new Coded(done.id(), desk.terms(asked.at()).codeHours()),
              TITLE);
      case Outcome.Faulty _ -> choose(who, asked, "helpen.fout.kan-niet").again();
      case Outcome.NotAllowed _, Outcome.NotThere _ -> new View.Gone();
    };
  }

  private static Set<Part> parts(List<String> words) {
    var parts = EnumSet.noneOf(Part.class);
    words.forEach(word -> Part.of(word).ifPresent(parts::add));
    return parts;
  }

  /// How many days were chosen; none when it is no number.
  private static int days(Asked asked) throws InputFault {
    var text = asked.one("dagen");
    return text.matches("[1-9][0-9]?") ? Integer.parseInt(text) : 0;
  }

  private View stop(Visitor who, Asked asked) throws InputFault, SQLException {
    var id = id(asked.one("machtiging"));
    var work =
        id.isEmpty() ? Optional.<Work<Outcome>>empty() : desk.stop(who.who(), id.get(), asked.at());
    if (work.isEmpty()) {
      return new View.Gone();
    }
    var _ = sequencer.submit(work.get()).join();
    return new View.Moved(OnlookerPages.HOME);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
