package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// Reads `partijen.yaml`: who signed, in which roles, where, and since when.
final class PartyReader {
  private static final Set<String> WITHOUT_ROLE = Set.of("leverancier", "sluis");

  /// Offices that hold no data on persons.
  private static final Set<String> WITHOUT_DATA = Set.of("bureau");

  private static final Pattern REACHED =
      Pattern.compile("[a-z0-9.-]+@[a-z0-9-]+(\\.[a-z0-9-]+)+|[+0-9][0-9 -]{7,}");

  private final Faults faults;
  private final Vocabulary vocabulary;
  private final Map<String, Oin> keys = new LinkedHashMap<>();
  private final Map<Oin, Party> parties = new LinkedHashMap<>();
  private final Map<Oin, Spot> spots = new LinkedHashMap<>();

  PartyReader(Faults faults) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
  }

  Map<Oin, Party> read(Entry file) {
    List<Entry> blocks = file.entries("partijen");
    for (var block : blocks) {
      name(block);
    }
    for (var block : blocks) {
      var key = block.word("sleutel").value();
      read(block, key, keys.get(key));
    }
    file.close();
    return parties;
  }

  /// Says which parties send reports of safety but name no aandachtsfunctionaris.
  ///
  /// @param reporting the roles from which such a report goes out
  void checkOfficers(Set<Role> reporting) {
    for (var party : parties.values()) {
      if (party.officers().childProtection().isEmpty()
          && party.everHeld().stream().anyMatch(reporting::contains)) {
        faults.add(
            spots.getOrDefault(party.oin(), new Spot("partijen.yaml", 0)),
            "Deze partij kan een melding over veiligheid doen; noem bij `aandachtsfunctionaris` een"
                + " postbus of telefoon van die functie.");
      }
    }
  }

  private void name(Entry block) {
    var key = block.word("sleutel");
    var oin = block.word("oin");
    if (!Oin.isOin(oin.value())) {
      faults.add(oin.spot(), "Een OIN heeft twintig tekens, waarvan de eerste acht cijfers zijn.");
      return;
    }
    if (keys.containsValue(new Oin(oin.value()))) {
      faults.add(oin.spot(), "Dit OIN staat al bij een andere partij.");
    }
    if (keys.putIfAbsent(key.value(), new Oin(oin.value())) != null) {
      faults.add(key.spot(), "De sleutel `" + key.value() + "` hoort al bij een andere partij.");
    }
  }

  private void read(Entry block, String key, @Nullable Oin oin) {
    var kind = vocabulary.kind(block.word("soort"));
    var name = block.word("naam").value();
    block.word("toetreding");
    var acceded = block.day("toetreding");
    var bound = new Days(acceded.orElse(LocalDate.EPOCH), block.day("uittreding"));
    orderly(bound, block, "uittreding");
    var roles = roles(block, bound.first());
    if (roles.isEmpty() && !WITHOUT_ROLE.contains(kind)) {
      faults.add(block.spot(), "Deze partij heeft geen rol; noem er ten minste één bij `rollen`.");
    }
    var suspensions = suspensions(block);
    var served = served(block);
    var contacts = contacts(block);
    var bsn = block.flag("bsn");
    var proxies = proxies(block, bound.first());
    var secondments = secondments(block, roles, bound.first());
    var officers = officers(block, kind);
    block.close();
    if (oin != null && acceded.isPresent()) {
      spots.put(oin, block.spot());
      parties.put(
          oin,
          new Party(
              oin,
              key,
              name,
              kind,
              bound,
              roles,
              suspensions,
              served,
              contacts,
              bsn,
              proxies,
              secondments,
              officers));
    }
  }

  private Officers officers(Entry block, String kind) {
    var officer = reached(block, "fg");
    if (officer.isEmpty() && block.find("fg").isEmpty() && !WITHOUT_DATA.contains(kind)) {
      faults.add(
          block.spot(), "Hier ontbreekt `fg`; noem een postbus of telefoon van die functie.");
    }
    return new Officers(officer, reached(block, "aandachtsfunctionaris"));
  }

  private Optional<String> reached(Entry block, String key) {
    var word = block.find(key);
    if (word.isPresent() && !REACHED.matcher(word.get().value()).matches()) {
      faults.add(
          word.get().spot(),
          "Bij `" + key + "` hoort een postbus of telefoon van een functie, geen naam.");
      return Optional.empty();
    }
    return word.map(Word::value);
  }

  private List<HeldRole> roles(Entry block, LocalDate since) {
    var roles = new ArrayList<HeldRole>();
    for (var item : block.items("rollen", "rol")) {
      vocabulary
          .role(item.word("rol"))
          .ifPresent(role -> roles.add(new HeldRole(role, days(item, since))));
      item.close();
    }
    for (int i = 0; i < roles.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (roles.get(i).role() == roles.get(j).role()
            && overlap(roles.get(i).days(), roles.get(j).days())) {
          faults.add(block.spotOf("rollen"), "`" + roles.get(i).role() + "` staat hier twee keer.");
        }
      }
    }
    return roles;
  }

  private static boolean overlap(Days one, Days other) {
    return one.hold(other.first()) || other.hold(one.first());
  }

  private List<Days> suspensions(Entry block) {
    var suspensions = new ArrayList<Days>();
    for (var item : block.entries("geschorst")) {
      item.word("van");
      item.word("want");
      suspensions.add(days(item, LocalDate.EPOCH));
      item.close();
    }
    return suspensions;
  }

  private List<Served> served(Entry block) {
    var served = new ArrayList<Served>();
    for (var item : block.items("gemeenten", "naam")) {
      var name = item.word("naam").value();
      var days = days(item, LocalDate.EPOCH);
      item.close();
      if (!name.isEmpty()) {
        served.add(new Served(new Municipality(name), days));
      }
    }
    return served;
  }

  private List<Proxy> proxies(Entry block, LocalDate since) {
    var proxies = new ArrayList<Proxy>();
    for (var item : block.entries("namens")) {
      party(item.word("partij")).ifPresent(o -> proxies.add(new Proxy(o, days(item, since))));
      item.find("volmacht");
      item.close();
    }
    return proxies;
  }

  private List<Secondment> secondments(Entry block, List<HeldRole> held, LocalDate since) {
    var secondments = new ArrayList<Secondment>();
    for (var item : block.entries("detachering")) {
      var roles = vocabulary.roles(item.words("rollen"));
      for (var role : roles) {
        if (held.stream().noneMatch(h -> h.role() == role)) {
          faults.add(item.spot(), "Deze partij heeft de rol `" + role + "` zelf niet.");
        }
      }
      party(item.word("uit"))
          .ifPresent(o -> secondments.add(new Secondment(o, roles, days(item, since))));
      item.close();
    }
    return secondments;
  }

  private Map<Role, Oin> contacts(Entry block) {
    var contacts = new HashMap<Role, Oin>();
    block
        .entry("vasteOntvanger")
        .ifPresent(
            entry -> {
              for (var key : entry.freeKeys()) {
                var role = vocabulary.role(key);
                var oin = party(entry.word(key.value()));
                role.ifPresent(r -> oin.ifPresent(o -> contacts.put(r, o)));
              }
            });
    return contacts;
  }

  private Optional<Oin> party(Word key) {
    var oin = Optional.ofNullable(keys.get(key.value()));
    if (oin.isEmpty() && !key.value().isEmpty()) {
      faults.add(key.spot(), "De partij `" + key.value() + "` staat niet in partijen.yaml.");
    }
    return oin;
  }

  private Days days(Entry item, LocalDate since) {
    var days = new Days(item.day("van").orElse(since), item.day("tot"));
    orderly(days, item, "tot");
    return days;
  }

  private void orderly(Days days, Entry block, String last) {
    if (days.end().isPresent() && !days.end().get().isAfter(days.first())) {
      faults.add(block.spotOf(last), "`" + last + "` ligt niet na de eerste dag.");
    }
  }
}
