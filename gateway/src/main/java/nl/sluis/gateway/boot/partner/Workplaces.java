package nl.sluis.gateway.boot.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.werkplek.DraftCookie;
import nl.sluis.gateway.werkplek.UpkeepPart;
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.gateway.werkplek.gesprek.ConversationPart;
import nl.sluis.gateway.werkplek.gesprek.PersonalKeys;
import nl.sluis.gateway.werkplek.gesprek.Waiting;
import nl.sluis.gateway.werkplek.meldcode.AcutePart;
import nl.sluis.gateway.werkplek.meldcode.MeldcodePart;
import nl.sluis.gateway.werkplek.opstellen.ComposePart;
import nl.sluis.gateway.werkplek.overleg.OverlegPart;
import nl.sluis.gateway.werkplek.postbus.PostbusPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What professionals find at the desk, in the order of the home page; a part is a line. May be
/// shared between threads.
final class Workplaces {
  private static final Logger LOG = LoggerFactory.getLogger(Workplaces.class);

  private final Drafts drafts;
  private final ConversationPart conversation;

  /// @param folder what the desk keeps
  Workplaces(Path folder, SecureRandom random, InstantSource clock) {
    this.drafts = new Drafts(folder.resolve("concepten"), DraftCookie.NAME, random, clock);
    this.conversation =
        new ConversationPart(
            Texts.ofThisRelease(),
            new Waiting(random, clock),
            new PersonalKeys(folder.resolve("tekensleutels"), random, clock));
  }

  List<WorkPart> parts() {
    return List.of(
        new PostbusPart(drafts),
        new ComposePart(drafts),
        conversation,
        new OverlegPart(drafts),
        new MeldcodePart(drafts),
        new AcutePart(drafts),
        new UpkeepPart());
  }

  /// Takes away what was not sent for a day.
  void sweep() {
    try {
      drafts.sweep();
    } catch (IOException e) {
      LOG.warn("old drafts were not taken away: {}", e.getClass().getSimpleName());
    }
  }
}
