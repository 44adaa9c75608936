package nl.sluis.gateway.boot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Post;
import nl.sluis.gateway.toezicht.Posts;
import nl.sluis.policies.terms.Oin;

/// Reads who may come to the desk of privacy officers (`mensen.toezicht`); without it there is no
/// such desk.
final class OfficerSettings {
  private OfficerSettings() {}

  /// @param provider reads at whom they log in
  static Optional<Posts> read(
      SettingsBlock people, Function<SettingsBlock, ProviderLine> provider, List<String> faults) {
    if (!people.has("toezicht")) {
      return Optional.empty();
    }
    var block = people.block("toezicht");
    var roles = new HashMap<String, Post>();
    for (var each : block.blocks("functies")) {
      add(each, roles, faults);
    }
    if (roles.isEmpty()) {
      faults.add("`" + block.name("functies") + "` noemt geen functie");
    }
    var employee = block.has("medewerker") ? block.text("medewerker") : "sub";
    return Optional.of(new Posts(provider.apply(block), employee, roles));
  }

  private static void add(SettingsBlock each, Map<String, Post> roles, List<String> faults) {
    var role = each.text("rol");
    var duty = Duty.of(each.text("functie"));
    var oin = each.text("oin");
    if (duty.isEmpty() || !Oin.isOin(oin) || role.chars().anyMatch(Character::isISOControl)) {
      faults.add("`" + each.name("functie") + "` en `oin` noemen geen functie en organisatie");
    } else if (roles.putIfAbsent(role, new Post(duty.get(), new Oin(oin))) != null) {
      faults.add("`" + each.name("rol") + "` staat er twee keer");
    }
  }
}
