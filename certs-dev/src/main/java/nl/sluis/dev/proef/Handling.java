package nl.sluis.dev.proef;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/// What one step asks of whoever takes it. Immutable.
///
/// A field that the own system knows (who asks, about whom, when, the text that was shown) is
/// counted apart: nobody fills it in. A tick is a category or something that was read or explained;
/// a choice is one of a list; a text is typed.
///
/// @param who whose step it is
/// @param what the step
/// @param mandatory how many fields the interface makes mandatory
/// @param bySystem fields that the own system fills in
/// @param choices how often one of a list is chosen
/// @param ticks how often something is ticked
/// @param texts how many texts are typed
/// @param characters how many characters these are together
/// @param words how many words there are to read
record Handling(
    String who,
    String what,
    int mandatory,
    int bySystem,
    int choices,
    int ticks,
    int texts,
    int characters,
    int words) {
  private static final List<String> SYSTEM =
      List.of(
          "namens",
          "betrokkene",
          "tekst",
          "tijdstip",
          "vastgelegdDoor",
          "documentHash",
          "regel",
          "toestemming",
          "juridischeFunctie");
  private static final List<String> TYPED =
      List.of("vraag", "reden", "aanwezigheidscode", "gevraagd", "aanwezig");

  /// Counts the fields of a body.
  static Handling of(String who, String what, int mandatory, JsonNode body, int words) {
    var count = new Count();
    count.object(body);
    return new Handling(
        who,
        what,
        mandatory,
        count.bySystem,
        count.choices,
        count.ticks,
        count.texts,
        count.characters,
        words);
  }

  private static final class Count {
    private int bySystem;
    private int choices;
    private int ticks;
    private int texts;
    private int characters;

    void object(JsonNode object) {
      object.properties().forEach(field -> field(field.getKey(), field.getValue()));
    }

    private void field(String name, JsonNode value) {
      if (SYSTEM.contains(name)) {
        bySystem += leaves(value);
      } else if (name.equals("aan")) {
        choices++;
      } else if (value.isObject()) {
        object(value);
      } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
        value.forEach(this::object);
      } else if (value.isArray()) {
        ticks += value.size();
      } else if (value.isBoolean()) {
        ticks++;
      } else if (TYPED.contains(name)) {
        texts++;
        characters += value.asText().length();
      } else {
        choices++;
      }
    }

    private static int leaves(JsonNode value) {
      int leaves = 0;
      for (var child : value) {
        leaves += leaves(child);
      }
      return value.isContainerNode() ? leaves : 1;
    }
  }

  /// How often something is clicked, the button that ends the step among it.
  int clicks() {
    return choices + ticks + texts + 1;
  }

  /// What the model says it takes.
  double seconds() {
    return new Effort(clicks(), choices + texts + 1, texts, characters, words).seconds();
  }

  /// All of them as a table with the sum of each person.
  static String table(List<Handling> handlings) {
    var page = new StringBuilder();
    page.append(
        String.format(
            Locale.ROOT,
            "%-18s %-18s %9s %7s %7s %7s %7s %7s %7s %7s %8s%n",
            "wie",
            "stap",
            "verplicht",
            "systeem",
            "keuzes",
            "vinkjes",
            "teksten",
            "tekens",
            "klikken",
            "woorden",
            "seconden"));
    handlings.forEach(one -> page.append(one.row()));
    for (var who : handlings.stream().map(Handling::who).distinct().toList()) {
      var own = handlings.stream().filter(one -> one.who().equals(who)).toList();
      page.append(
          String.format(
              Locale.ROOT,
              "%s samen: %d klikken, %d tekens, %.1f minuten volgens het model%n",
              who,
              own.stream().mapToInt(Handling::clicks).sum(),
              own.stream().mapToInt(Handling::characters).sum(),
              own.stream().mapToDouble(Handling::seconds).sum() / 60));
    }
    return page.toString();
  }

  private String row() {
    return String.format(
        Locale.ROOT,
        "%-18s %-18s %9d %7d %7d %7d %7d %7d %7d %7d %8.0f%n",
        who,
        what,
        mandatory,
        bySystem,
        choices,
        ticks,
        texts,
        characters,
        clicks(),
        words,
        seconds());
  }
}
