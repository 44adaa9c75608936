package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.gateway.decision.MeldcodeRecord;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.question.ScanFinding.Found;
import nl.sluis.policies.scan.AnonymousScan;
import nl.sluis.policies.scan.BsnScan;
import nl.sluis.policies.scan.TopicScan;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;

/// Reads what Sluis may read of a message: forms, texts and the meldcode record.
///
/// Sealed categories are not read. May be shared between threads.
public final class ContentCheck {
  private static final int NECESSITY_MIN = 20;
  private static final Pattern OURS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final String CONDITION = "voorwaarde:";
  private static final Set<String> NAMES_OURS =
      Set.of(
          CONDITION + MemberList.CONDITION,
          CONDITION + "melder-bevestigd",
          CONDITION + "eerder-gemeld");

  private final CategorySchemas schemas;

  /// @param schemas the form of each category
  public ContentCheck(CategorySchemas schemas) {
    this.schemas = schemas;
  }

  /// What reading brought up, in the places where it was found.
  Set<Found> findings(SignedMessage message, Convenant convenant, Optional<Rule> rule) {
    return findings(message.disclosed(), message.from().oin(), convenant, rule);
  }

  /// The same for who has the content before it is sealed, or after it was opened: the partner
  /// itself, who reads what Sluis cannot (design 10.2).
  ///
  /// @param disclosed what is disclosed by name; a category that is a text is sealed, and not read
  /// @param sender whose message it is
  public Set<Found> findings(
      Map<String, JsonNode> disclosed, Oin sender, Convenant convenant, Optional<Rule> rule) {
    var findings = new HashSet<Found>();
    disclosed.forEach((name, value) -> readOne(name, value, convenant, rule, findings));
    if (rule.filter(r -> r.lane() == Lane.ANONIEM).isPresent()) {
      var setting = setting(sender, convenant);
      var taken = rule.get().categories().keySet();
      disclosed.entrySet().stream()
          .filter(part -> DataCategory.of(part.getKey()).filter(taken::contains).isPresent())
          .forEach(part -> readAnonymous(part.getKey(), part.getValue(), setting, findings));
    }
    return findings;
  }

  private void readOne(
      String name, JsonNode value, Convenant convenant, Optional<Rule> rule, Set<Found> findings) {
    var category = DataCategory.of(name);
    if (category.isPresent() && value.isTextual()) {
      return;
    }
    var texts = Claims.allTexts(value);
    // A category that the rule does not name is refused as such; its form says nothing then.
    if (category.isPresent()
        && rule.filter(r -> r.categories().containsKey(category.get())).isPresent()) {
      if (!schemas.fits(convenant, rule.get(), category.get(), value)) {
        findings.add(new Found(ScanFinding.VORM_ONJUIST, name));
      }
      if (TopicScan.speaksOf(convenant.forbiddenWords(rule.get(), category.get()), texts)) {
        findings.add(new Found(ScanFinding.VERBODEN_ONDERWERP, name));
      }
    }
    if (!mayHoldBsn(name) && withoutOurs(name, texts).stream().anyMatch(BsnScan::holdsBsn)) {
      findings.add(new Found(ScanFinding.BSN_IN_TEKST, place(name, convenant)));
    }
  }

  private static void readAnonymous(
      String name, JsonNode value, AnonymousScan.Setting setting, Set<Found> findings) {
    var texts = new ArrayList<>(Claims.allTexts(value));
    // The number at which the professional is called back is the professional's own.
    texts.remove(value.path("terugbelnummer").asText());
    if (AnonymousScan.identifies(texts, setting)) {
      findings.add(new Found(ScanFinding.IDENTIFICEREND, name));
    }
  }

  private static AnonymousScan.Setting setting(Oin oin, Convenant convenant) {
    var schools =
        convenant.parties().values().stream()
            .filter(p -> p.kind().startsWith("school"))
            .map(p -> AnonymousScan.Setting.nameOf(p.name()))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    var sender = convenant.parties().get(oin);
    return new AnonymousScan.Setting(sender != null && sender.kind().startsWith("school"), schools);
  }

  /// Where it was found, in words of the convenant: the sender's own word for a precondition that
  /// nobody knows is not repeated.
  private static String place(String name, Convenant convenant) {
    var code = name.startsWith(CONDITION) ? name.substring(CONDITION.length()) : "";
    return code.isEmpty() || convenant.conditions().containsKey(code) ? name : "voorwaarde";
  }

  /// Where a number stands by right.
  private static boolean mayHoldBsn(String name) {
    return name.equals("betrokkene") || name.equals(DataCategory.K02.name());
  }

  /// The table or the report that a message names is a random identifier of ours; one in many looks
  /// like a number. What is not exactly that is read as any text, and a table or a report that does
  /// not exist vouches for nothing.
  private static List<String> withoutOurs(String name, List<String> texts) {
    return NAMES_OURS.contains(name)
        ? texts.stream().filter(text -> !OURS.matcher(text).matches()).toList()
        : texts;
  }

  /// A text counts when it is long enough to say something and was not copied from another
  /// category.
  public static Set<DataCategory> motivated(Map<DataCategory, String> necessities) {
    var motivated = EnumSet.noneOf(DataCategory.class);
    var seen = new HashSet<String>();
    necessities.forEach(
        (category, text) -> {
          if (text.strip().length() >= NECESSITY_MIN && seen.add(text.strip())) {
            motivated.add(category);
          }
        });
    return motivated;
  }

  /// How far the meldcode record reaches on this day.
  static MeldcodeState meldcode(SignedMessage message, Instant now) {
    return message
        .meldcode()
        .map(
            record -> MeldcodeRecord.state(record, message.from().role(), message.to().role(), now))
        .orElseGet(MeldcodeState.Absent::new);
  }
}
