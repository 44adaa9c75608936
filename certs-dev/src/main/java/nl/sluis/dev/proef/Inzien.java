package nl.sluis.dev.proef;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.Oin;

/// How long a family waits for a page of who got what, and how large it is, when the logbook holds
/// the rows of a thousand families over five years.
///
/// Some of the families log in with a browser each and open every kind of page; the time is that of
/// the whole way over TLS on this machine, which is more than the server takes. For one thread.
final class Inzien {
  private static final int FAMILIES = 1_000;
  private static final int LOOKERS = 20;
  private static final int WARM = 60;
  private static final double MOST_MILLIS = 100;
  private static final int MOST_BYTES = 60_000;
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCHOOL = "00000099000000201000";
  private static final String WHO =
      "\"namens\":{\"oin\":\"%s\",\"rol\":\"school-ib\"},".formatted(SCHOOL);
  private static final Pattern LINE =
      Pattern.compile("href=\"(/mijn/inzien/[^\"]*/regel/[^\"]*)\"");
  private static final Pattern CHILD = Pattern.compile("href=\"(/mijn/inzien/[0-9a-f]{32})\"");
  private static final Pattern MONTH = Pattern.compile("href=\"(/mijn/inzien/[^\"]*/tot/[^\"]*)\"");

  private final DevGateway gateway;
  private final SimulatedPartner school;
  private final PrintStream out;
  private final Random random = new Random(7);
  private final Map<String, List<Double>> millis = new TreeMap<>();
  private int largest;

  private Inzien(DevGateway gateway, PrintStream out) {
    this.gateway = gateway;
    this.school = gateway.partner(new Oin(SCHOOL), "school");
    this.out = out;
  }

  /// @param rows how many the logbook holds
  /// @return 0 when every page came soon enough and was small enough, and 1 when not
  static int run(int rows, PrintStream out) {
    try (var postgres = DevPostgres.temporary();
        var gateway =
            DevGateway.start(DevSite.temporary(NOW), postgres.fresh(), DevGateway.Ports.ANY)) {
      return new Inzien(gateway, out).run(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the rows could not be written", e);
    }
  }

  private int run(int rows) throws SQLException {
    var numbers = numbers();
    for (int i = 0; i < LOOKERS; i++) {
      family(i, numbers.get(i));
    }
    var people = new ArrayList<>(children());
    while (people.size() < FAMILIES) {
      people.add(new UUID(random.nextLong(), random.nextLong()));
    }
    double seconds = new FamilyRows(gateway, NOW).write(rows, people);
    out.printf(
        Locale.ROOT, "%,d rijen over %,d gezinnen, in %.0f s%n", rows, people.size(), seconds);
    for (int i = 0; i < LOOKERS; i++) {
      gateway.site().login().provider().people().add("ouder " + i, numbers.get(i));
      try (var browser = SimulatedBrowser.at(gateway)) {
        browser.logIn(numbers.get(i));
        for (int turn = i == 0 ? -WARM : -1; turn < Math.clamp(rows / 50_000, 2, 20); turn++) {
          read(browser, turn >= 0);
        }
      }
    }
    return verdict();
  }

  private void family(int i, String number) {
    var child =
        "\"betrokkene\":{\"soort\":\"eigen-kenmerk\",\"waarde\":\"leerling-%d\"},".formatted(i);
    post(
        "/v1/gezinsfeiten",
        WHO.replace("school-ib", "school-administratie")
            + child
            + """
            "geboortedatum":"2017-05-01","gezag":{"situatie":"eenhoofdig","bron":"gezagsregister",
            "geldigVanaf":"2026-01-01","verkregenOp":"2026-11-01",
            "houders":[{"persoon":"moeder","hoedanigheid":"ouder-gezag"}]}
            """);
    var letter = post("/v1/koppelingen", WHO + child + "\"persoon\":\"moeder\",\"taal\":\"nl\"");
    good(
        gateway
            .person(number)
            .post("/mijn/v1/koppelingen", "{\"code\":" + letter.get("code") + "}"));
  }

  private JsonNode post(String path, String body) {
    return good(school.postJson(path, "{" + body + "}"));
  }

  private static JsonNode good(Answer answer) {
    if (answer.status() > 299) {
      throw new IllegalStateException("status " + answer.status());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is not JSON", e);
    }
  }

  private List<UUID> children() throws SQLException {
    var children = new ArrayList<UUID>();
    try (var owner = gateway.database().owner();
        var rows = owner.createStatement().executeQuery("select distinct subject_id from place")) {
      while (rows.next()) {
        children.add(rows.getObject(1, UUID.class));
      }
    }
    return children;
  }

  /// Numbers that pass the eleven test and were never given to anybody.
  private static List<String> numbers() {
    var found = new ArrayList<String>();
    for (int candidate = 999_900_001; found.size() < LOOKERS; candidate++) {
      var digits = String.valueOf(candidate);
      int sum = 0;
      for (int i = 0; i < 8; i++) {
        sum += (digits.charAt(i) - '0') * (9 - i);
      }
      if ((sum - (digits.charAt(8) - '0')) % 11 == 0) {
        found.add(digits);
      }
    }
    return found;
  }

  private void read(SimulatedBrowser browser, boolean counts) {
    var home = page(browser, "kinderen", "/mijn/inzien", counts);
    var child = drawn(CHILD, home);
    var newest = page(browser, "nieuwste maand", child, counts);
    page(browser, "een maand", drawn(MONTH, newest), counts);
    page(browser, "een regel", drawn(LINE, newest), counts);
    page(browser, "kring", child + "/kring", counts);
  }

  private String drawn(Pattern link, String page) {
    var links = link.matcher(page).results().map(found -> found.group(1)).toList();
    return links.get(random.nextInt(links.size()));
  }

  private String page(SimulatedBrowser browser, String what, String path, boolean counts) {
    var begin = System.nanoTime();
    var answer = browser.get(path);
    double took = (System.nanoTime() - begin) / 1e6;
    if (answer.status() != 200) {
      throw new IllegalStateException("a page of a family answers " + answer.status());
    }
    if (counts) {
      millis.computeIfAbsent(what, _ -> new ArrayList<>()).add(took);
      largest = Math.max(largest, answer.body().getBytes(StandardCharsets.UTF_8).length);
    }
    return answer.body();
  }

  private int verdict() {
    out.printf("%-16s %6s %8s %8s %8s%n", "bladzijde", "keer", "p50 ms", "p99 ms", "meest");
    boolean soon = true;
    for (var kind : millis.entrySet()) {
      var sorted = kind.getValue().stream().mapToDouble(one -> one).toArray();
      Arrays.sort(sorted);
      double p99 = sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
      out.printf(
          Locale.ROOT,
          "%-16s %6d %8.1f %8.1f %8.1f%n",
          kind.getKey(),
          sorted.length,
          sorted[sorted.length / 2],
          p99,
          sorted[sorted.length - 1]);
      soon &= p99 <= MOST_MILLIS;
    }
    out.printf(Locale.ROOT, "grootste bladzijde: %,d bytes, niet ingepakt%n", largest);
    boolean small = largest <= MOST_BYTES;
    out.println(soon ? "Elke bladzijde kwam op tijd." : "FOUT: een bladzijde kwam te laat.");
    out.println(small ? "Geen bladzijde is te groot." : "FOUT: een bladzijde is te groot.");
    return soon && small ? 0 : 1;
  }
}
