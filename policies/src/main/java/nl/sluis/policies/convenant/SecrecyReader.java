package nl.sluis.policies.convenant;

import java.util.EnumMap;
import java.util.Map;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Role;

/// Reads `geheimhouding.yaml`: which roles hold professional secrecy, and on which article.
final class SecrecyReader {
  private final Faults faults;
  private final Vocabulary vocabulary;
  private final Map<String, String> laws;

  SecrecyReader(Faults faults, Map<String, String> laws) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
    this.laws = laws;
  }

  Map<Role, LawRef> read(Entry file) {
    var secrecy = new EnumMap<Role, LawRef>(Role.class);
    for (var block : file.entries("geheimhouders")) {
      var roles = vocabulary.roles(block.words("rollen"));
      var law = block.word("wet");
      var article = block.word("artikel").value();
      block.close();
      if (!law.value().isEmpty() && !laws.containsKey(law.value())) {
        faults.add(
            law.spot(),
            "De wet `"
                + law.value()
                + "` staat niet in wetten.yaml; zet haar daar met haar adres.");
      }
      var ref = new LawRef(law.value(), article, laws.getOrDefault(law.value(), ""));
      for (var role : roles) {
        if (secrecy.put(role, ref) != null) {
          faults.add(block.spot(), "De rol `" + role + "` staat al bij een ander artikel.");
        }
      }
    }
    file.close();
    return secrecy;
  }
}
