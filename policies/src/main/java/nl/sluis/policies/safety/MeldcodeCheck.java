package nl.sluis.policies.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.terms.Role;

/// Reads the meldcode record that came with a message and says how far it reaches.
///
/// Every gap is found at once. Pure; may be shared between threads. The fields (domain 3.6; NJi
/// afwegingskader) are, with `?` where one may be absent:
/// - acute: `acuut: true, melder, kind, feit, gevaar, gebeld`
/// - whole: `versieAfwegingskader`, `melder{id, functie}`, `aandachtsfunctionaris{id, datum,
///   advies}`, `stap1{signalen[{datum, feit, bron, soort}], kindcheck?{datum, uitkomst}}`,
///   `stap2{datum, met, vtAdviesNummer?}`, `stap3{gesprek{datum, met, uitkomst}}` or
///   `stap3{nietGesproken{reden, motivering}}`, `stap4{datum, vragen[{nummer, antwoord,
///   motivering}]}`, `stap5{datum, besluitMelden, besluitHulp, motivering}`, `onveiligheid`,
///   `categorieen[{code, noodzaak, extraZin?}]`, `betrokkenen[{wie, rol}]`,
///   `gezin{geinformeerd{datum, door}}` or `gezin{uitstel{reden, tot, bevestigdDoor}}`,
///   `anoniemJegensGezin{anoniem, grond?}`
/// - short, for the Raad or a GI that carries out an OTS: `verzoek{nummer, datum}`, for a GI
///   `aanleiding` and the `verzoek` only when it asked, `besluit{datum, door, functie,
///   motivering}`, `categorieen` and `gezin` as above
///
/// `docs/meldcode-formulier.md` explains each of them.
public final class MeldcodeCheck {
  private MeldcodeCheck() {}

  /// @param form the record as it was disclosed: texts, truth values, lists and maps
  /// @param sender the role of who reports; some must do the kindcheck
  /// @param today the day in Europe/Amsterdam
  public static MeldcodeState check(Map<String, Object> form, Role sender, LocalDate today) {
    return check(form, sender, Role.VEILIG_THUIS, today);
  }

  /// @param form the record as it was disclosed: texts, truth values, lists and maps
  /// @param sender the role of who sends; some must do the kindcheck
  /// @param receiver the role of whom it is for: the Raad and a GI have a short record (design
  ///   10.15)
  /// @param today the day in Europe/Amsterdam
  public static MeldcodeState check(
      Map<String, Object> form, Role sender, Role receiver, LocalDate today) {
    var acute = form.get("acuut");
    if (Boolean.TRUE.equals(acute) || "ja".equals(acute)) {
      var gaps = AcuteForm.gaps(form);
      return gaps.isEmpty() ? new MeldcodeState.Acute() : new MeldcodeState.Incomplete(gaps);
    }
    var gaps = new ArrayList<String>();
    var familyInformed = read(new Fields("", form, gaps), sender, receiver, today);
    return gaps.isEmpty()
        ? new MeldcodeState.Complete(familyInformed)
        : new MeldcodeState.Incomplete(gaps);
  }

  /// The empty whole record for who reports to Veilig Thuis in this role.
  public static List<FormField> form(Role sender) {
    return form(sender, Role.VEILIG_THUIS);
  }

  /// The empty record for who sends in this role to that one: every field that [#check] reads, in
  /// order.
  public static List<FormField> form(Role sender, Role receiver) {
    var outline = new Outline();
    read(outline, sender, receiver, LocalDate.EPOCH);
    return outline.fields();
  }

  /// Was the family told?
  private static boolean read(Fields fields, Role sender, Role receiver, LocalDate today) {
    fields.has("acuut");
    boolean familyInformed =
        switch (receiver) {
          case RVDK -> ShortRecord.forRaad(fields, today);
          case GI_OTS -> ShortRecord.forGi(fields, today);
          default -> whole(fields, sender, today);
        };
    fields.close();
    return familyInformed;
  }

  private static boolean whole(Fields fields, Role sender, LocalDate today) {
    var reporter = Reporters.check(fields, sender, today);
    var consulted = Preparation.check(fields, sender, today);
    Judgement.check(fields, consulted, today);
    return Openness.check(fields, reporter, today);
  }
}
