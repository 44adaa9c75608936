package nl.sluis.gateway.maandoverzicht;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.gateway.inzicht.Line;
import nl.sluis.gateway.inzicht.MonthLines;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.gateway.inzicht.Thing;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.gateway.logbook.RowOpening;

/// Writes a statement as JSON; `docs/logboek-formaat.md` says what stands in it.
///
/// Its length is a multiple of [#STEP], and what fills it up depends on what is shown alone. For
/// one statement.
final class Statement {
  /// The form, in its first version.
  static final String FORM = "sluis-maandverklaring/1";

  /// The `typ` in the header of its signature.
  static final String TYPE = "sluis-maandverklaring+json";

  /// A statement is as long as a number of these.
  static final int STEP = 64 * 1024;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> ARTICLES = List.of("AVG 23 lid 1", "UAVG 41 lid 1");

  /// The oldest first, and nothing of what is hidden in the order.
  static final Comparator<Line> BY_DAY =
      Comparator.comparing(Line::day)
          .thenComparing(Line::told)
          .thenComparing(line -> line.from().name().orElse(""))
          .thenComparing(line -> line.to().name().orElse(""))
          .thenComparing(Line::sentence)
          .thenComparing(line -> String.join(",", line.categories()))
          .thenComparing(Line::word);

  private final ObjectNode told = JSON.objectNode();

  /// Of whom and when it is.
  ///
  /// @param origin the name of the logbook
  /// @param about the word by which who asked points at the child
  /// @param language of its sentences
  /// @param whole whether who asked sees everything that may be seen, and not the own words alone
  /// @param completeFrom from which day on the logbook holds everything
  /// @param at when it was asked for
  record Head(
      String origin,
      String about,
      String language,
      boolean whole,
      LocalDate completeFrom,
      Instant at) {}

  Statement(Head head, Committed committed) {
    told.put("vorm", FORM);
    told.put("logboek", head.origin());
    told.put("over", head.about());
    told.put("taal", head.language());
    told.put("ziet", head.whole() ? "alles" : "eigen-woorden");
    told.put("volledigVanaf", head.completeFrom().toString());
    told.put("gemaakt", head.at().truncatedTo(ChronoUnit.SECONDS).toString());
    told.put("maand", committed.period().month().toString());
    told.put("tot", committed.period().until().toString());
    told.put("heel", committed.period().isWhole());
  }

  /// The tree of who asked, and the row under which its root stands.
  Statement tree(Committed committed, RowOpening.Opened row, String proof) {
    var tree = told.putObject("boom");
    tree.put("bladen", Committed.LEAVES);
    tree.put("wortel", base64(committed.root()));
    tree.put("plek", committed.stands().slot());
    tree.set("pad", path(committed.stands().path()));
    told.putObject("rij")
        .put("verhulling", base64(row.hiding()))
        .put("gegevens", row.detail())
        .put("bewijs", proof);
    return this;
  }

  /// What is shown.
  ///
  /// @param things what is committed to and can still be read
  /// @param decisions by which decisions a thing was hidden before
  Statement lines(
      MonthLines shown,
      Committed committed,
      Blinding blinding,
      Map<Ref, Thing> things,
      Telling telling,
      Function<Thing, List<UUID>> decisions) {
    var places = committed.places();
    var tree = committed.tree(blinding);
    var inside = told.putArray("regels");
    var outside = told.putArray("buiten");
    for (var line : shown.lines().stream().sorted(BY_DAY).toList()) {
      var ref = line.refs().getFirst();
      var place = places.get(ref);
      var thing = things.get(ref);
      if (place == null || thing == null) {
        outside.addObject().set("woorden", telling.of(line));
      } else {
        var one = inside.addObject();
        one.put("plaats", place);
        one.set("pad", path(tree.path(place)));
        one.set("velden", fields(thing, place, blinding, shown.open(line)));
        one.set("woorden", telling.of(line));
        line.late().ifPresent(day -> late(one, day, decisions.apply(thing)));
      }
    }
    return this;
  }

  private static void late(ObjectNode one, LocalDate day, List<UUID> decisions) {
    var late = one.putObject("laat");
    late.put("sinds", day.toString());
    var articles = late.putArray("artikelen");
    ARTICLES.forEach(articles::add);
    var by = late.putArray("besluiten");
    decisions.forEach(id -> by.add(id.toString()));
  }

  private static ObjectNode fields(Thing thing, int place, Blinding blinding, Set<String> open) {
    var fields = JSON.objectNode();
    for (var field : Thing.FIELDS) {
      var one = fields.putObject(field);
      if (open.contains(field)) {
        one.set("waarde", thing.value(field));
        one.put("zout", base64(blinding.salt(place, field)));
      } else {
        one.put("afdruk", base64(blinding.digest(place, field, thing.value(field))));
      }
    }
    return fields;
  }

  private static ArrayNode path(List<byte[]> hashes) {
    var path = JSON.arrayNode();
    hashes.forEach(hash -> path.add(base64(hash)));
    return path;
  }

  /// Signs.
  interface Signer {
    /// These bytes as a JWS with its payload left out (RFC 7515, appendix F).
    String sign(byte[] words);
  }

  /// The signed statement.
  ///
  /// @param keys what makes the key that signs believable
  byte[] signed(ObjectNode keys, Signer signer) {
    told.put("vulling", "");
    var empty = whole(keys, signer.sign(CanonicalJson.encode(told)));
    int length = empty.length;
    told.put("vulling", "0".repeat((STEP - length % STEP) % STEP));
    return whole(keys, signer.sign(CanonicalJson.encode(told)));
  }

  private byte[] whole(ObjectNode keys, String signature) {
    var whole = JSON.objectNode();
    whole.put("handtekening", signature);
    whole.set("sleutels", keys);
    whole.set("verklaring", told);
    return CanonicalJson.encode(whole);
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
