package nl.sluis.consent.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Collects everything that is wrong while a request is read, so that it is told at once.
///
/// For one request and one thread.
final class Faults {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Pattern SHA256 =
      Pattern.compile("(sha256:)?([0-9a-f]{64}|[A-Za-z0-9_-]{43})");

  private final Instant now;
  private final List<ConsentFault> found = new ArrayList<>();

  Faults(Instant now) {
    this.now = now;
  }

  void add(String field, String sentence) {
    found.add(new ConsentFault(field, sentence));
  }

  void addIf(boolean wrong, String field, String sentence) {
    if (wrong) {
      add(field, sentence);
    }
  }

  List<ConsentFault> all() {
    return List.copyOf(found);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  Filed.Faulty faulty() {
    return new Filed.Faulty(new NonEmpty<>(found));
  }

  Instant now() {
    return now;
  }

  LocalDate today() {
    return now.atZone(Age.CALENDAR).toLocalDate();
  }

  Optional<LocalDate> date(String field, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      add(field, "Geef een bestaande datum als jjjj-mm-dd.");
      return Optional.empty();
    }
  }

  Optional<LocalDate> pastDate(String field, String text) {
    var date = date(field, text);
    date.ifPresent(d -> addIf(d.isAfter(today()), field, "Deze datum ligt in de toekomst."));
    return date;
  }

  /// An instant, or a day: today then means now, another day its first instant.
  Optional<Instant> instant(String field, String text) {
    try {
      if (text.length() > 10) {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      }
      var day = LocalDate.parse(text);
      return Optional.of(day.equals(today()) ? now : day.atStartOfDay(Age.CALENDAR).toInstant());
    } catch (DateTimeException _) {
      add(field, "Geef een tijdstip met tijdzone, zoals 2026-11-03T14:05:00Z.");
      return Optional.empty();
    }
  }

  /// An instant that has passed; a clock that runs a little fast is forgiven, and set back to now.
  Optional<Instant> pastInstant(String field, String text) {
    var instant = instant(field, text);
    instant.ifPresent(
        i -> addIf(i.isAfter(now.plus(SKEW)), field, "Dit tijdstip ligt in de toekomst."));
    return instant.map(i -> i.isAfter(now) ? now : i);
  }

  Optional<Purpose> purpose(String field, String text) {
    if (Purpose.isPurpose(text)) {
      return Optional.of(new Purpose(text));
    }
    add(field, "Noem één doel uit het convenant.");
    return Optional.empty();
  }

  Optional<Oin> oin(String field, String text) {
    if (Oin.isOin(text)) {
      return Optional.of(new Oin(text));
    }
    add(field, "Noem één organisatie met haar OIN; een groep of `*` kan niet.");
    return Optional.empty();
  }

  Optional<PartyRole> party(String field, PartyDraft draft) {
    var oin = oin(field + ".oin", draft.oin());
    var role = Role.of(draft.role());
    addIf(role.isEmpty(), field + ".rol", "Noem één rol uit het convenant.");
    return oin.flatMap(o -> role.map(r -> new PartyRole(o, r)));
  }

  void sha256(String field, String text) {
    addIf(!SHA256.matcher(text).matches(), field, "Geef de SHA-256 van het document.");
  }
}
