package nl.sluis.gateway.verzoek;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.inzicht.Whence;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Which organisation answers what somebody asks about a line: who gave it for what it said, who
/// got it for what it holds (AVG 4(7), 16, 17, 19 and 21). Pure.
///
/// A sender who stays hidden is asked nothing: its answer would tell who it is.
final class Landing {
  private static final Set<Role> FAMILY =
      EnumSet.of(Role.JONGERE, Role.OUDER_GEZAG, Role.OUDER_ZONDER_GEZAG, Role.VOOGD);

  private Landing() {}

  /// On which side of a line.
  enum Side {
    /// Who gave or asked, or wanted to.
    VAN,
    /// Who got, or would have.
    AAN
  }

  /// Where this can be asked, the first before the others; empty when it cannot be asked of this
  /// line. With a complaint and for access there is a choice.
  static List<Side> of(RequestKind kind, Whence line) {
    return switch (kind) {
      case WAAROM, RECTIFICATIE -> one(isOfReceiver(line) ? receiver(line) : giver(line));
      case BEZWAAR -> isOpenToObjection(line) ? one(giver(line)) : List.of();
      case WISSING -> erasing(line);
      case KLACHT, INZAGE -> both(line);
    };
  }

  private static List<Side> erasing(Whence line) {
    return switch (line.line().told()) {
      case GEKREGEN,
          STOP_GEVRAAGD,
          STOP_BEVESTIGD,
          TERUGGEROEPEN,
          VERVANGEN,
          TERUG_BEANTWOORD,
          TERUGGESTUURD ->
          one(receiver(line));
      case GEWEIGERD, AANGEHOUDEN, NIET_UITGEREIKT -> one(giver(line));
      case CONTROLE_GEVER, CONTROLE_ONTVANGER, EIGEN_WOORD -> List.of();
    };
  }

  private static boolean isOfReceiver(Whence line) {
    return switch (line.line().told()) {
      case STOP_GEVRAAGD, STOP_BEVESTIGD, TERUG_BEANTWOORD, TERUGGESTUURD, CONTROLE_ONTVANGER ->
          true;
      case GEKREGEN,
          GEWEIGERD,
          AANGEHOUDEN,
          NIET_UITGEREIKT,
          TERUGGEROEPEN,
          VERVANGEN,
          CONTROLE_GEVER,
          EIGEN_WOORD ->
          false;
    };
  }

  /// What went, or would have gone, without anybody's yes.
  private static boolean isOpenToObjection(Whence line) {
    return switch (line.line().told()) {
      case GEKREGEN, GEWEIGERD, AANGEHOUDEN, NIET_UITGEREIKT ->
          line.rule().map(Rule::lane).filter(lane -> lane != Lane.TOESTEMMING).isPresent();
      case STOP_GEVRAAGD,
          STOP_BEVESTIGD,
          TERUGGEROEPEN,
          VERVANGEN,
          TERUG_BEANTWOORD,
          TERUGGESTUURD,
          CONTROLE_GEVER,
          CONTROLE_ONTVANGER,
          EIGEN_WOORD ->
          false;
    };
  }

  private static List<Side> both(Whence line) {
    var giver = giver(line);
    var receiver = receiver(line);
    return giver.isPresent() && receiver.isPresent() && giver.get() != receiver.get()
        ? List.of(giver.get(), receiver.get())
        : one(giver);
  }

  private static Optional<Side> giver(Whence line) {
    boolean answers = !line.senderHidden() && isOrganisation(line.from());
    return answers ? Optional.of(Side.VAN) : only(Side.AAN, line.to());
  }

  private static Optional<Side> receiver(Whence line) {
    return isOrganisation(line.to())
        ? Optional.of(Side.AAN)
        : line.senderHidden() ? Optional.empty() : only(Side.VAN, line.from());
  }

  private static Optional<Side> only(Side side, PartyRole party) {
    return isOrganisation(party) ? Optional.of(side) : Optional.empty();
  }

  private static boolean isOrganisation(PartyRole party) {
    return !FAMILY.contains(party.role());
  }

  private static List<Side> one(Optional<Side> side) {
    return side.map(List::of).orElseGet(List::of);
  }
}
