package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.partner.OwnLine;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// What codes are called, in the words of the convenants that are in force. Pure; immutable.
record Names(List<Convenant> inForce) {
  Names {
    inForce = List.copyOf(inForce);
  }

  /// Those by which this line speaks now.
  static Names of(OwnLine line) {
    return of(line.check().convenanten(), line.clock().instant());
  }

  static Names of(List<Convenant> all, Instant now) {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    return new Names(all.stream().filter(one -> one.isInForceOn(day)).toList());
  }

  /// The sentence of a purpose; the code where no convenant has one.
  String purpose(String code) {
    return inForce.stream()
        .filter(_ -> Purpose.isPurpose(code))
        .flatMap(one -> Optional.ofNullable(one.purposes().get(new Purpose(code))).stream())
        .findFirst()
        .orElse(code);
  }

  /// The name of the organisation in a `{oin, rol}`.
  String party(JsonNode party) {
    var oin = party.path("oin").asText();
    return inForce.stream()
        .filter(_ -> Oin.isOin(oin))
        .flatMap(one -> Optional.ofNullable(one.parties().get(new Oin(oin))).stream())
        .map(Party::name)
        .findFirst()
        .orElse(oin);
  }

  /// A kind of data as a family reads it.
  String kind(String code) {
    return DataCategory.of(code)
        .flatMap(
            category ->
                inForce.stream()
                    .flatMap(one -> Optional.ofNullable(one.labels().get(category)).stream())
                    .findFirst())
        .orElse(code);
  }

  /// All of these kinds of data.
  List<String> kinds(JsonNode codes) {
    var names = new ArrayList<String>();
    codes.forEach(code -> names.add(kind(code.asText())));
    return List.copyOf(names);
  }
}
