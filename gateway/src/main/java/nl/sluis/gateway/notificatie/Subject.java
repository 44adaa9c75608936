package nl.sluis.gateway.notificatie;

import java.util.Arrays;
import java.util.Optional;

/// Of what somebody can be told.
public enum Subject {
  /// A parcel lies ready in the postbus.
  PARCEL("pakket-klaargezet", "/v1/postbus/%s/uitreikingen"),
  /// There is something to do.
  TASK("taak-geopend", "/v1/taken");

  private final String code;
  private final String place;

  Subject(String code, String place) {
    this.code = code;
    this.place = place;
  }

  /// The Dutch word.
  public String code() {
    return code;
  }

  /// Where whoever is told finds it, with its own certificate and token.
  String placeOf(String id) {
    return place.formatted(id);
  }

  /// The one with this Dutch word, if there is one.
  public static Optional<Subject> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
