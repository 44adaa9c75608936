package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// There is no reason that nobody ever heard: a partner got each of them as the answer to something
/// it really sent through the door.
///
/// What counts is what came back over the wire while worked examples, scenarios and tales of the
/// border were played, not what a file says should come back.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class EveryReasonSpec {
  /// What no sender can be told, and why.
  private static final Map<Reason, String> NEVER_TOLD = new EnumMap<>(Reason.class);

  static {
    NEVER_TOLD.put(
        Reason.CIJFERS_TE_VEEL,
        "only a memory of ten thousand counts says it, which a spec of the counts fills");
    NEVER_TOLD.put(Reason.BEPERKT, "that somebody asked for a stop is nobody else's business");
    NEVER_TOLD.put(Reason.BEZWAAR, "that somebody asked for a stop is nobody else's business");
    NEVER_TOLD.put(Reason.RECHTERLIJK_VERBOD, "that a court spoke is nobody else's business");
    NEVER_TOLD.put(
        Reason.REGEL_DEFECT,
        "a check that breaks is a defect of ours, which no message brings about; `WeighingSpec`"
            + " breaks one");
  }

  @Test
  void every_reason_a_sender_can_hear_is_heard_through_the_real_door() throws IOException {
    var heard = new TreeSet<>(PlayedOnce.heard());
    heard.addAll(PlayedCases.heard());
    heard.addAll(BorderTale.heard());
    if (!never(heard).isEmpty()) {
      tellOfTheBorder();
      heard.addAll(BorderTale.heard());
    }

    assertThat(never(heard)).isEmpty();
  }

  @Test
  void what_cannot_be_told_was_never_heard() throws IOException {
    var heard = new TreeSet<>(PlayedOnce.heard());
    heard.addAll(PlayedCases.heard());
    heard.addAll(BorderTale.heard());

    assertThat(heard)
        .doesNotContainAnyElementsOf(NEVER_TOLD.keySet().stream().map(Reason::code).toList());
    assertThat(NEVER_TOLD.keySet())
        .containsAll(Arrays.stream(Reason.values()).filter(reason -> !reason.isTold()).toList());
  }

  private static Set<String> never(Set<String> heard) {
    return Arrays.stream(Reason.values())
        .filter(reason -> !NEVER_TOLD.containsKey(reason))
        .map(Reason::code)
        .filter(code -> !heard.contains(code))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The reasons of texts that are not in force here are heard in the specs about those texts; when
  /// this spec runs alone they have not run yet.
  private static void tellOfTheBorder() throws IOException {
    ConvenantBindsSpec.whoSigned();
    ConvenantBindsSpec.onlyExamples();
    ConvenantBindsSpec.undecided();
    ConvenantInUseSpec.moveOfHouse();
    ConvenantInUseSpec.notBoundYet();
  }
}
