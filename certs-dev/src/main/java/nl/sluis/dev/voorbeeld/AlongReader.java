package nl.sluis.dev.voorbeeld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.DevConvenant;

/// Reads what is to be played on a gateway that others use meanwhile: files, folders of files, and
/// worked examples of the convenant such as `X02-ja`.
///
/// There the clock goes on by itself, so that the `tijd` of a file counts for nothing; and a step
/// that does something to the gateway itself is refused, for it would do so to everybody. For one
/// thread.
public final class AlongReader {
  private static final Pattern TIME = Pattern.compile("(?m)^tijd:.*$");
  private static final Set<ActionKind> TO_THE_GATEWAY =
      Set.of(
          TimeActions.PASSES,
          TimeActions.UNTIL,
          CertificateAction.KIND,
          GatewayActions.LISTS,
          GatewayActions.BRP,
          GatewayActions.RESTART,
          DatabaseActions.EDIT,
          DatabaseActions.DELETE,
          DatabaseActions.SWAP,
          BreakActions.BREAK,
          BreakActions.MEND,
          OutageActions.DATABASE,
          OutageActions.DOOR,
          DeliveryActions.DOOR,
          DeliveryActions.BRING,
          HaltActions.HALT,
          HaltActions.LIFT,
          AdmitActions.SUSPEND,
          AdmitActions.RESUME,
          AdmitActions.REMOVE);
  private static final Set<String> REFUSED =
      TO_THE_GATEWAY.stream().map(ActionKind::name).collect(Collectors.toUnmodifiableSet());

  private final Instant now;
  private final ScenarioReader reader;

  /// @param now what the clock shows
  public AlongReader(Instant now) {
    this.now = now;
    this.reader = new ScenarioReader(DevConvenant.newest(), DevConvenant.all(), now);
  }

  /// The texts that these stand for, by the name under which each is told of; a worked example that
  /// needs time to pass is left out.
  ///
  /// @throws VoorbeeldFault when there is nothing that can be played under a name
  /// @throws IOException when a file cannot be read
  public static Map<String, String> texts(List<String> names, Instant now) throws IOException {
    var found = new LinkedHashMap<String, String>();
    for (var name : names) {
      var path = Path.of(name);
      if (Files.isDirectory(path)) {
        for (var file : inside(path)) {
          found.put(file.toString(), Files.readString(file));
        }
      } else if (Files.exists(path)) {
        found.put(name, Files.readString(path));
      } else {
        found.putAll(worked(name, now));
      }
    }
    return found;
  }

  private static List<Path> inside(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Map<String, String> worked(String name, Instant now) throws IOException {
    var convenant = DevConvenant.newest();
    var found = new LinkedHashMap<String, String>();
    for (var example : convenant.examples()) {
      if (name.equals(example.ruleId() + (example.yes() ? "-ja" : "-nee"))
          && WorkedCase.canBePlayed(example)
          && !WorkedCase.takesTime(example)) {
        var number = found.size();
        found.put(
            name + " " + (number + 1), new WorkedCase(convenant, example, number, now).yaml());
      }
    }
    if (found.isEmpty()) {
      throw new IOException("`" + name + "` is geen bestand, geen map en geen geval");
    }
    return found;
  }

  /// The scenario in this text, as it is played now.
  ///
  /// @param name by which faults call it
  /// @throws VoorbeeldFault with line and a Dutch sentence
  public Scenario read(String name, String text) {
    var time = "tijd: \"" + DutchTime.iso(now) + "\"";
    var scenario = reader.read(name, 1, TIME.matcher(text).replaceFirst(time));
    var refused = new ArrayList<String>();
    for (var step : scenario.steps()) {
      if (REFUSED.contains(step.kind())) {
        refused.add("`" + step.kind() + "`");
      }
    }
    if (!refused.isEmpty()) {
      throw new VoorbeeldFault(
          scenario.place(),
          "dit kan niet op een demo die draait: "
              + String.join(", ", refused)
              + "; speel het zonder --op-demo");
    }
    return scenario;
  }
}
