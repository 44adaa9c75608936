package nl.sluis.dev.rig;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// An invented professional who works at the desk of an organisation. Immutable.
///
/// @param title how it stands in the list of who can log in
/// @param number a test BSN, by which the provider knows it; the desk never sees it
/// @param employee the word of its organisation for it, which stands in messages
/// @param at the organisation, and the role in which it sends and receives
/// @param organisation its name
/// @param functions which the provider gives; with more than one it chooses after logging in
/// @param holder whose certificate and signing key the desk has: of the organisation, or of whom it
///   gave a mandate
public record DevWorker(
    String title,
    String number,
    String employee,
    PartyRole at,
    String organisation,
    List<Function> functions,
    Oin holder) {
  private static final Set<Task> ALL_TASKS =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Task.BEHEER)));
  private static final PartyRole DUINPIEPER =
      new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);
  private static final PartyRole ZEESTER =
      new PartyRole(new Oin("00000099000000202000"), Role.SCHOOL_IB);
  private static final PartyRole CJG =
      new PartyRole(new Oin("00000099000000101000"), Role.CJG_COACH);
  private static final Function INTERN = Function.of("intern begeleider");
  private static final Function LOOKS_ALONG =
      new Function("aandachtsfunctionaris", Set.of(Task.MELDCODE, Task.POSTBUS));

  /// Sees a worry in the classroom and sends it.
  public static final DevWorker INTERN_BEGELEIDER =
      new DevWorker(
          "intern begeleider van De Duinpieper",
          "999912008",
          "med-208",
          DUINPIEPER,
          "Basisschool De Duinpieper",
          List.of(INTERN));

  /// Receives it, reads it and answers.
  public static final DevWorker CJG_COACH =
      new DevWorker(
          "coach van het CJG",
          "999912021",
          "med-221",
          CJG,
          "CJG Kennemerland",
          List.of(Function.of("CJG-coach")));

  /// Looks along with reports at another school, and sends nothing else.
  public static final DevWorker AANDACHTSFUNCTIONARIS =
      new DevWorker(
          "aandachtsfunctionaris van De Zeester",
          "999912033",
          "med-233",
          ZEESTER,
          "Basisschool De Zeester",
          List.of(LOOKS_ALONG));

  /// Is both at De Duinpieper, and works in one of them at a time.
  public static final DevWorker TWEE_FUNCTIES =
      new DevWorker(
          "intern begeleider en aandachtsfunctionaris van De Duinpieper",
          "999912045",
          "med-245",
          DUINPIEPER,
          "Basisschool De Duinpieper",
          List.of(INTERN, LOOKS_ALONG));

  /// Looks along at De Duinpieper when the other reports.
  public static final DevWorker TWEEDE_AANDACHTSFUNCTIONARIS =
      new DevWorker(
          "tweede aandachtsfunctionaris van De Duinpieper",
          "999912082",
          "med-282",
          DUINPIEPER,
          "Basisschool De Duinpieper",
          List.of(LOOKS_ALONG));

  /// Everybody above.
  public static final List<DevWorker> ALL =
      List.of(
          INTERN_BEGELEIDER,
          CJG_COACH,
          AANDACHTSFUNCTIONARIS,
          TWEE_FUNCTIES,
          TWEEDE_AANDACHTSFUNCTIONARIS);

  /// A function at an organisation, and what whoever has it does at the desk.
  ///
  /// @param word as in messages
  /// @param tasks what it opens
  public record Function(String word, Set<Task> tasks) {
    /// Copies its set.
    public Function {
      tasks = Set.copyOf(tasks);
    }

    /// A function that does everything that is about children.
    public static Function of(String word) {
      return new Function(word, ALL_TASKS);
    }
  }

  /// Copies its list.
  public DevWorker {
    functions = List.copyOf(functions);
  }

  /// Works at the desk of the organisation itself.
  public DevWorker(
      String title,
      String number,
      String employee,
      PartyRole at,
      String organisation,
      List<Function> functions) {
    this(title, number, employee, at, organisation, functions, at.oin());
  }

  /// The same at a desk that this one holds for the organisation under a mandate.
  public DevWorker heldBy(Oin supplier) {
    return new DevWorker(title, number, employee, at, organisation, functions, supplier);
  }

  /// By which word the provider gives one of its functions.
  public String role(Function function) {
    return "%s-%s-%s"
        .formatted(at.oin(), at.role(), function.word().toLowerCase(Locale.ROOT).replace(' ', '-'));
  }
}
