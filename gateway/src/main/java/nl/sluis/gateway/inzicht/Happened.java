package nl.sluis.gateway.inzicht;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What one row of the logbook says of an exchange about a child, before it is asked who may learn
/// of it. Immutable.
///
/// @param index its place in the logbook; never told to anybody
/// @param told what it tells
/// @param at when
/// @param about by which name it can be hidden: the exchange, or the consent
/// @param between what for, from whom and to whom
/// @param rule the rule by which it was decided; empty when there was none
/// @param cited the version of the convenant that it names, as `id/versie`; empty when it names
///   none
/// @param categories what was given, asked for, or must stop
/// @param withheld what was asked for and left out
/// @param consents on which consents it rests
/// @param exchanges the exchanges it speaks of besides
/// @param done what the receiver says that it did with a stop or with what came back; [#WENT] when
///   an officer opened what went, or it came back after it went; empty for anything else
record Happened(
    long index,
    Told told,
    Instant at,
    UUID about,
    Between between,
    String rule,
    String cited,
    Set<DataCategory> categories,
    Set<DataCategory> withheld,
    Set<UUID> consents,
    Set<UUID> exchanges,
    String done) {
  /// The exchange that an officer opened, or that came back, reached its receiver.
  static final String WENT = "verstrekt";

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /// Copies its parts.
  Happened {
    categories = Set.copyOf(categories);
    withheld = Set.copyOf(withheld);
    consents = Set.copyOf(consents);
    exchanges = Set.copyOf(exchanges);
  }

  /// What for, from whom and to whom.
  record Between(Purpose purpose, PartyRole from, PartyRole to) {}

  /// The message that somebody must stop, with the words of the consent behind it.
  record Stop(UUID consent, Between between) {}

  /// Knows the stop messages.
  @FunctionalInterface
  interface Stops {
    Optional<Stop> find(UUID id);
  }

  /// What this row tells; empty when it tells a family nothing, or is not whole.
  static Optional<Happened> of(LogReader.Row row, Stops stops) {
    var detail = row.detail();
    var kind = EntryKind.of(detail.path(Entry.KIND).asText());
    if (kind.filter(one -> one == EntryKind.INSPECTION).isPresent()) {
      return opened(row);
    }
    return kind.flatMap(Told::of)
        .flatMap(told -> told == Told.STOP_BEVESTIGD ? confirmed(row, stops) : exchange(row, told));
  }

  /// An officer opened whom an exchange is about. It is hidden by whatever hides that exchange, and
  /// from whom.
  private static Optional<Happened> opened(LogReader.Row row) {
    var over = row.detail().path("over");
    var between = between(over);
    var about = uuid(over.path(Entry.TRANSACTION));
    if (!row.detail().path("handeling").asText().equals(Told.OPENED)
        || between.isEmpty()
        || about.isEmpty()) {
      return Optional.empty();
    }
    var giver = over.path("kant").asText().equals("van");
    return Optional.of(
        new Happened(
            row.index(),
            giver ? Told.CONTROLE_GEVER : Told.CONTROLE_ONTVANGER,
            at(row.detail()),
            about.get(),
            between.get(),
            over.path("regel").asText(),
            version(over.path("convenant")),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            over.path(WENT).asBoolean() ? WENT : ""));
  }

  private static String version(JsonNode cited) {
    return cited.isObject() ? cited.path("id").asText() + "/" + cited.path("versie").asText() : "";
  }

  private static Optional<Happened> confirmed(LogReader.Row row, Stops stops) {
    var detail = row.detail();
    return uuid(detail.path("stopbericht"))
        .flatMap(stops::find)
        .map(
            stop ->
                new Happened(
                    row.index(),
                    Told.STOP_BEVESTIGD,
                    at(detail),
                    stop.consent(),
                    stop.between(),
                    "",
                    "",
                    Set.of(),
                    Set.of(),
                    Set.of(stop.consent()),
                    Set.of(),
                    detail.path("gedaan").asText()));
  }

  private static Optional<Happened> exchange(LogReader.Row row, Told told) {
    var detail = row.detail();
    var asked = detail.path("vraag");
    var between = between(detail).or(() -> between(asked));
    var about =
        told == Told.STOP_GEVRAAGD
            ? uuid(detail.path("toestemming"))
            : uuid(detail.path(Entry.TRANSACTION));
    if (between.isEmpty() || about.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Happened(
            row.index(),
            told,
            at(detail),
            about.get(),
            between.get(),
            detail.path("regel").asText(),
            version(detail.path("convenant")),
            categories(
                switch (told) {
                  case GEKREGEN -> detail.path("vrijgegeven");
                  case STOP_GEVRAAGD -> detail.path("categorieen");
                  default -> asked.path("categorieen");
                }),
            withheld(detail.path("achtergehouden")),
            consents(detail, asked),
            uuids(detail.path("transacties")),
            done(detail, told)));
  }

  /// What came back says whether it had reached its receiver, and the answer what was done.
  private static String done(JsonNode detail, Told told) {
    return switch (told) {
      case TERUGGEROEPEN, VERVANGEN, TERUGGESTUURD -> detail.path(WENT).asBoolean() ? WENT : "";
      case TERUG_BEANTWOORD -> detail.path("gedaan").asText();
      default -> "";
    };
  }

  private static Optional<Between> between(JsonNode node) {
    var purpose = node.path("doel").asText();
    var from = party(node.path("van"));
    var to = party(node.path("aan"));
    return Purpose.isPurpose(purpose) && from.isPresent() && to.isPresent()
        ? Optional.of(new Between(new Purpose(purpose), from.get(), to.get()))
        : Optional.empty();
  }

  private static Optional<PartyRole> party(JsonNode node) {
    return node.path("oin").isTextual()
        ? Role.of(node.path("rol").asText())
            .map(role -> new PartyRole(new Oin(node.path("oin").asText()), role))
        : Optional.empty();
  }

  private static Instant at(JsonNode detail) {
    return Instant.parse(detail.path(Entry.TIME).asText());
  }

  private static Set<DataCategory> categories(JsonNode codes) {
    var found = EnumSet.noneOf(DataCategory.class);
    codes.forEach(code -> DataCategory.of(code.asText()).ifPresent(found::add));
    return found;
  }

  private static Set<DataCategory> withheld(JsonNode reasons) {
    var found = EnumSet.noneOf(DataCategory.class);
    reasons.fieldNames().forEachRemaining(code -> DataCategory.of(code).ifPresent(found::add));
    return found;
  }

  private static Set<UUID> consents(JsonNode detail, JsonNode asked) {
    var found = new HashSet<UUID>();
    uuid(detail.path("toestemming")).ifPresent(found::add);
    for (var named : asked.path("feiten").path("toestemming").path("toestemmingen")) {
      var text = named.asText();
      int version = text.indexOf('@');
      uuid(version < 0 ? text : text.substring(0, version)).ifPresent(found::add);
    }
    return found;
  }

  private static Set<UUID> uuids(JsonNode array) {
    var found = new HashSet<UUID>();
    array.forEach(node -> uuid(node).ifPresent(found::add));
    return found;
  }

  private static Optional<UUID> uuid(JsonNode node) {
    return node.isTextual() ? uuid(node.asText()) : Optional.empty();
  }

  private static Optional<UUID> uuid(String text) {
    return UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /// Everything by which it can be hidden.
  Stream<UUID> names() {
    return Stream.of(Stream.of(about), consents.stream(), exchanges.stream()).flatMap(s -> s);
  }
}
