package nl.sluis.policies.export;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Speaking;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// One question in the words of the exported convenant.
///
/// @param sender the role of the sender
/// @param action the purpose, or `acuut-melden` when a child is in danger now
/// @param words the facts that are one word
/// @param flags the facts that are yes or no
/// @param sets the facts that are sets of words
public record Stated(
    String sender,
    String action,
    SortedMap<Fact, String> words,
    SortedMap<Fact, Boolean> flags,
    SortedMap<Fact, SortedSet<String>> sets) {

  private static final int OLDEST = 99;

  /// States every fact of a question, by the version that speaks for these parties at its instant.
  public static Stated of(Question question, Speaking speaking) {
    var words = new EnumMap<Fact, String>(Fact.class);
    var flags = new EnumMap<Fact, Boolean>(Fact.class);
    var sets = new EnumMap<Fact, SortedSet<String>>(Fact.class);
    words.put(Fact.STAND, code(speaking.standing()));
    parties(question, speaking.convenant(), words, flags);
    message(question, words, flags, sets);
    findings(question, sets);
    person(question, words, sets);
    boolean acute = question.meldcode() instanceof MeldcodeState.Acute;
    return new Stated(
        question.sender().role().code(),
        acute ? AcuteChapter.ACTION : question.purpose().code(),
        new TreeMap<>(words),
        new TreeMap<>(flags),
        new TreeMap<>(sets));
  }

  /// The same message with a person of whom nothing stands in the way: everybody said yes to
  /// everything, and nobody stopped anything.
  public Stated asIfAgreed() {
    var otherWords = new TreeMap<>(words);
    otherWords.put(Fact.TOESTEMMING, "gegeven");
    otherWords.put(Fact.LEEFTIJD, "");
    var otherSets = new TreeMap<>(sets);
    otherSets.put(Fact.GEDEKT, offered());
    otherSets.put(Fact.BEPERKINGEN, new TreeSet<>());
    return new Stated(sender, action, otherWords, flags, otherSets);
  }

  /// The categories in the message.
  public SortedSet<String> offered() {
    return sets.getOrDefault(Fact.AANGEBODEN, new TreeSet<>());
  }

  /// Is a child in danger now?
  public boolean isAcute() {
    return action.equals(AcuteChapter.ACTION);
  }

  private static void parties(
      Question question, Convenant convenant, Map<Fact, String> words, Map<Fact, Boolean> flags) {
    var sender = party(question.sender(), convenant);
    var receiver = party(question.receiver(), convenant);
    var day = question.at().atZone(Age.CALENDAR).toLocalDate();
    words.put(Fact.ONTVANGER, question.receiver().role().code());
    words.put(Fact.SOORT_AFZENDER, sender.map(Party::kind).orElse(""));
    words.put(Fact.SOORT_ONTVANGER, receiver.map(Party::kind).orElse(""));
    flags.put(Fact.AFZENDER_BEKEND, sender.isPresent());
    flags.put(Fact.ONTVANGER_BEKEND, receiver.isPresent());
    flags.put(Fact.AFZENDER_GEBONDEN, sender.map(p -> p.isBoundOn(day)).orElse(false));
    flags.put(Fact.ONTVANGER_GEBONDEN, receiver.map(p -> p.isBoundOn(day)).orElse(false));
    flags.put(Fact.AFZENDER_GESCHORST, sender.map(p -> p.isSuspendedOn(day)).orElse(false));
    flags.put(Fact.ONTVANGER_GESCHORST, receiver.map(p -> p.isSuspendedOn(day)).orElse(false));
    flags.put(Fact.AFZENDER_IN_ROL, acts(sender, question.sender(), day));
    flags.put(Fact.ONTVANGER_IN_ROL, acts(receiver, question.receiver(), day));
    var contact = sender.flatMap(p -> p.fixedContact(question.receiver().role()));
    flags.put(Fact.VASTE_ONTVANGER, contact.equals(Optional.of(question.receiver().oin())));
    flags.put(Fact.BSN_BEVOEGD, sender.map(Party::bsnAllowed).orElse(false));
  }

  private static Optional<Party> party(PartyRole who, Convenant convenant) {
    return Optional.ofNullable(convenant.parties().get(who.oin()));
  }

  private static boolean acts(Optional<Party> party, PartyRole who, LocalDate day) {
    return party.map(p -> p.holds(who.role(), day)).orElse(false);
  }

  private static void message(
      Question question,
      Map<Fact, String> words,
      Map<Fact, Boolean> flags,
      Map<Fact, SortedSet<String>> sets) {
    words.put(Fact.VERWIJZING, question.reference().code());
    flags.put(Fact.LEVER_REST, question.partial() == PartialDelivery.LEVER_REST);
    sets.put(Fact.AANGEBODEN, codes(question.categories()));
    sets.put(Fact.VERZEGELD, codes(question.sealed()));
    sets.put(Fact.GEMOTIVEERD, codes(question.motivated()));
    sets.put(Fact.VOORWAARDEN, new TreeSet<>(question.conditions()));
    words.put(
        Fact.MELDCODE,
        switch (question.meldcode()) {
          case MeldcodeState.Absent() -> "geen";
          case MeldcodeState.Incomplete _ -> "onvolledig";
          case MeldcodeState.Complete _ -> "volledig";
          case MeldcodeState.Acute() -> "acuut";
        });
    flags.put(
        Fact.GEZIN_INGELICHT,
        question.meldcode() instanceof MeldcodeState.Complete(boolean informed) && informed);
  }

  private static void findings(Question question, Map<Fact, SortedSet<String>> sets) {
    var kinds = new TreeSet<String>();
    var elsewhere = new TreeSet<String>();
    var in = new TreeSet<String>();
    for (var found : question.findings()) {
      kinds.add(code(found.what()));
      if (isCategory(found.where())) {
        in.add(found.where());
      } else {
        elsewhere.add(code(found.what()));
      }
    }
    var without = codes(question.categories());
    without.removeAll(in);
    sets.put(Fact.VONDSTEN, kinds);
    sets.put(Fact.VONDSTEN_ELDERS, elsewhere);
    sets.put(Fact.VONDST_IN, in);
    sets.put(Fact.ZONDER_VONDST, without);
  }

  private static boolean isCategory(String where) {
    return Arrays.stream(DataCategory.values()).anyMatch(c -> c.name().equals(where));
  }

  /// Every age that a request can state, the youngest first.
  static Stream<Age> ages() {
    return IntStream.rangeClosed(0, OLDEST).mapToObj(Age::new);
  }

  static String age(int years) {
    return String.valueOf(years);
  }

  static String code(Enum<?> what) {
    return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void person(
      Question question, Map<Fact, String> words, Map<Fact, SortedSet<String>> sets) {
    var covered = new TreeSet<String>();
    words.put(
        Fact.LEEFTIJD,
        question.facts().age().map(age -> age(Math.min(OLDEST, age.years()))).orElse("onbekend"));
    words.put(
        Fact.TOESTEMMING,
        switch (question.facts().consent()) {
          case ConsentState.Given(var categories, _) -> {
            covered.addAll(codes(categories));
            yield "gegeven";
          }
          case ConsentState.NotGiven _ -> "geen";
          case ConsentState.CustodyUnknown() -> "gezag-onbekend";
          case ConsentState.ShieldedGiver() -> "gever-afgeschermd";
        });
    sets.put(Fact.GEDEKT, covered);
    sets.put(
        Fact.BEPERKINGEN,
        question.facts().restrictions().stream()
            .map(Stated::code)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static TreeSet<String> codes(Collection<DataCategory> categories) {
    return categories.stream()
        .map(DataCategory::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
