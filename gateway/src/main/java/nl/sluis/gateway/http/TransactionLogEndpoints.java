package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.sluis.gateway.fsc.LogQuestion;
import nl.sluis.gateway.fsc.PeerLog;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.trace.TransactionNumber;

/// A peer reads the records of the transaction log in which it takes part, by its certificate
/// alone, as FSC Logging 1.0.0 describes it: path, words and form are the standard's. May be shared
/// between threads.
public final class TransactionLogEndpoints implements PartnerRoutes {
  private static final int MOST_WORDS = 100;
  private static final int LONGEST_GRANT = 1_024;
  private static final int SHORTEST_NAME = 3;
  private static final int LONGEST_NAME = 255;
  private static final String UP = "SORT_ORDER_ASCENDING";
  private static final String DOWN = "SORT_ORDER_DESCENDING";

  private final PeerLog log;
  private final Sequencer sequencer;

  /// @param log finds the records
  /// @param sequencer writes down who looked
  public TransactionLogEndpoints(PeerLog log, Sequencer sequencer) {
    this.log = log;
    this.sequencer = sequencer;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/logs", "", door.peer(this::read));
  }

  private Reply read(Peer peer, Request request) throws InputFault, SQLException {
    var question = new Reading(request).question();
    var page = log.page(peer.oin(), question);
    if (page.isEmpty()) {
      throw new InputFault(List.of(Reading.CURSOR));
    }
    // The look is on record before anything of it is told.
    Door.await(sequencer.submit(log.seen(peer.oin())));
    return Reply.json(200, page.get());
  }

  /// Reads one question, and gathers everything that is wrong with it.
  private static final class Reading {
    private static final InputFault.Field CURSOR =
        new InputFault.Field(
            "cursor",
            "Dit is geen plaats in uw deel van het log",
            "Neem `next_cursor` van het vorige antwoord over, of laat dit weg");

    private final Request request;
    private final List<InputFault.Field> faults = new ArrayList<>();

    Reading(Request request) {
      this.request = request;
    }

    LogQuestion question() throws InputFault {
      // The name of FSC Logging 1.0.0, and that of the text after it, which sets all else aside.
      var only = transactions("transaction_ids");
      var numbers = transactions("transaction_id");
      var asked =
          new LogQuestion(
              cursor(),
              limit(),
              order(),
              moment("after").map(second -> second.plusSeconds(1)).orElse(Instant.EPOCH),
              moment("before").orElse(LogQuestion.END),
              words("grant_hash", word -> word.length() <= LONGEST_GRANT),
              words(
                  "service_name",
                  word -> word.length() >= SHORTEST_NAME && word.length() <= LONGEST_NAME),
              numbers);
      if (!faults.isEmpty()) {
        throw new InputFault(faults);
      }
      return only.isEmpty() ? asked : LogQuestion.of(only);
    }

    private void fault(String name, String sentence, String remedy) {
      faults.add(new InputFault.Field(name, sentence, remedy));
    }

    private Optional<String> one(String name) {
      return Optional.ofNullable(request.query().get(name)).filter(word -> !word.isEmpty());
    }

    private List<String> words(String name, Predicate<String> fits) {
      var words = one(name).map(all -> List.of(all.split(",", -1))).orElse(List.of());
      if (words.size() > MOST_WORDS || !words.stream().allMatch(fits)) {
        fault(
            name, "Deze lijst heeft niet de goede vorm", "Noem er hoogstens honderd, met komma's");
        return List.of();
      }
      return words;
    }

    private List<TransactionNumber> transactions(String name) {
      return words(name, word -> TransactionNumber.read(word).isPresent()).stream()
          .flatMap(word -> TransactionNumber.read(word).stream())
          .toList();
    }

    private Optional<UUID> cursor() {
      var word = one("cursor");
      try {
        return word.map(UUID::fromString);
      } catch (IllegalArgumentException _) {
        faults.add(CURSOR);
        return Optional.empty();
      }
    }

    private int limit() {
      var asked = number("limit", LogQuestion.USUAL);
      if (asked < 1 || asked > LogQuestion.MOST) {
        fault("limit", "Zoveel kan niet in één antwoord", "Vraag er van 1 tot 1000");
        return LogQuestion.USUAL;
      }
      return (int) asked;
    }

    private boolean order() {
      var word = one("sort_order").orElse(DOWN);
      if (!word.equals(UP) && !word.equals(DOWN)) {
        fault("sort_order", "Deze volgorde bestaat niet", "Kies `" + UP + "` of `" + DOWN + "`");
      }
      return word.equals(UP);
    }

    private Optional<Instant> moment(String name) {
      if (one(name).isEmpty()) {
        return Optional.empty();
      }
      var second = number(name, 0);
      if (second < 0 || second > LogQuestion.END.getEpochSecond()) {
        fault(name, "Dit is geen tijdstip", "Schrijf het in seconden sinds 1 januari 1970");
        return Optional.empty();
      }
      return Optional.of(Instant.ofEpochSecond(second));
    }

    /// The number, or -1 when it is none.
    private long number(String name, long otherwise) {
      try {
        return one(name).map(Long::parseLong).orElse(otherwise);
      } catch (NumberFormatException _) {
        return -1;
      }
    }
  }
}
