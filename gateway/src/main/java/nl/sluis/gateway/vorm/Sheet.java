package nl.sluis.gateway.vorm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import nl.sluis.policies.terms.Age;

/// What every template may ask: what to say, in which language, and what stands on each page.
///
/// Templates hold no text of their own. One page, one thread.
public final class Sheet {
  private static final String FRAME = "vorm";
  private static final Set<String> ALONG =
      Set.of("beeld-binnen", "beeld-buiten", "beeld-terug", "beeld-verder", "beeld-weg");

  private final Texts texts;
  private final Assets assets;
  private final Helper helper;
  private final Reader reader;
  private final String part;
  private final String title;

  Sheet(Texts texts, Assets assets, Helper helper, Reader reader, String title) {
    this.texts = texts;
    this.assets = assets;
    this.helper = helper;
    this.reader = reader;
    this.part = part(title);
    this.title = title;
  }

  /// The text of this key, with what stands in its places ([Wording]).
  ///
  /// Who reads the short texts gets those, where there are.
  ///
  /// @param key the part, a dot, and the key within it, such as `inzien.titel`
  /// @throws IllegalArgumentException when Dutch does not have it; a spec looks for that
  public String say(String key, Object... values) {
    var set = texts.set(part(key), reader.language());
    var name = key.substring(key.indexOf('.') + 1);
    var plain = set.plain().get(name);
    if (plain == null) {
      throw new IllegalArgumentException("no text `" + key + "` in " + set.language().tag());
    }
    var text = reader.easy() ? set.easy().getOrDefault(name, plain) : plain;
    return Wording.fill(text, set.language(), values);
  }

  private static String part(String key) {
    var dot = key.indexOf('.');
    if (dot < 1) {
      throw new IllegalArgumentException("a key has a part and a dot: `" + key + "`");
    }
    return key.substring(0, dot);
  }

  /// What the convenant says, in the language of this page where somebody translated it.
  ///
  /// @param dutch a sentence or a name as it stands in the convenant
  public Words convenant(String dutch) {
    return texts.convenant(dutch, bodyLanguage(), reader.easy());
  }

  /// Is this language another than that of the page? What is in it says so then (WCAG 3.1.2).
  public boolean isOther(Language language) {
    return language != bodyLanguage();
  }

  /// A day as people write it, such as 26 november 2026.
  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", bodyLanguage().locale()).format(day);
  }

  /// The day on which this was, here.
  public String day(Instant at) {
    return day(at.atZone(Age.CALENDAR).toLocalDate());
  }

  /// A day with the time of day, here; for professionals, never where a time tells where somebody
  /// is.
  public String moment(Instant at) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", bodyLanguage().locale())
        .format(at.atZone(Age.CALENDAR));
  }

  /// Some things in one sentence: with commas, and «en» before the last.
  public String list(List<String> things) {
    if (things.size() < 2) {
      return String.join("", things);
    }
    var comma = say("vorm.komma");
    return say(
        "vorm.en", String.join(comma, things.subList(0, things.size() - 1)), things.getLast());
  }

  /// The neutral title of the page.
  public String title() {
    return say(title);
  }

  /// The language of the frame.
  public Language language() {
    return texts.set(FRAME, reader.language()).language();
  }

  /// The language of what the page is about; Dutch when nobody translated that part yet.
  public Language bodyLanguage() {
    return texts.set(part, reader.language()).language();
  }

  /// Was this part not translated into the language that was asked for?
  public boolean untranslated() {
    return bodyLanguage() != reader.language();
  }

  /// May this person decide on this page, by what it says?
  public boolean binding() {
    return texts.binding(part, reader.language());
  }

  /// The number of the texts of this page, for a consent.
  public String digest() {
    return texts.digest(part, reader.language());
  }

  /// Are short texts and pictograms wanted?
  public boolean easy() {
    return reader.easy();
  }

  /// Is there a way to what is one's own?
  public boolean signedIn() {
    return reader.signedIn();
  }

  /// What each form of who logged in sends back; empty for who did not.
  public String formToken() {
    return reader.formToken();
  }

  /// Who helps.
  public Helper helper() {
    return helper;
  }

  /// The path of a style, script or picture; it changes when its content does.
  ///
  /// @param name such as `sluis.css`
  public String asset(String name) {
    return assets.path(name);
  }

  /// Does this picture point along the lines, and so the other way where those run from right to
  /// left?
  ///
  /// @param pictogram such as `beeld-terug`
  public boolean pointsAlong(String pictogram) {
    return ALONG.contains(pictogram);
  }

  /// Does the municipality have a look of its own?
  public boolean hasLook() {
    return assets.hasLook();
  }
}
