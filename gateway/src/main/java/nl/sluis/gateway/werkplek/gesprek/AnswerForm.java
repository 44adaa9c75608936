package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.PartyRole;

/// What one person said in one conversation, as it stands in the form. Yes, no and no answer yet
/// are three equal words with one button; what a yes needs besides is asked of all three alike and
/// counts for the yes only. Immutable.
///
/// @param person the own word of the organisation for who spoke, or `jongere`
/// @param paper whether it stands on a signed form; else it was spoken
/// @param at when, here
/// @param said per line what was answered
/// @param noExplained whether it was explained what follows from no
/// @param stopExplained whether it was explained how to stop
/// @param agreed whether one parent spoke for both, and the other agrees
/// @param proof how it is known
public record AnswerForm(
    String person,
    boolean paper,
    Optional<LocalDateTime> at,
    Map<Integer, Said> said,
    boolean noExplained,
    boolean stopExplained,
    boolean agreed,
    Proof proof) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final String PER_KIND = "per-soort";

  /// Copies its map.
  public AnswerForm {
    said = Collections.unmodifiableMap(new TreeMap<>(said));
  }

  /// What somebody answers; the codes are those of /v1.
  public enum Word {
    /// It may be shared.
    JA,
    /// It may not be shared.
    NEE,
    /// No answer yet; nothing is shared.
    LATER;

    /// The code of /v1.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Word> of(String code) {
      for (var word : values()) {
        if (word.code().equals(code)) {
          return Optional.of(word);
        }
      }
      return Optional.empty();
    }
  }

  /// What was answered on one line.
  ///
  /// @param all of everything on it; empty when it differs by kind of data
  /// @param kinds of each kind of data, when it differs; an absent one was not chosen
  public record Said(Optional<Word> all, Map<String, Word> kinds) {
    /// Copies its map.
    public Said {
      kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }
  }

  /// How it is known what was said.
  ///
  /// @param asked what was asked, when it was spoken
  /// @param present who were there, when it was spoken
  /// @param interpreter who interpreted, when somebody did
  /// @param hash of the signed form as it lies in the own file: SHA-256; Sluis never gets the form
  /// @param by how a second one stands for it
  /// @param code that the person read on a place of their own
  public record Proof(
      String asked, String present, String interpreter, String hash, Second by, String code) {
    @Override
    public String toString() {
      return "proof";
    }
  }

  /// What stands beside the word of who wrote it down (a yes is written down by nobody alone).
  public enum Second {
    /// Nothing; enough for no and for no answer yet.
    NIEMAND,
    /// The person reads a code on a place of their own.
    CODE,
    /// A colleague who was there signs along, logged in.
    COLLEGA;

    /// The word in the form.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Second of(String code) {
      for (var second : values()) {
        if (second.code().equals(code)) {
          return second;
        }
      }
      return NIEMAND;
    }
  }

  /// The form before anything was said: nothing is chosen.
  static AnswerForm empty(Instant now) {
    var at = now.atZone(Age.CALENDAR).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    var proof = new Proof("", "", "", "", Second.NIEMAND, "");
    return new AnswerForm("", false, Optional.of(at), Map.of(), false, false, false, proof);
  }

  /// What was sent.
  ///
  /// @param lines the codes of the categories of each line
  static AnswerForm read(Asked asked, Map<Integer, List<String>> lines) throws InputFault {
    var said = new LinkedHashMap<Integer, Said>();
    for (var line : lines.entrySet()) {
      var field = "regel-" + line.getKey();
      var kinds = new LinkedHashMap<String, Word>();
      var chosen = asked.one(field);
      if (chosen.equals(PER_KIND)) {
        for (var kind : line.getValue()) {
          Word.of(asked.one(field + "-" + kind)).ifPresent(word -> kinds.put(kind, word));
        }
      }
      if (chosen.equals(PER_KIND) || Word.of(chosen).isPresent()) {
        said.put(line.getKey(), new Said(Word.of(chosen), kinds));
      }
    }
    return new AnswerForm(
        asked.one("persoon"),
        asked.one("kanaal").equals("papier"),
        moment(asked.one("tijdstip")),
        said,
        asked.has("nee-uitgelegd"),
        asked.has("stoppen-uitgelegd"),
        asked.has("akkoord"),
        new Proof(
            asked.one("gevraagd"),
            asked.one("aanwezig"),
            asked.one("tolk"),
            asked.one("hash").toLowerCase(Locale.ROOT),
            Second.of(asked.one("tweede")),
            asked.one("code")));
  }

  static Optional<LocalDateTime> moment(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// Is there a yes in it?
  public boolean hasYes() {
    return said.values().stream()
        .anyMatch(
            one -> one.all().equals(Optional.of(Word.JA)) || one.kinds().containsValue(Word.JA));
  }

  /// The keys of what is still missing, all at once.
  List<String> lacks(Map<Integer, List<String>> lines, Instant now) {
    var lacks = new ArrayList<String>();
    add(person.isEmpty() || person.length() > 64, "persoon", lacks);
    add(at.filter(moment -> !instant(moment).isAfter(now)).isEmpty(), "tijdstip", lacks);
    add(said.isEmpty(), "antwoord", lacks);
    add(
        said.entrySet().stream()
            .anyMatch(
                one ->
                    one.getValue().all().isEmpty()
                        && one.getValue().kinds().size()
                            != lines.getOrDefault(one.getKey(), List.of()).size()),
        "per-soort",
        lacks);
    add(!paper && (proof.asked().isEmpty() || proof.present().isEmpty()), "gesproken", lacks);
    add(paper && !HASH.matcher(proof.hash()).matches(), "papier", lacks);
    if (hasYes()) {
      add(!noExplained || !stopExplained, "uitgelegd", lacks);
      add(proof.by() == Second.NIEMAND, "tweede", lacks);
      add(proof.by() == Second.CODE && proof.code().isEmpty(), "code", lacks);
    }
    return lacks;
  }

  private static void add(boolean isLacking, String what, List<String> lacks) {
    if (isLacking) {
      lacks.add("fout." + what);
    }
  }

  static Instant instant(LocalDateTime moment) {
    return moment.atZone(Age.CALENDAR).toInstant();
  }

  /// Must a colleague sign along before it goes?
  boolean waitsForColleague() {
    return hasYes() && proof.by() == Second.COLLEGA;
  }

  /// The sheet as /v1 takes it (`POST /v1/toestemmingsverzoeken/{id}/antwoorden`), without a second
  /// person: that one is added by who signs along.
  ///
  /// @param self in whose name
  /// @param who wrote it down, by pseudonym
  /// @param function of who wrote it down
  ObjectNode json(PartyRole self, String who, String function) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("namens", AskForm.party(self));
    json.put("kanaal", paper ? "papier" : "mondeling");
    json.put("tijdstip", instant(at.orElseThrow()).toString());
    json.put("gevolgenVanNeeUitgelegd", noExplained).put("intrekkenUitgelegd", stopExplained);
    var evidence = json.putObject("bewijs");
    evidence.putObject("vastgelegdDoor").put("id", who).put("functie", function);
    put(evidence, "gevraagd", proof.asked());
    put(evidence, "aanwezig", proof.present());
    put(evidence, "tolk", proof.interpreter());
    put(evidence, "documentHash", paper ? proof.hash() : "");
    put(evidence, "aanwezigheidscode", hasYes() && proof.by() == Second.CODE ? proof.code() : "");
    var answers = json.putArray("antwoorden");
    said.forEach((line, one) -> answers(answers, line, one));
    return json;
  }

  private static void put(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }

  private void answers(ArrayNode answers, int line, Said one) {
    one.all().ifPresent(word -> answer(answers, line, word));
    for (var word : Word.values()) {
      if (one.all().isEmpty() && one.kinds().containsValue(word)) {
        var kinds = answer(answers, line, word).putArray("categorieen");
        one.kinds().forEach((kind, said) -> add(kinds, kind, said == word));
      }
    }
  }

  private static void add(ArrayNode kinds, String kind, boolean isOfIt) {
    if (isOfIt) {
      kinds.add(kind);
    }
  }

  private ObjectNode answer(ArrayNode answers, int line, Word word) {
    var one = answers.addObject().put("persoon", person).put("regel", line);
    one.put("antwoord", word.code());
    if (agreed && word == Word.JA) {
      one.put("akkoordAndereOuder", true);
    }
    return one;
  }

  /// What was answered to all of this line; empty text when nothing was, `per-soort` when it
  /// differs.
  public String word(int line) {
    return Optional.ofNullable(said.get(line))
        .map(one -> one.all().map(Word::code).orElse(PER_KIND))
        .orElse("");
  }

  /// What was answered to this kind of this line; empty text when nothing was.
  public String word(int line, String kind) {
    return Optional.ofNullable(said.get(line))
        .flatMap(one -> Optional.ofNullable(one.kinds().get(kind)))
        .map(Word::code)
        .orElse("");
  }

  /// When, as a field of a form has it.
  public String moment() {
    return at.map(LocalDateTime::toString).orElse("");
  }

  @Override
  public String toString() {
    return "what somebody said";
  }
}
