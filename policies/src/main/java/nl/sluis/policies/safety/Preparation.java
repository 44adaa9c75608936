package nl.sluis.policies.safety;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Role;

/// Steps one to three: the signals, the consultation, and the talk with those it is about.
final class Preparation {
  private static final Set<String> KINDS = Set.of("feit", "vermoeden", "van-horen-zeggen");
  private static final Set<String> NO_TALK =
      Set.of("veiligheid-kind", "veiligheid-ander", "kind-uit-beeld", "niet-bereikbaar");
  private static final Set<Role> TREAT_ADULTS =
      EnumSet.of(Role.HUISARTS, Role.POH_JEUGD, Role.CJG_JONGERENCOACH);

  private Preparation() {}

  /// The day of the consultation, which must precede the weighing.
  static Optional<LocalDate> check(Fields fields, Role sender, LocalDate today) {
    fields
        .part("stap1", "stap 1")
        .ifPresentOrElse(
            one -> signals(one, sender, today),
            () -> fields.gap("stap 1 (de signalen) ontbreekt (`stap1`)"));
    var consultation = fields.part("stap2", "stap 2");
    if (consultation.isEmpty()) {
      fields.gap("stap 2 (het overleg) ontbreekt (`stap2`)");
    }
    var consulted =
        consultation.flatMap(two -> two.day("datum", "de datum van het overleg", today));
    consultation.ifPresent(
        two -> {
          two.text("met", "met wie is overlegd");
          two.optional("vtAdviesNummer");
          two.close();
        });
    fields
        .part("stap3", "stap 3")
        .ifPresentOrElse(
            three -> talk(three, today),
            () -> fields.gap("stap 3 (het gesprek) ontbreekt (`stap3`)"));
    return consulted;
  }

  private static void signals(Fields one, Role sender, LocalDate today) {
    for (var signal : one.parts("signalen", "stap 1, signaal", "ten minste één signaal")) {
      signal.day("datum", "de datum", today);
      signal.text("feit", "wat is gezien of gehoord");
      signal.text("bron", "de bron");
      signal.choice("soort", "de soort", KINDS);
      signal.close();
    }
    boolean treatsAdults = TREAT_ADULTS.contains(sender);
    var kindcheck =
        treatsAdults
            ? one.part("kindcheck", "stap 1, kindcheck")
            : one.optionalPart("kindcheck", "stap 1, kindcheck");
    if (kindcheck.isEmpty() && treatsAdults) {
      one.gap("de kindcheck ontbreekt; wie volwassenen helpt, doet die altijd (`kindcheck`)");
    }
    kindcheck.ifPresent(
        check -> {
          check.day("datum", "de datum", today);
          check.text("uitkomst", "de uitkomst");
          check.close();
        });
    one.close();
  }

  private static void talk(Fields three, LocalDate today) {
    var talk = three.optionalPart("gesprek", "stap 3, gesprek");
    var noTalk = three.optionalPart("nietGesproken", "stap 3, niet gesproken");
    if (talk.isPresent() == noTalk.isPresent()) {
      three.gap("noem het gesprek (`gesprek`) of waarom dat er niet was (`nietGesproken`)");
    }
    talk.ifPresent(
        held -> {
          held.day("datum", "de datum", today);
          held.text("met", "met wie is gesproken");
          held.text("uitkomst", "de uitkomst");
          held.close();
        });
    noTalk.ifPresent(
        none -> {
          none.choice("reden", "de reden", NO_TALK);
          none.text("motivering", "de motivering");
          none.close();
        });
    three.close();
  }
}
