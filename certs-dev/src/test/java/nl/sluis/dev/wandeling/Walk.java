package nl.sluis.dev.wandeling;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.dev.wandeling.Deed.Words;

/// One walk of the manual. Immutable.
///
/// @param title as the manual calls it
/// @param promise what the manual says of it before its first step
/// @param clicks how many the manual says it takes
/// @param deeds what its reader does and sees, in order
record Walk(String title, String promise, int clicks, List<Deed> deeds) {
  private static final Pattern TITLE = Pattern.compile("## Wandeling \\d+: (.+)");
  private static final Pattern STEP = Pattern.compile("(\\d+)\\. (.+)");
  private static final Pattern PICTURE =
      Pattern.compile("!\\[([^]]+)]\\(schermen/([a-z0-9-]+\\.png)\\)");
  private static final Pattern CLICKS = Pattern.compile("Dat zijn (\\d+) klikken\\b.*");
  private static final String QUOTED = "«([^»]+)»";

  /// A sentence, and what it lets its reader do.
  private record Sentence(Pattern pattern, Function<MatchResult, Deed> deed) {
    static Sentence of(String pattern, Function<MatchResult, Deed> deed) {
      return new Sentence(Pattern.compile(pattern), deed);
    }
  }

  private static final List<Sentence> SENTENCES =
      List.of(
          Sentence.of("Open `([^`]+)`\\.", m -> new Deed.Open(URI.create(m.group(1)))),
          Sentence.of("Ga naar de eerste browser\\.", _ -> new Deed.Turn(false)),
          Sentence.of("Ga naar de tweede browser\\.", _ -> new Deed.Turn(true)),
          Sentence.of("Ga naar het deel " + QUOTED + "\\.", m -> new Deed.Within(words(m, 1))),
          Sentence.of("Kies " + QUOTED + "\\.", m -> new Deed.Choose(words(m, 1))),
          Sentence.of(
              "Kies " + QUOTED + " bij " + QUOTED + "\\.",
              m -> new Deed.Answer(words(m, 1), words(m, 2))),
          Sentence.of("Klik op " + QUOTED + "\\.", m -> new Deed.Click(words(m, 1), 0)),
          Sentence.of("Klik op de eerste " + QUOTED + "\\.", m -> new Deed.Click(words(m, 1), 1)),
          Sentence.of(
              "Typ " + QUOTED + " bij " + QUOTED + "\\.",
              m -> new Deed.Type(m.group(1), words(m, 2))),
          Sentence.of(
              "Typ de datum van vandaag bij " + QUOTED + "\\.",
              m -> new Deed.TypeDay(0, words(m, 1))),
          Sentence.of(
              "Typ de datum van (\\d+) dagen geleden bij " + QUOTED + "\\.",
              m -> new Deed.TypeDay(Integer.parseInt(m.group(1)), words(m, 2))),
          Sentence.of("Onthoud de code\\.", _ -> new Deed.Remember()),
          Sentence.of("Onthoud de code uit de brief\\.", _ -> new Deed.ReadLetter()),
          Sentence.of("Onthoud het voorstel\\.", _ -> new Deed.Remember()),
          Sentence.of(
              "Typ het voorstel bij " + QUOTED + "\\.", m -> new Deed.TypeCode(words(m, 1))),
          Sentence.of("Typ de code bij " + QUOTED + "\\.", m -> new Deed.TypeCode(words(m, 1))),
          Sentence.of(
              "Plak wat er staat op `([^`]+)` bij " + QUOTED + "\\.",
              m -> new Deed.Paste(URI.create(m.group(1)), words(m, 2))),
          Sentence.of("Download " + QUOTED + "\\.", m -> new Deed.Download(words(m, 1), 0)),
          Sentence.of(
              "Download de tweede " + QUOTED + "\\.", m -> new Deed.Download(words(m, 1), 2)),
          Sentence.of(
              "Kies het bestand dat u net bewaarde bij " + QUOTED + "\\.",
              m -> new Deed.HandIn(words(m, 1))),
          Sentence.of("Wacht tien tellen en ververs de bladzijde\\.", _ -> new Deed.Refresh()),
          Sentence.of("U ziet de bladzijde " + QUOTED + "\\.", m -> new Deed.OnPage(words(m, 1))),
          Sentence.of("U ziet " + QUOTED + "\\.", m -> new Deed.Sees(words(m, 1))));

  Walk {
    deeds = List.copyOf(deeds);
  }

  private static Words words(MatchResult found, int group) {
    return new Words(found.group(group));
  }

  /// Every walk of a page of the manual.
  ///
  /// @throws IllegalArgumentException with the line of a step that says something else than these
  ///   sentences, or that is not in its place
  static List<Walk> all(List<String> page) {
    var walks = new ArrayList<Walk>();
    for (int at = 0; at < page.size(); at++) {
      var title = TITLE.matcher(page.get(at));
      if (title.matches()) {
        walks.add(one(title.group(1), page, at + 1));
      }
    }
    return walks;
  }

  private static Walk one(String title, List<String> page, int from) {
    var deeds = new ArrayList<Deed>();
    var promise = new ArrayList<String>();
    int clicks = -1;
    int steps = 0;
    for (int at = from; at < page.size() && !page.get(at).startsWith("#"); at++) {
      var line = page.get(at).strip();
      var step = STEP.matcher(line);
      var picture = PICTURE.matcher(line);
      var counted = CLICKS.matcher(line);
      if (steps == 0 && !step.matches()) {
        promise.add(line);
      }
      if (step.matches()) {
        steps++;
        if (Integer.parseInt(step.group(1)) != steps) {
          throw fault(at, "stap " + steps + " ontbreekt");
        }
        deeds.addAll(sentences(whole(step.group(2), page, at), at));
      } else if (picture.matches()) {
        deeds.add(new Deed.Picture(picture.group(1), picture.group(2)));
      } else if (counted.matches()) {
        clicks = Integer.parseInt(counted.group(1));
      }
    }
    if (clicks < 0) {
      throw fault(from, "er staat niet hoeveel klikken het zijn");
    }
    return new Walk(title, String.join(" ", promise).strip(), clicks, deeds);
  }

  /// A step goes on over lines that are set in.
  private static String whole(String begin, List<String> page, int at) {
    var text = new StringBuilder(begin);
    for (int next = at + 1; next < page.size(); next++) {
      var line = page.get(next);
      if (!line.startsWith("   ") || line.strip().startsWith("![")) {
        break;
      }
      text.append(' ').append(line.strip());
    }
    return text.toString();
  }

  private static List<Deed> sentences(String text, int at) {
    var deeds = new ArrayList<Deed>();
    var rest = text;
    while (!rest.isEmpty()) {
      var left = rest;
      var next =
          SENTENCES.stream()
              .filter(one -> begins(one, left).lookingAt())
              .findFirst()
              .orElseThrow(() -> fault(at, "dit kan niemand nadoen: " + left));
      var found = begins(next, left);
      if (found.lookingAt()) {
        deeds.add(next.deed().apply(found.toMatchResult()));
        rest = left.substring(found.end()).strip();
      }
    }
    return deeds;
  }

  private static Matcher begins(Sentence sentence, String text) {
    return sentence.pattern().matcher(text);
  }

  private static IllegalArgumentException fault(int at, String sentence) {
    return new IllegalArgumentException("regel " + (at + 1) + ": " + sentence);
  }
}
