package nl.sluis.gateway.bundel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.RowOpening;
import nl.sluis.policies.terms.Oin;

/// Writes a bundle as JSON; `docs/logboek-formaat.md` says what stands in it.
///
/// Its length is a multiple of [#STEP] and bounded by what one case can hold. For one bundle.
public final class Bundle {
  /// The form, in its first version.
  static final String FORM = "sluis-zaakbundel/1";

  /// The `typ` in the header of its signature.
  static final String TYPE = "sluis-zaakbundel+json";

  /// A bundle is as long as a number of these, in bytes.
  static final int STEP = 64 * 1024;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode told = JSON.objectNode();

  /// Of what it is, for whom, and when.
  ///
  /// @param origin the name of the logbook
  /// @param id of the case
  /// @param organisation whose case it is
  /// @param kind the word of what kind of case
  /// @param receiver who takes it along
  /// @param at when it was made
  public record Head(
      String origin, UUID id, Oin organisation, String kind, Receiver receiver, Instant at) {}

  /// A row or step that is shown.
  ///
  /// @param item which, from 0, in the tree
  /// @param open which fields of it are open
  public record Shown(int item, Set<Field> open) {
    /// Copies its set.
    public Shown {
      open = Set.copyOf(open);
    }
  }

  /// Signs.
  @FunctionalInterface
  public interface Signer {
    /// These bytes as a JWS with its payload left out (RFC 7515, appendix F).
    String sign(String type, byte[] words);
  }

  /// Begins one.
  public Bundle(Head head) {
    told.put("vorm", FORM);
    told.put("logboek", head.origin());
    told.put("zaak", head.id().toString());
    told.put("organisatie", head.organisation().value());
    told.put("soort", head.kind());
    told.put("voor", head.receiver().word());
    told.put("gemaakt", head.at().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /// The row under which the root of the tree stands.
  ///
  /// @param proof that it is in the logbook
  public Bundle committed(CaseTree tree, RowOpening.Opened row, String proof) {
    told.putObject("boom").put("bladen", CaseTree.LEAVES).put("wortel", base64(tree.root()));
    told.putObject("rij")
        .put("verhulling", base64(row.hiding()))
        .put("gegevens", row.detail())
        .put("bewijs", proof);
    return this;
  }

  /// What is shown, each with the proof that its row is in the logbook when its place is open.
  ///
  /// @param proven the checkpoint of those proofs, in the order of the items
  public Bundle lines(CaseTree tree, List<Shown> shown, PublicLog.Proven proven) {
    boolean places = shown.stream().anyMatch(one -> one.open().contains(Field.PLEK));
    if (places) {
      told.put("checkpoint", proven.checkpoint());
    }
    var lines = told.putArray("regels");
    for (var one : shown) {
      var line = lines.addObject();
      line.put("plaats", tree.place(one.item()));
      line.set("pad", path(tree.path(one.item())));
      line.set("velden", tree.fields(one.item(), one.open()));
      if (one.open().contains(Field.PLEK)) {
        line.set("bewijs", path(proven.paths().get(one.item())));
      }
    }
    return this;
  }

  /// The timestamp over the checkpoint of the rows.
  ///
  /// @param checkpoint as it was stamped, before witnesses signed
  /// @param response the answer of the authority (RFC 3161, DER)
  /// @param chain the certificates that belong to it, PEM
  /// @param lists the revocation lists, PEM; empty when there were none
  public Bundle stamped(String checkpoint, byte[] response, String chain, String lists) {
    told.putObject("tijdstempel")
        .put("checkpoint", checkpoint)
        .put("stempel", Base64.getEncoder().encodeToString(response))
        .put("keten", chain)
        .put("intrekkingslijsten", lists);
    return this;
  }

  /// The signed bundle.
  ///
  /// @param keys what makes the key that signs believable
  public byte[] signed(ObjectNode keys, Signer signer) {
    told.put("vulling", "");
    int length = whole(keys, signer.sign(TYPE, CanonicalJson.encode(told))).length;
    told.put("vulling", "0".repeat((STEP - length % STEP) % STEP));
    return whole(keys, signer.sign(TYPE, CanonicalJson.encode(told)));
  }

  private byte[] whole(ObjectNode keys, String signature) {
    var whole = JSON.objectNode();
    whole.set("bundel", told);
    whole.put("handtekening", signature);
    whole.set("sleutels", keys);
    return CanonicalJson.encode(whole);
  }

  private static ArrayNode path(List<byte[]> hashes) {
    var path = JSON.arrayNode();
    hashes.forEach(hash -> path.add(base64(hash)));
    return path;
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
