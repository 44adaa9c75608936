package nl.sluis.gateway.bereik;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.bereik.OwnReach.Came;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;

/// Where somebody sees and chooses how to hear that something lies ready, tries it and switches it
/// off.
///
/// The address itself is shown to nobody, for the page may be read along. May be shared between
/// threads.
public final class ReachPages implements PageRoutes {
  private static final String HOME = "/mijn/bereik";
  private static final String TITLE = "bereik.titel";

  private final OwnReach reach;

  ReachPages(OwnReach reach) {
    this.reach = reach;
  }

  /// The page.
  ///
  /// @param place whether there is something of which to be told
  /// @param mail whether mail can be chosen
  /// @param now the key of how it stands now
  /// @param since since when; empty when nothing was chosen
  /// @param mails whether mail is in use, so that it can be tried
  /// @param chosen whether there is something to switch off
  /// @param asked whether a code is waited for
  /// @param wrong the key of what went wrong; empty when nothing did
  public record Model(
      boolean place,
      boolean mail,
      String now,
      Optional<Instant> since,
      boolean mails,
      boolean chosen,
      boolean asked,
      String wrong) {}

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "bereik.tegel", "beeld-lezen"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, (who, asked) -> page(who, asked, ""));
    pages.post(HOME, this::choose);
    pages.post(
        HOME + "/code",
        (who, asked) -> on(who, asked, reach.prove(who.who(), asked.one("code"), asked.at())));
    pages.post(
        HOME + "/proef", (who, asked) -> on(who, asked, reach.tryOut(who.who(), asked.at())));
    pages.post(HOME + "/uit", (who, asked) -> on(who, asked, reach.off(who.who(), asked.at())));
  }

  private View choose(Visitor who, Asked asked) throws InputFault, SQLException {
    var channel = Channel.of(asked.one("kanaal"));
    return channel.isEmpty()
        ? page(who, asked, "bereik.fout.keuze").again()
        : on(who, asked, chosen(who, channel.get(), asked));
  }

  private Came chosen(Visitor who, Channel channel, Asked asked) throws InputFault, SQLException {
    return reach.choose(who.who(), channel, asked.one("adres"), who.language(), asked.at());
  }

  private View on(Visitor who, Asked asked, Came came) throws SQLException {
    return switch (came) {
      case DONE, NO_PLACE -> new View.Moved(HOME);
      case NO_ADDRESS -> page(who, asked, "bereik.fout.adres").again();
      case WRONG -> page(who, asked, "bereik.fout.code").again();
      case TOO_OFTEN -> page(who, asked, "bereik.fout.vaak").again();
    };
  }

  private View.Shown page(Visitor who, Asked asked, String wrong) throws SQLException {
    var look = reach.look(who.who(), asked.at());
    var standing = look.standing();
    var now =
        switch (standing.now()) {
          case Standing.Now.None() -> "bereik.nu.geen";
          case Standing.Now.Works works -> "bereik.nu." + works.channel().code();
          case Standing.Now.CameBack _ -> "bereik.nu.terug";
        };
    var since =
        standing.now() instanceof Standing.Now.Works(var row)
            ? Optional.of(row.at())
            : Optional.<Instant>empty();
    var model =
        new Model(
            look.place(),
            look.mail(),
            now,
            since,
            standing.mail().isPresent(),
            !(standing.now() instanceof Standing.Now.None),
            standing.asked().isPresent(),
            wrong);
    return new View.Shown("bereik/bereik", model, TITLE);
  }
}
