package nl.sluis.gateway.boot.partner;

import java.io.IOException;
import java.util.regex.Pattern;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.Stopped;

/// `partner intrekken`: an own encryption key that was lost counts no more, for ever.
final class WithdrawCommand {
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Line line;
  private final Voice voice;

  WithdrawCommand(Line line, Voice voice) {
    this.line = line;
    this.voice = voice;
  }

  Ending run(Words words) throws Stopped, IOException, InterruptedException {
    var kid = words.word(0, "de naam van de sleutel");
    if (!KID.matcher(kid).matches()) {
      throw new Stopped(Ending.NIET_BEGREPEN, "Dit is geen naam van een sleutel.");
    }
    var path = "/v1/encryptiesleutels/" + kid + "/intrekkingen";
    var body = Line.answered(line.client().post(path, "application/json", ""));
    voice.json().set("antwoord", body);
    var receipt = body.path("ontvangstbewijs").asText("");
    if (!receipt.isEmpty()) {
      voice.json().put("rij", line.prove(receipt).index());
    }
    voice.say("Ingetrokken: voor sleutel " + kid + " wordt niets meer verzegeld.");
    if (body.path("blijven").asText().equals("0")) {
      voice.say(
          "U hebt er nu geen meer. Wie u wil schrijven hoort `ontvanger-zonder-sleutel`, tot u een"
              + " nieuwe aanmeldt.");
    }
    return Ending.GEDAAN;
  }
}
