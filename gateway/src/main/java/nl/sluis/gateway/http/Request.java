package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.StrictJson;
import nl.sluis.gateway.trace.TransactionNumber;

/// What came in, without a trace of the web server.
///
/// @param at when it was taken up
/// @param certificates what the other end presented; empty when nothing was
/// @param authorization the values of the headers in which a token can stand
/// @param fsc what it says as a transaction of FSC
/// @param contentType the media type without parameters, in lower case
/// @param path the variable parts of the path
/// @param query the parameters of the query
/// @param form the parameters of a form, with all values each had
/// @param body the bytes
/// @param accept in which form the answer is wanted; empty when that was not said
/// @param browser what a browser says about itself and about where this began
/// @param way which way in it took
@SuppressWarnings("ArrayRecordComponent") // bytes from the wire; compared by nobody
public record Request(
    Instant at,
    List<Certificate> certificates,
    List<String> authorization,
    Fsc fsc,
    String contentType,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, List<String>> form,
    byte[] body,
    String accept,
    Browser browser,
    Way way) {
  /// A way in, by which the description says what may come in there.
  ///
  /// @param method how it was asked
  /// @param route the path as the router has it, with its variables as `:id`
  record Way(HttpMethod method, String route) {}

  /// What a request says as a transaction of FSC.
  ///
  /// @param numbers the values of the header `Fsc-Transaction-Id`
  /// @param authorised whether it shows its token as an Outway does, in `Fsc-Authorization`
  record Fsc(List<String> numbers, boolean authorised) {
    /// Copies its list.
    Fsc {
      numbers = List.copyOf(numbers);
    }

    /// Does it name a number, right or wrong?
    boolean isNamed() {
      return !numbers.isEmpty();
    }

    /// The one number it names, when it is a number of a transaction.
    Optional<TransactionNumber> number() {
      return numbers.size() == 1 ? TransactionNumber.read(numbers.getFirst()) : Optional.empty();
    }
  }

  /// What a browser says.
  ///
  /// @param cookies by name; of two with one name the first
  /// @param origin the header `Origin` (RFC 6454); empty when there is none
  /// @param site the header `Sec-Fetch-Site` (Fetch Metadata); empty when there is none
  /// @param authority the name and port under which it found us
  public record Browser(Map<String, String> cookies, String origin, String site, String authority) {
    /// Did this begin on a page of our own?
    ///
    /// Every browser of today sends at least one of the two; what sends neither is no browser.
    boolean isOurOwn() {
      var said = !origin.isEmpty() || !site.isEmpty();
      return said
          && (origin.isEmpty() || origin.equals("https://" + authority))
          && (site.isEmpty() || site.equals("same-origin"));
    }
  }

  /// The body as one strict JSON object that is what the description says.
  ///
  /// @throws InputFault with everything in which it is not
  ObjectNode json() throws InputFault {
    var body = parsed();
    var faults = unlikeDescribed(body);
    if (!faults.isEmpty()) {
      throw new InputFault(faults);
    }
    return body;
  }

  /// The body as one strict JSON object, to be read field by field; what is not as the description
  /// says is told together with what its reader finds.
  Fields fields() throws InputFault {
    var body = parsed();
    return new Fields(body, unlikeDescribed(body));
  }

  private List<InputFault.Field> unlikeDescribed(ObjectNode body) {
    return Description.ofThisGateway().body(way.method(), way.route(), body);
  }

  private ObjectNode parsed() throws InputFault {
    try {
      return StrictJson.BODIES.object(body);
    } catch (MessageFault fault) {
      var code = fault.code();
      throw new InputFault(
          List.of(
              new InputFault.Field(
                  "", FieldCode.VELD_VORM_ONJUIST, code.explanation(), code.remedy())));
    }
  }

  /// The identifier in the path; empty when it is not one, which is the same as not there.
  Optional<UUID> id() {
    return id("id");
  }

  /// The identifier under this name in the path; empty when it is not one.
  Optional<UUID> id(String name) {
    try {
      return Optional.of(UUID.fromString(path.getOrDefault(name, "")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
