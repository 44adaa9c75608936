package nl.sluis.gateway.vorm;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What anybody may open: what Sluis is, in which language, how well it can be used, and the way
/// out. May be shared between threads.
public final class FrontPages implements PageRoutes {
  private static final Pattern OWN = Pattern.compile("__Host-[a-z-]{1,40}");

  private final Texts texts;
  private final Visitors visitors;

  /// @param visitors ends the session of who leaves
  public FrontPages(Texts texts, Visitors visitors) {
    this.texts = texts;
    this.visitors = visitors;
  }

  /// A language as it can be chosen.
  ///
  /// @param language which
  /// @param chosen whether it is read now
  /// @param adopted whether one may decide in it
  public record Choice(Language language, boolean chosen, boolean adopted) {}

  /// The page on which one chooses.
  ///
  /// @param languages in the order of [Language]
  public record Choices(List<Choice> languages) {
    /// Copies its list.
    public Choices {
      languages = List.copyOf(languages);
    }
  }

  /// A page that holds nothing but its texts.
  public record Plain() {}

  @Override
  public void add(Pages pages) {
    pages.open("/", _ -> new View.Shown("vorm/begin", new Plain(), "vorm.titel"));
    pages.open(
        "/toegankelijkheid",
        _ -> new View.Shown("vorm/toegankelijkheid", new Plain(), "toegankelijkheid.titel"));
    pages.open("/taal", asked -> languages(Reading.of(asked.cookies())));
    pages.openPost("/taal", FrontPages::choose);
    pages.openPost("/weg", this::leave);
  }

  private View languages(Reading reading) {
    var choices =
        Arrays.stream(Language.values())
            .map(one -> new Choice(one, one == reading.language(), texts.binding("vorm", one)))
            .toList();
    return new View.Shown("vorm/taal", new Choices(choices), "vorm.taal.titel");
  }

  private static View choose(Asked asked) throws InputFault {
    var language = Language.of(asked.one("taal")).orElseThrow(() -> new InputFault("taal"));
    var reading = new Reading(language, asked.has("makkelijk"));
    var back = asked.cookies().containsKey(Visitors.COOKIE) ? "/mijn" : "/";
    return new View.Moved(back, List.of(reading.cookie()));
  }

  private View leave(Asked asked) throws SQLException {
    var cookie = asked.cookies().get(Visitors.COOKIE);
    if (cookie != null) {
      visitors.end(cookie, asked.at());
    }
    return new View.Left(Way.OUT, gone(asked));
  }

  /// Every cookie of this host alone: only we can have set those (RFC 6265bis, `__Host-`).
  private static List<String> gone(Asked asked) {
    return asked.cookies().keySet().stream()
        .filter(name -> OWN.matcher(name).matches())
        .sorted()
        .map(name -> name + "=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
        .toList();
  }
}
