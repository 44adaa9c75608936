package nl.sluis.dev.partner;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.aanbieder.TestPeople;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Post;
import nl.sluis.policies.terms.Oin;

/// The invented officers of the region, one for each post at the desk that is worth trying, and one
/// with two.
public enum DevOfficer {
  /// Privacy officer of the school.
  FG_SCHOOL("privacy officer van de school", "999911001", "fg-school"),
  /// Privacy officer of the CJG.
  FG_CJG("privacy officer van het CJG", "999911013", "fg-cjg"),
  /// Privacy officer of Veilig Thuis.
  FG_VEILIG_THUIS("privacy officer van Veilig Thuis", "999911025", "fg-veilig-thuis"),
  /// Looks back for the CJG.
  BEOORDELAAR("beoordelaar van het CJG", "999911037", "beoordelaar-cjg"),
  /// Looks after the convenant.
  CONVENANTBEHEERDER("convenantbeheerder", "999911049", "convenantbeheerder"),
  /// Checks the logbook.
  AUDITOR("auditor", "999911050", "auditor"),
  /// Has two posts at the CJG, and works with one of them at a time.
  TWEE_FUNCTIES("fg en beoordelaar van het CJG", "999911062", "fg-cjg", "beoordelaar-cjg");

  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin VEILIG_THUIS = new Oin("00000099000000302000");

  private static final String ABOUT = "werkt bij het toezicht: /toezicht";

  private final String title;
  private final String number;

  @SuppressWarnings("ImmutableEnumChecker") // made by `List.of`, which cannot be changed
  private final List<String> roles;

  DevOfficer(String title, String number, String... roles) {
    this.title = title;
    this.number = number;
    this.roles = List.of(roles);
  }

  /// How it stands in the list of who can log in.
  public String title() {
    return title;
  }

  /// A test BSN, by which the provider knows it; Sluis never sees that of an officer.
  public String number() {
    return number;
  }

  /// The word of its organisation for it, as in messages.
  public String employee() {
    return "med-" + number.substring(number.length() - 3);
  }

  /// What the roles of the provider mean here.
  public static Map<String, Post> posts() {
    return Map.of(
        "fg-school", new Post(Duty.PRIVACY_OFFICER, SCHOOL),
        "fg-cjg", new Post(Duty.PRIVACY_OFFICER, CJG),
        "fg-veilig-thuis", new Post(Duty.PRIVACY_OFFICER, VEILIG_THUIS),
        "beoordelaar-cjg", new Post(Duty.BEOORDELAAR, CJG),
        "convenantbeheerder", new Post(Duty.CONVENANTBEHEERDER, DevSettings.SLUIS),
        "auditor", new Post(Duty.AUDITOR, DevSettings.SLUIS));
  }

  /// A browser in which this officer logged in, surely enough.
  public SimulatedBrowser at(DevGateway gateway) {
    return at(gateway.site(), SimulatedBrowser.at(gateway));
  }

  /// The same browser, in which this officer logged in at whatever gateway of this site it finds.
  public SimulatedBrowser at(DevSite site, SimulatedBrowser browser) {
    appoint(site.login().people());
    var page = browser.follow(browser.get(StaffSignIn.Desk.TOEZICHT.path() + "/aanmelden"));
    browser.follow(browser.pick(page, number, DevSignIn.SUBSTANTIAL));
    return browser;
  }

  /// From now on all of them can log in.
  public static void appoint(TestPeople people) {
    Arrays.stream(values())
        .forEach(
            one ->
                one.roles.forEach(
                    role -> people.appoint(one.title, ABOUT, one.number, one.employee(), role)));
  }
}
