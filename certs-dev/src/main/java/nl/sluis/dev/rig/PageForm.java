package nl.sluis.dev.rig;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A form as it stands on a page of ours, read as a browser without scripts reads it. Immutable.
///
/// @param action where it goes
/// @param post whether it is sent, rather than asked
/// @param filled what goes along when nobody changes anything, buttons not included
/// @param names of everything that can be filled or pressed
/// @param hidden the names of what nobody sees
public record PageForm(
    String action,
    boolean post,
    Map<String, String> filled,
    Set<String> names,
    Set<String> hidden) {
  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile(
          "<(input|button)\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>"
              + "|<select\\b([^>]*)>(.*?)</select>",
          Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>([^<]*)");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");
  private static final Set<String> TICKED = Set.of("radio", "checkbox");

  /// Copies what it is given.
  public PageForm {
    filled = Collections.unmodifiableMap(new LinkedHashMap<>(filled));
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    hidden = Set.copyOf(hidden);
  }

  /// The forms of this page, in the order in which they stand there.
  public static List<PageForm> all(String html) {
    return FORM.matcher(html).results().map(PageForm::read).toList();
  }

  private static PageForm read(MatchResult form) {
    var own = attributes(form.group(1));
    var filled = new LinkedHashMap<String, String>();
    var names = new LinkedHashSet<String>();
    var hidden = new LinkedHashSet<String>();
    FIELD
        .matcher(form.group(2))
        .results()
        .forEach(
            field -> {
              if (field.group(1) != null) {
                button(field.group(1), attributes(field.group(2)), filled, names, hidden);
              } else if (field.group(3) != null) {
                put(attributes(field.group(3)), clear(field.group(4)).strip(), filled, names);
              } else {
                put(attributes(field.group(5)), chosen(field.group(6)), filled, names);
              }
            });
    return new PageForm(
        clear(own.getOrDefault("action", "")),
        "post".equals(own.get("method")),
        filled,
        names,
        hidden);
  }

  private static void button(
      String element,
      Map<String, String> own,
      Map<String, String> filled,
      Set<String> names,
      Set<String> hidden) {
    var type = element.equals("button") ? "submit" : own.getOrDefault("type", "text");
    var name = own.getOrDefault("name", "");
    if (type.equals("submit")) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    } else if (!TICKED.contains(type) || own.containsKey("checked")) {
      put(own, clear(own.getOrDefault("value", "")), filled, names);
      if (type.equals("hidden")) {
        hidden.add(name);
      }
    } else {
      names.add(name);
    }
  }

  private static void put(
      Map<String, String> own, String value, Map<String, String> filled, Set<String> names) {
    var name = own.getOrDefault("name", "");
    if (!name.isEmpty()) {
      names.add(name);
      filled.putIfAbsent(name, value);
    }
  }

  /// What a list that opens shows at first.
  private static String chosen(String options) {
    var all = OPTION.matcher(options).results().toList();
    return all.stream()
        .filter(option -> attributes(option.group(1)).containsKey("selected"))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(option -> value(attributes(option.group(1)), option.group(2)))
        .orElse("");
  }

  private static String value(Map<String, String> own, String text) {
    return clear(own.getOrDefault("value", text.strip()));
  }

  private static Map<String, String> attributes(String text) {
    var found = new LinkedHashMap<String, String>();
    ATTRIBUTE
        .matcher(text)
        .results()
        .forEach(one -> found.put(one.group(1), one.group(2) == null ? "" : one.group(2)));
    return found;
  }

  private static String clear(String text) {
    return text.replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
