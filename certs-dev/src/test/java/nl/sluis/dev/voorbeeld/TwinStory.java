package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;

/// One story that two families live through at the same instants: that of Sami, where something is
/// hidden from the father, and that of Lena, where it never was.
///
/// At each step whose name begins with `kijk` the two fathers do everything that the port for
/// people lets them do, and what they hear is kept. For one thread.
final class TwinStory {
  private static final String HIDDEN = "sami";
  private static final String NEVER = "lena";
  private static final String OF_PEOPLE = " /mijn/v1/";
  private static final String NOBODY = "5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10";

  private final Map<String, List<String>> hidden = new LinkedHashMap<>();
  private final Map<String, List<String>> never = new LinkedHashMap<>();
  private final Set<String> tried = new LinkedHashSet<>();
  private final List<String> wrong = new ArrayList<>();
  private List<String> routes = List.of();

  /// Somebody who looks further at one moment of the story, after both fathers did.
  interface Onlooker {
    void at(String moment, Scene scene, DevGateway gateway);
  }

  private TwinStory() {}

  /// Plays the story in this file of `tweeling`, on a database of its own.
  static TwinStory play(String file, Onlooker onlooker) throws IOException, SQLException {
    return play(file, true, onlooker);
  }

  /// The same, but the fathers only look, and only as the onlooker lets them.
  static TwinStory read(String file, Onlooker onlooker) throws IOException, SQLException {
    return play(file, false, onlooker);
  }

  private static TwinStory play(String file, boolean acting, Onlooker onlooker)
      throws IOException, SQLException {
    var story = new TwinStory();
    var text = Files.readString(Path.of("src/test/resources/tweeling", file));
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read(file, 1, text);
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (var postgres = DevPostgres.shared();
        var gateway =
            DevGateway.start(
                DevSite.temporary(scenario.start()), postgres.fresh(), DevGateway.Ports.ANY)) {
      var verdict =
          new Runner(gateway, new Report(out))
              .play(
                  scenario,
                  (label, scene) -> {
                    if (label.startsWith("kijk")) {
                      if (acting) {
                        story.look(label, scene);
                      }
                      onlooker.at(label, scene, gateway);
                    }
                  });
      story.wrong.addAll(verdict.differences());
      story.wrong.addAll(gateway.checkLogbook());
      story.routes = gateway.routes();
    }
    return story;
  }

  private void look(String moment, Scene scene) {
    var sami = father(scene);
    var lena = new TwinFather(scene, NEVER);
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var other = both.submit(lena::does);
      hidden.put(moment, sami.does());
      never.put(moment, answers(other));
    }
    tried.addAll(sami.tried());
  }

  /// The father from whom something is hidden.
  static TwinFather father(Scene scene) {
    return new TwinFather(scene, HIDDEN);
  }

  /// His twin, at whose child it never was.
  static TwinFather twin(Scene scene) {
    return new TwinFather(scene, NEVER);
  }

  /// What went otherwise than the story says.
  List<String> wrong() {
    return wrong;
  }

  /// At how many moments they looked.
  int moments() {
    return hidden.size();
  }

  /// Everything that the father heard from whom something is hidden.
  String heard() {
    return String.join("\n", hidden.values().stream().flatMap(List::stream).toList());
  }

  /// Every path that the router has for people was tried, and no other.
  void everyPathWasTried() {
    var ofPeople = routes.stream().filter(route -> route.contains(OF_PEOPLE)).toList();
    assertThat(tried).containsExactlyInAnyOrderElementsOf(ofPeople);
  }

  /// Byte for byte, at each moment, in the same order and as many.
  void bothHeardTheSame() {
    assertThat(hidden.keySet()).isEqualTo(never.keySet());
    hidden.forEach(
        (moment, answers) -> {
          var others = never.getOrDefault(moment, List.of());
          for (int i = 0; i < Math.min(answers.size(), others.size()); i++) {
            assertThat(answers.get(i)).as(moment).isEqualTo(others.get(i));
          }
          assertThat(answers).as(moment).hasSameSizeAs(others);
        });
  }

  /// What is answered about what the mother sees and the father does not, and about what is not
  /// there at all; the father looks for each in every way, by its identifier.
  ///
  /// @param also identifiers that nobody in the family sees
  static Searched searched(Scene scene, Set<String> also) {
    var ids = TwinFather.idsSeenBy(scene.person(HIDDEN, "moeder"));
    ids.removeAll(TwinFather.idsSeenBy(scene.person(HIDDEN, "vader")));
    ids.addAll(also);
    int of = ids.size();
    ids.add(NOBODY);
    var answers = new LinkedHashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ids.stream()
          .map(id -> threads.submit(() -> father(scene).looksFor(id)))
          .toList()
          .forEach(found -> answers.addAll(answers(found)));
    }
    return new Searched(of, answers);
  }

  /// @param ids how many identifiers were looked for, besides one of nothing
  /// @param answers the different answers
  record Searched(int ids, Set<String> answers) {}

  private static List<String> answers(Future<List<String>> of) {
    try {
      return of.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a father does what he does", e);
    }
  }
}
