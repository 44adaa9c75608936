package nl.sluis.gateway.inzicht;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.inzicht.Again.Once;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.terms.Oin;

/// The lines that somebody sees, for who acts on one: nobody acts on what is hidden, and it looks
/// as if it never was.
///
/// May be shared between threads.
public final class Lines {
  private final RecordDesk desk;
  private final Looks looks;

  Lines(RecordDesk desk, Looks looks) {
    this.desk = desk;
    this.looks = looks;
  }

  /// A child at which somebody has a place.
  ///
  /// @param word by which this person points at it in addresses
  /// @param one how it is told apart on a page
  public record Child(String word, Place place, ChildrenModel.One one) {}

  /// Every child at which this person has a place; the person itself first.
  public List<Child> children(Visitor who, Instant now) throws SQLException {
    return desk.children(who.who(), now).stream().map(Lines::child).toList();
  }

  private static Child child(RecordDesk.Child child) {
    return new Child(child.word(), child.place(), RecordPages.one(child));
  }

  /// By which name this person points at a line about this child.
  public UUID name(Visitor who, Child child, Ref ref) {
    return desk.ids(who.who(), child.place().subject()).name(ref);
  }

  /// The line of this name about this child, as this person sees it now; empty when there is none
  /// for this person. That it was looked at is written down first.
  public Optional<Whence> find(Visitor who, Child child, UUID name, Instant now)
      throws SQLException {
    var place = desk.child(who.who(), child.word(), now);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    looks.note(who.who(), who.formToken(), child.place());
    return desk.whence(who.who(), place.get(), name, now);
  }

  /// The newest line about this child that this person sees now and in which this organisation took
  /// part; empty when there is none for this person. That it was looked at is written down first.
  public Optional<Whence> newest(Visitor who, Child child, Oin organisation, Instant now)
      throws SQLException {
    var place = desk.child(who.who(), child.word(), now);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    looks.note(who.who(), who.formToken(), child.place());
    var lines = desk.of(child.place(), organisation, now).lines();
    return lines.isEmpty()
        ? Optional.empty()
        : desk.whence(
            who.who(), place.get(), name(who, child, lines.getLast().refs().getFirst()), now);
  }

  /// May this person, who has this place, see this now, in the transaction of the caller?
  public boolean isSeen(Connection tx, SignedIn who, Place place, Once once, Instant now)
      throws SQLException {
    return desk.isSeen(tx, who, place, once, now);
  }

  /// The lines of these rows as this person sees them now, in the same order; empty for each that
  /// this person may not see. As many statements whatever may be seen.
  public List<Optional<Line>> seen(Visitor who, Child child, List<Ref> refs, Instant now)
      throws SQLException {
    var place = desk.child(who.who(), child.word(), now);
    return place.isPresent() ? desk.seen(place.get(), refs, now) : List.of();
  }

  /// What this person may see now of these, in the same order; empty for what may not be seen any
  /// more.
  public List<Optional<Again>> again(Visitor who, Child child, List<Once> onces, Instant now)
      throws SQLException {
    var place = desk.child(who.who(), child.word(), now);
    var all = new ArrayList<Optional<Again>>();
    if (place.isPresent() && !onces.isEmpty()) {
      all.addAll(desk.again(place.get(), onces, now));
    }
    return all;
  }
}
