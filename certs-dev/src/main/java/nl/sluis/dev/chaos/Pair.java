package nl.sluis.dev.chaos;

import java.util.concurrent.atomic.AtomicReference;
import nl.sluis.dev.rig.Seen;

/// A place for a child about whom one CJG writes to one school: when a yes was taken back, another
/// child comes in its place. May be shared between threads.
///
/// @param now the child and the consent that are there now
record Pair(Sender sender, School school, AtomicReference<Child> now) {
  private static final int CREATED = 201;

  Pair(Sender sender, School school) {
    this(sender, school, new AtomicReference<>(new Child("", "")));
  }

  /// A child and the consent of its parents.
  ///
  /// @param name what the CJG calls it
  /// @param consent the number of the consent; empty when there is none
  record Child(String name, String consent) {}

  /// What the CJG calls the child that is there now.
  String child() {
    return now.get().name();
  }

  /// The consent that is there, for who takes it back; empty when somebody does so already.
  String takeConsent() {
    return now.getAndUpdate(child -> new Child(child.name(), "")).consent();
  }

  /// Puts a new family on record, of which both parents say yes; from then on it is there.
  void settle(String child, Ledger ledger) {
    var feedback = sender.feedback();
    var family = file("/v1/gezinsfeiten", feedback.family(child), ledger);
    var consent = file("/v1/toestemmingen", feedback.consent(child, school.oin()), ledger);
    if (family.status() == CREATED && consent.status() == CREATED) {
      now.set(new Child(child, consent.text("id")));
    }
  }

  private Seen file(String path, String json, Ledger ledger) {
    var seen = sender.link().ask(0, caller -> caller.file(path, json));
    if (seen.status() != CREATED) {
      ledger.surprise("%s gaf %d %s".formatted(path, seen.status(), seen.text("code")));
    }
    return seen;
  }
}
