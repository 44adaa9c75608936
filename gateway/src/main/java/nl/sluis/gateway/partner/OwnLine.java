package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.logbook.ProvenRow;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// The line with Sluis of one party in one role, for as many people at once as work for it.
///
/// What it sends is what a connected system sends: the same calls, in the same form. Keeps no
/// message. Thread-safe.
public final class OwnLine {
  private final PartyRole party;
  private final Line line;
  private final OwnCheck check;

  /// @param party for whom is sent and received
  /// @param line of that party, or of whom it gave a mandate; closed by whoever made it
  /// @param check the convenants as they count here
  public OwnLine(PartyRole party, Line line, OwnCheck check) {
    this.party = party;
    this.line = line;
    this.check = check;
  }

  /// For whom is sent and received.
  public PartyRole party() {
    return party;
  }

  /// Whose certificate and signing key it is: of the party itself, or of whom it gave a mandate.
  public Oin holder() {
    return line.settings().self().oin();
  }

  /// Sluis itself, to whom messages and statements are addressed.
  public Oin sluis() {
    return line.settings().sluis().oin();
  }

  /// Asks a page of Sluis as it is: nothing is added to the path.
  ///
  /// @param path under `/v1`
  /// @return whatever Sluis answered
  public Answer get(String path) throws Stopped, IOException, InterruptedException {
    return again(() -> line.client().get(path));
  }

  /// Asks a page that is of this party in this role: `rol` is added, and under a mandate `namens`.
  ///
  /// @param path under `/v1`
  public Answer own(String path) throws Stopped, IOException, InterruptedException {
    var query = (path.contains("?") ? "&" : "?") + "rol=" + party.role().code();
    return get(line.about(party.oin(), path + query));
  }

  /// Asks what must be answered.
  ///
  /// @throws Stopped when it was answered otherwise
  public JsonNode ask(String path) throws Stopped, IOException, InterruptedException {
    return Line.answered(get(path));
  }

  /// Asks a list that Sluis gives of whose certificate it is and of nobody else. Under a mandate
  /// there is nothing in it: it would be about the holder, and not about the party.
  ///
  /// @throws Stopped when it was answered otherwise
  public JsonNode alone(String path) throws Stopped, IOException, InterruptedException {
    return holder().equals(party.oin()) ? ask(path) : MissingNode.getInstance();
  }

  /// Asks for a file, such as a form to print.
  ///
  /// @param path under `/v1`
  /// @return empty when there is none for this party, for whatever reason
  /// @throws IOException when Sluis does not answer now
  public Optional<byte[]> file(String path) throws Stopped, IOException, InterruptedException {
    var response = line.client().file(path);
    if (response.statusCode() == 401) {
      line.client().forgetToken();
      response = line.client().file(path);
    }
    if (response.statusCode() >= 500 || response.statusCode() == 429) {
      throw new IOException("no file now: status " + response.statusCode());
    }
    return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
  }

  /// Posts JSON.
  public Answer post(String path, JsonNode body) throws Stopped, IOException, InterruptedException {
    return again(() -> line.client().post(path, body));
  }

  /// Posts text, such as a signed statement.
  public Answer post(String path, String contentType, String body)
      throws Stopped, IOException, InterruptedException {
    return again(() -> line.client().post(path, contentType, body));
  }

  /// Hands in a message. The same one again does no harm for as long as it is valid.
  public Answer send(Sent message) throws Stopped, IOException, InterruptedException {
    return again(() -> line.client().send(message));
  }

  /// Hands in a report of acute danger along the road that asks no token, so that it goes also when
  /// half of Sluis is down.
  public Answer sendAcute(Sent report) throws Stopped, IOException, InterruptedException {
    return line.client().sendAcute(report);
  }

  /// Makes messages that name the key with which Sluis binds now.
  ///
  /// @throws Stopped when there is no own key to sign with
  public MessageBuilder messages() throws Stopped {
    return line.messages();
  }

  /// The same, with the key that Sluis named when it was last asked: for a report of acute danger
  /// while half of Sluis is down. For what can wait there is [#messages].
  ///
  /// @throws Stopped when there is no own key to sign with
  /// @throws IOException when Sluis never said with which key it binds
  public MessageBuilder messagesAsKnown() throws Stopped, IOException {
    return line.messagesAsKnown();
  }

  /// Whom to believe and for whom to seal, read anew. For one thread, and for one request.
  public AddressBook book() throws Stopped, IOException, InterruptedException {
    return line.book();
  }

  /// The own keys, which never leave this machine or their token.
  public OwnKeys keys() {
    return line.keys();
  }

  /// The convenants as law on the desk, which decide nothing about people.
  public OwnCheck check() {
    return check;
  }

  /// What time it is.
  public InstantSource clock() {
    return line.clock();
  }

  /// Proves and opens what Sluis handed over to this party.
  ///
  /// @throws Stopped when anything of it is not what it says it is; then nothing of it may be used
  /// @throws IOException when Sluis does not say which keys to believe
  public Received open(JsonNode handed) throws Stopped, IOException, InterruptedException {
    var book = line.book();
    try {
      return line.open(party, handed, book);
    } finally {
      line.known().save();
    }
  }

  /// The row of the logbook that this receipt proves.
  ///
  /// @throws Stopped when it proves nothing, or the logbook is not the one that was seen before
  public ProvenRow prove(String receipt) throws Stopped, IOException {
    return line.prove(receipt);
  }

  /// Fetches what is asked of this party besides messages.
  public Letters letters() {
    return new Letters(
        party.oin(), sluis(), line.sluisKeys("mededeling"), path -> Line.answered(own(path)));
  }

  private interface Call {
    Answer now() throws Stopped, IOException, InterruptedException;
  }

  /// Once more with another token, when Sluis no longer takes the one there was.
  private Answer again(Call call) throws Stopped, IOException, InterruptedException {
    var answer = call.now();
    if (answer.status() != 401) {
      return answer;
    }
    line.client().forgetToken();
    return call.now();
  }
}
