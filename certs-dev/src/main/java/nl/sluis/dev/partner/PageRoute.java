package nl.sluis.dev.partner;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One page of Sluis for who logged in, as the router has it: what a test means by "every page".
/// Immutable.
///
/// @param path as in the manual, such as `/mijn/inzien/{kind}`
/// @param pattern which addresses are of it
public record PageRoute(String path, Pattern pattern) {
  private static final String MINE = "/mijn";
  private static final Pattern PART = Pattern.compile(":([a-z]+)|\\{([a-z]+)\\}");
  private static final Pattern FORM = Pattern.compile("action=\"(/[^\"]*)/[a-z-]+\"");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#?]*)\"");

  /// Every page of this gateway that is opened by its address by who logged in.
  public static List<PageRoute> of(DevGateway gateway) {
    return of(gateway, MINE);
  }

  /// Every page of this gateway below this one that is opened by its address, itself among them.
  public static List<PageRoute> of(DevGateway gateway, String home) {
    return gateway.pages().stream()
        .filter(page -> page.equals("GET " + home) || page.startsWith("GET " + home + "/"))
        .map(page -> page.substring("GET ".length()))
        .map(PageRoute::of)
        .toList();
  }

  private static PageRoute of(String path) {
    var named = PART.matcher(path).replaceAll("{$1$2}");
    return new PageRoute(named, Pattern.compile(PART.matcher(path).replaceAll("[^/]+")));
  }

  /// Is this address one of this page? A page with a name of its own goes before one that takes any
  /// name.
  public static Optional<PageRoute> of(List<PageRoute> routes, String address) {
    return routes.stream()
        .filter(route -> route.path.equals(address))
        .findFirst()
        .or(() -> routes.stream().filter(r -> r.pattern.matcher(address).matches()).findFirst());
  }

  /// Every address to which a page leads, in its order: by a link, and where somebody comes who
  /// sends one of its forms.
  public static List<String> links(String page) {
    var links = LINK.matcher(page).results().map(found -> found.group(1));
    var forms = FORM.matcher(page).results().map(found -> found.group(1));
    return Stream.concat(links, forms).distinct().toList();
  }

  /// The addresses of pages below this one that have a name of their own, such as what is shown
  /// after an answer.
  public static List<String> below(List<PageRoute> routes, String address) {
    return of(routes, address).stream()
        .flatMap(
            route ->
                routes.stream()
                    .map(PageRoute::path)
                    .filter(path -> path.startsWith(route.path + "/"))
                    .map(path -> path.substring(route.path.length()))
                    .filter(rest -> !rest.contains("{"))
                    .map(rest -> address + rest))
        .toList();
  }
}
