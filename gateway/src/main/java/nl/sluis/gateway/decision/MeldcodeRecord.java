package nl.sluis.gateway.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.safety.MeldcodeCheck;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Role;

/// The meldcode record as JSON: how far it reaches.
public final class MeldcodeRecord {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private MeldcodeRecord() {}

  /// How far a record reaches on this day.
  ///
  /// @param sender the role of who reports
  /// @param receiver the role of whom it is for
  public static MeldcodeState state(ObjectNode form, Role sender, Role receiver, Instant now) {
    @SuppressWarnings("unchecked") // an object becomes a map with text keys
    Map<String, Object> plain = MAPPER.convertValue(form, Map.class);
    return MeldcodeCheck.check(plain, sender, receiver, LocalDate.ofInstant(now, Age.CALENDAR));
  }
}
