package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.OwnCheck.Spoken;
import nl.sluis.gateway.partner.Received;
import nl.sluis.policies.terms.DataCategory;

/// One parcel as it is read once on a page: what the sender signed, and what was proved of it.
///
/// Made of a [Received] and of nothing else, so that there is no page of what was not proved. Kept
/// nowhere. Immutable.
///
/// @param waiting the parcel
/// @param proof what was proved
/// @param parts the data, category by category, in the order of the sender
/// @param claims what the sender said besides: who acts, preconditions, the meldcode record
/// @param read what the family wanted to say when it read this first; empty when it did not read
/// @param onPaper whether some of that reading was on paper
/// @param findings what does not belong in it, in sentences without a value
/// @param acute the exchange when it says that a child is in danger now; empty otherwise
/// @param question what is asked, when it is a question
public record Reading(
    Waiting waiting,
    Proof proof,
    List<Part> parts,
    List<Part> claims,
    List<String> read,
    boolean onPaper,
    List<String> findings,
    String acute,
    Optional<Question> question) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CONDITION = "voorwaarde:";
  private static final String NECESSITY = "noodzaak:";

  /// Copies its lists.
  public Reading {
    parts = List.copyOf(parts);
    claims = List.copyOf(claims);
    read = List.copyOf(read);
    findings = List.copyOf(findings);
  }

  /// What was proved before anything was shown.
  ///
  /// @param signer who signed: the sender, or whom it gave a mandate
  /// @param signedAt when, says the signer
  /// @param own whether the sender itself signed
  /// @param pieces how many pieces hang on that signature
  /// @param rule by which rule of the convenant; empty when no convenant here knows it
  /// @param grounds the articles of that rule
  /// @param exchange the number of the exchange
  /// @param row which row of the logbook proves that it was recorded first
  public record Proof(
      String signer,
      Instant signedAt,
      boolean own,
      int pieces,
      String rule,
      List<String> grounds,
      String exchange,
      long row) {
    /// Copies its list.
    public Proof {
      grounds = List.copyOf(grounds);
    }
  }

  /// One piece.
  ///
  /// @param code of the category, or the name of what is said besides
  /// @param title what it is called
  /// @param sealed whether nobody but this organisation could read it under way
  /// @param necessity why the sender says that it is needed; empty when it said nothing
  /// @param lines what stands in it
  public record Part(
      String code, String title, boolean sealed, String necessity, List<Content.Line> lines) {
    /// Copies its list.
    public Part {
      lines = List.copyOf(lines);
    }

    /// Tells what it is called, never what stands in it.
    @Override
    public String toString() {
      return "Part[" + code + "]";
    }
  }

  /// Reads what was proved.
  ///
  /// @param row the row that the receipt proves
  static Reading of(Waiting waiting, Received received, long row, OwnCheck law, Instant now) {
    var message = received.opened().message();
    var spoken = law.rule(message.purpose(), message.from(), message.to(), Optional.empty(), now);
    var handed = received.handed();
    var read = new ArrayList<String>();
    handed.path("gelezen").path("opmerkingen").forEach(one -> read.add(one.asText()));
    return new Reading(
        waiting,
        proof(received, spoken, row),
        parts(received, spoken),
        claims(message),
        read,
        handed.path("gelezen").path("opPapier").asBoolean(),
        spoken
            .map(says -> law.findings(received.inTheClear(), message.from().oin(), says))
            .orElseGet(
                () -> List.of("er is niet nagekeken wat erin staat: dit convenant is hier niet")),
        isAcute(message) ? handed.path("transactie").asText() : "",
        Question.of(message, spoken, law, now));
  }

  private static Proof proof(Received received, Optional<Spoken> spoken, long row) {
    var message = received.opened().message();
    return new Proof(
        Naming.party(spoken, message.signer()),
        message.issuedAt(),
        message.signer().equals(message.from().oin()),
        message.disclosed().size(),
        spoken.map(says -> says.rule().id()).orElse(""),
        spoken
            .map(says -> says.rule().grounds().stream().map(Object::toString).toList())
            .orElse(List.of()),
        received.handed().path("transactie").asText(),
        row);
  }

  private static List<Part> parts(Received received, Optional<Spoken> spoken) {
    var message = received.opened().message();
    var parts = new ArrayList<Part>();
    received
        .opened()
        .categories()
        .forEach(
            (category, content) ->
                parts.add(
                    new Part(
                        category.name(),
                        title(category, spoken),
                        message.sealed().contains(category),
                        text(message, NECESSITY + category.name()),
                        Content.lines(content))));
    return parts;
  }

  /// How the form of the convenant calls it, for that is written for who reads it here; its name
  /// for families where it has no form.
  private static String title(DataCategory category, Optional<Spoken> spoken) {
    return spoken
        .flatMap(says -> says.convenant().schema(says.rule(), category))
        .map(Reading::titleOf)
        .filter(title -> !title.isEmpty())
        .or(() -> spoken.map(says -> says.convenant().labels().get(category)))
        .orElseGet(category::name);
  }

  private static String titleOf(String schema) {
    try {
      return JSON.readTree(schema).path("title").asText();
    } catch (JsonProcessingException _) {
      return "";
    }
  }

  private static List<Part> claims(SignedMessage message) {
    var claims = new ArrayList<Part>();
    message
        .disclosed()
        .forEach(
            (name, value) -> {
              if (DataCategory.of(name).isEmpty() && !name.startsWith(NECESSITY)) {
                var title = name.startsWith(CONDITION) ? name.substring(CONDITION.length()) : name;
                claims.add(new Part(name, Naming.word(title), false, "", Content.lines(value)));
              }
            });
    return claims;
  }

  private static String text(SignedMessage message, String name) {
    return message.disclosed().getOrDefault(name, MissingNode.getInstance()).asText();
  }

  private static boolean isAcute(SignedMessage message) {
    JsonNode said =
        message.disclosed().getOrDefault("meldcode", MissingNode.getInstance()).path("acuut");
    return said.asBoolean(false) || said.asText().equals("ja");
  }

  /// Tells which parcel, never what is in it.
  @Override
  public String toString() {
    return "Reading[" + waiting.id() + "]";
  }
}
