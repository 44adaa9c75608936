package nl.sluis.gateway.normen;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.HeldRole;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// The register of processing activities, made from the convenant: each purpose of each version,
/// and what Sluis does besides.
///
/// What goes by the meldcode lanes is an activity of its own, confidential; so is what follows from
/// it. May be shared between threads.
public final class Register {
  /// Under which the activities of Sluis itself stand; a new number when one of them changes.
  private static final String OWN = "sluis/1";

  private static final String CONFIDENTIAL = "/vertrouwelijk";
  private static final Set<String> AFTER_MELDCODE =
      Set.of(
          "acuut-gemeld",
          "acuut-onbevestigd",
          "embargo-bevestigen",
          "nadocumentatie",
          "nacontrole",
          "dossier-aanvullen",
          "melding-rechtzetten",
          "gezin-informeren",
          "melding-onterecht");
  private static final Set<String> MELDCODE =
      Set.of(Lane.OVERRIDE.code(), Lane.CONFLICT_VAN_PLICHTEN.code());
  private static final LawRef MEDICAL_SECRECY = new LawRef("BW boek 7", "7:457", "");

  private final String base;
  private final Supplier<Collection<Convenant>> versions;

  /// @param base the address of the register, without a slash at the end
  /// @param versions every version that is known now
  public Register(String base, Supplier<Collection<Convenant>> versions) {
    this.base = base;
    this.versions = versions;
  }

  /// The kind of the number under which a line names a person: where the register explains it.
  String subjectType() {
    return base + "/" + OWN + "/pseudoniem";
  }

  /// Where the register says who an organisation is.
  String party(String oin) {
    return base + "/partijen/" + oin;
  }

  /// The activity to which a row belongs; empty when its kind is none.
  Optional<Activity> activity(Row row) {
    var deed = Deed.of(row.kind());
    return switch (deed.place()) {
      case NONE -> Optional.empty();
      case OWN -> Optional.of(own(deed, isConfidential(row)));
      case PURPOSE ->
          Optional.of(
              purpose(row)
                  .flatMap(purpose -> version(row).map(v -> of(v, purpose, isConfidential(row))))
                  .orElseGet(() -> own(deed, isConfidential(row))));
    };
  }

  /// The purpose of a row, when it is one: a sender may write anything there, and what is no
  /// purpose of the convenant is repeated nowhere.
  Optional<String> purpose(Row row) {
    return row.purpose()
        .filter(
            purpose ->
                version(row)
                    .filter(v -> v.purposes().containsKey(new Purpose(purpose)))
                    .isPresent());
  }

  /// Is this a word of the convenant: a kind of data or a condition? Anything else may be a word of
  /// whoever sent.
  boolean isWord(Row row, String word) {
    return version(row)
        .filter(
            v ->
                v.conditions().containsKey(word)
                    || v.schemas().keySet().stream().anyMatch(k -> k.name().equals(word)))
        .isPresent();
  }

  private Activity own(Deed deed, boolean confidential) {
    return new Activity(
        base + "/" + OWN + "/" + deed.code() + (confidential ? CONFIDENTIAL : ""),
        deed.code(),
        deed.sentence(),
        confidential);
  }

  private Activity of(Convenant version, String purpose, boolean confidential) {
    return new Activity(
        base + "/" + text(version) + "/" + purpose + (confidential ? CONFIDENTIAL : ""),
        purpose,
        version.purposes().getOrDefault(new Purpose(purpose), ""),
        confidential);
  }

  /// The text that says what the purpose is: that of the model, which regions share.
  private static String text(Convenant version) {
    return version.basis().orElse(version.id() + "/" + version.version());
  }

  /// The rule of a row with the text it stands in, such as `model-kennemerland/2026-09/X02`.
  Optional<String> policy(Row row) {
    return version(row).map(v -> text(v) + row.rule().map(rule -> "/" + rule).orElse(""));
  }

  /// The version that a row cites, or else the newest that knows its purpose: rows of one exchange
  /// need not all repeat it.
  private Optional<Convenant> version(Row row) {
    var cited = row.version();
    var all = versions.get();
    return all.stream()
        .filter(v -> cited.isPresent() && cited.get().equals(v.id() + "/" + v.version()))
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(v -> row.purpose().map(Purpose::new).map(v.purposes()::get).isPresent())
                    .reduce((_, later) -> later));
  }

  private boolean isConfidential(Row row) {
    return switch (row.kind()) {
      case EMBARGO, REVIEW, DELIVERED, HANDOVER, AGREEMENT -> true;
      case TASK -> AFTER_MELDCODE.contains(row.detail().path("wat").asText());
      case ESCALATION ->
          AFTER_MELDCODE.contains(row.detail().path("wat").asText())
              || row.detail().has("waarom")
              || isMeldcode(row);
      case SIGNAL -> row.detail().has("embargo");
      // Only a message under a conflict of duties waits for signatures.
      case LAPSED -> row.purpose().isEmpty() || isMeldcode(row);
      case CONFIRMED -> row.purpose().isEmpty() || isMeldcode(row);
      default -> isMeldcode(row);
    };
  }

  private boolean isMeldcode(Row row) {
    if (row.lane().isPresent()) {
      return MELDCODE.contains(row.lane().get());
    }
    return version(row)
        .map(
            version ->
                row.rule()
                    .flatMap(version::rule)
                    .map(rule -> isMeldcode(rule))
                    .orElseGet(
                        () ->
                            version.rules().stream()
                                .filter(rule -> isFor(rule, row))
                                .anyMatch(Register::isMeldcode)))
        .orElse(false);
  }

  private static boolean isMeldcode(Rule rule) {
    return MELDCODE.contains(rule.lane().code());
  }

  private static boolean isFor(Rule rule, Row row) {
    return row.purpose().map(Purpose::new).filter(rule.purpose()::equals).isPresent();
  }

  /// The rule by which a row was decided, in the version it cites.
  Optional<Rule> rule(Row row) {
    return version(row).flatMap(version -> row.rule().flatMap(version::rule));
  }

  /// Does this organisation act in a role that is under medical secrecy, so that NEN 7513 asks of
  /// it who looked?
  public boolean isCareParty(Oin organisation) {
    return versions.get().stream()
        .anyMatch(
            version ->
                Optional.ofNullable(version.parties().get(organisation)).stream()
                    .flatMap(party -> party.roles().stream())
                    .map(HeldRole::role)
                    .map(version.secrecy()::get)
                    .anyMatch(law -> law != null && isMedical(law)));
  }

  private static boolean isMedical(LawRef law) {
    return law.name().equals(MEDICAL_SECRECY.name())
        && law.article().equals(MEDICAL_SECRECY.article());
  }

  /// Its name in the convenant, if it is a party.
  Optional<String> name(Oin organisation) {
    return versions.get().stream()
        .flatMap(version -> Optional.ofNullable(version.parties().get(organisation)).stream())
        .map(party -> party.name())
        .findFirst();
  }

  /// Every activity there is, by address.
  public SortedMap<String, Activity> all() {
    var all = new TreeMap<String, Activity>();
    for (var version : versions.get()) {
      for (var rule : version.rules()) {
        add(all, of(version, rule.purpose().code(), isMeldcode(rule)));
      }
    }
    for (var kind : EntryKind.values()) {
      var deed = Deed.of(kind);
      if (deed.place() != Deed.Place.NONE) {
        add(all, own(deed, false));
        add(all, own(deed, true));
      }
    }
    return all;
  }

  private static void add(Map<String, Activity> all, Activity activity) {
    all.putIfAbsent(activity.uri(), activity);
  }
}
