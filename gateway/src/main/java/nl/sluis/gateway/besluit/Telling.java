package nl.sluis.gateway.besluit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.consent.event.EventType;
import nl.sluis.gateway.besluit.Around.Why;
import nl.sluis.gateway.besluit.Told.Block;
import nl.sluis.gateway.desk.DecisionDesk.Effect;
import nl.sluis.policies.terms.DataCategory;

/// Says what a question is, what follows from no, and what follows from what was chosen.
///
/// What it says of a yes never depends on what another said: before somebody spoke, nobody learns
/// from it whether the other did. Pure; for one person's texts.
final class Telling {
  private final Phrases phrases;
  private final List<Block> blocks = new ArrayList<>();

  private Telling(Phrases phrases) {
    this.phrases = phrases;
  }

  /// That no is allowed, and what happens then. It stands before the question itself.
  static Told ofNo(Question question, Around around, Phrases phrases) {
    var telling = new Telling(phrases);
    telling.heading("nee.mag");
    telling.no(question, around);
    return new Told(telling.blocks);
  }

  /// What is asked: who, whom, what for, what, and for how long.
  static Told ofQuestion(Question question, Phrases phrases) {
    var telling = new Telling(phrases);
    telling.sentence("vraag.mag", phrases.name(question.from()), phrases.name(question.to()));
    telling.sentence("vraag.waarvoor");
    telling.things(List.of(question.purpose()));
    telling.sentence("vraag.soorten");
    telling.things(question.parts().stream().map(Question.Part::name).toList());
    telling.term(question);
    return new Told(telling.blocks);
  }

  /// What follows from what was chosen.
  ///
  /// @param changes what happens, for which kinds of data
  static Told ofChoice(
      Question question,
      Map<EventType, Set<DataCategory>> changes,
      Around around,
      Effect effect,
      Phrases phrases) {
    var telling = new Telling(phrases);
    changes.forEach((type, about) -> telling.change(question, type, about));
    if (effect.withheld() > 0) {
      telling.sentence("stop.wacht", effect.withheld());
    }
    if (effect.told() > 0) {
      telling.sentence("stop.bericht", phrases.name(question.to()), effect.told());
    }
    if (changes.containsKey(EventType.GIVEN)) {
      telling.heading("nee.mocht");
      telling.no(question, around);
    } else {
      telling.goesOn(around);
    }
    return new Told(telling.blocks);
  }

  private void change(Question question, EventType type, Set<DataCategory> about) {
    var key =
        switch (type) {
          case GIVEN -> "ja";
          case REFUSED -> "nee";
          case DEFERRED -> "later";
          case WITHDRAWN -> "stop";
          default -> throw new IllegalArgumentException("nobody decides a " + type);
        };
    heading(key + ".kop");
    sentence(key + ".zin", phrases.name(question.from()), phrases.name(question.to()));
    sentence("vraag.waarvoor");
    things(List.of(question.purpose()));
    sentence("vraag.soorten");
    things(question.names(about));
    sentence(key + ".dan", phrases.name(question.from()), phrases.name(question.to()));
    if (type == EventType.GIVEN) {
      term(question);
      sentence("ja.stoppen");
    }
  }

  private void no(Question question, Around around) {
    sentence("nee.dan", phrases.name(question.from()), phrases.name(question.to()));
    sentence("nee.vrij");
    goesOn(around);
  }

  private void term(Question question) {
    if (question.once()) {
      sentence("vraag.een-keer");
    }
    sentence("vraag.tot", phrases.day(question.lastDay()));
  }

  private void goesOn(Around around) {
    for (var why : Why.values()) {
      var going =
          (why == Why.ANDERE_VRAAG ? around.byOther() : around.byLaw())
              .stream().filter(one -> one.why() == why).toList();
      if (!going.isEmpty()) {
        sentence(
            switch (why) {
              case WET -> "door.wet";
              case TAAK -> "door.taak";
              case VEILIGHEID -> "door.veiligheid";
              case ANDERE_VRAAG -> "door.andere";
            });
        blocks.add(new Block.Things(going.stream().map(one -> one.line(phrases)).toList()));
      }
    }
  }

  private void heading(String key) {
    blocks.add(new Block.Heading(phrases.say(key)));
  }

  private void sentence(String key, Object... values) {
    blocks.add(new Block.Sentence(phrases.say(key, values)));
  }

  private void things(List<String> things) {
    blocks.add(new Block.Things(things.stream().map(phrases::convenant).toList()));
  }
}
