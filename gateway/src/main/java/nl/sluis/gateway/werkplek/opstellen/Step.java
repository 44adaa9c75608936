package nl.sluis.gateway.werkplek.opstellen;

import java.util.Locale;
import java.util.Set;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.terms.Lane;

/// Where an open road begins at this desk.
public enum Step {
  /// Here: compose the message.
  OPSTELLEN,
  /// With the record of the five steps, which also reports.
  MELDCODE,
  /// With a table whose members are frozen first.
  OVERLEG,
  /// With a text that is laid ready for the family first.
  INZAGE,
  /// With a question that came in, or a report that was made before.
  POSTBUS;

  private static final Set<String> ANSWERS =
      Set.of("verzoek-vt", "besluit-te-antwoorden", "eerder-gemeld", "melder-bevestigd");

  /// What is answered is a question, also where safety opens the road.
  private static final String ANSWERS_A_QUESTION = "verzoek-vt";

  /// Where this road begins.
  static Step of(OpenRoad road) {
    var rule = road.rule();
    if (rule.conditions().contains(ANSWERS_A_QUESTION)) {
      return POSTBUS;
    }
    if (rule.lane() == Lane.OVERRIDE) {
      return MELDCODE;
    }
    if (rule.conditions().contains(MemberList.CONDITION)) {
      return OVERLEG;
    }
    if (rule.conditions().stream().anyMatch(code -> isReadFirst(road, code))) {
      return INZAGE;
    }
    return rule.conditions().stream().anyMatch(ANSWERS::contains) ? POSTBUS : OPSTELLEN;
  }

  private static boolean isReadFirst(OpenRoad road, String code) {
    var condition = road.convenant().conditions().get(code);
    return condition != null && condition.readFirst().isPresent();
  }

  /// Its word in texts.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The page where it begins.
  public String path() {
    return "/werk/" + word();
  }
}
