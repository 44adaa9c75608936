package nl.sluis.gateway.toezicht;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.normen.Pseudonyms;
import nl.sluis.gateway.normen.Reader;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.toezicht.RowModels.Choice;
import nl.sluis.gateway.toezicht.RowModels.Choices;
import nl.sluis.gateway.toezicht.RowModels.Group;
import nl.sluis.gateway.toezicht.RowModels.Line;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Role;

/// Puts rows in the words of a page of officers, without anything that says whom they are about.
/// May be shared between threads.
final class RowWords {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm:ss", Locale.of("nl"));
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("nl"));
  private static final int SHORT = 4;

  /// What could be chosen in a minute.
  private static final Choices NONE =
      new Choices(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  private record Told(Instant minute, Choices choices) {}

  private static final List<EntryKind> OUTCOMES =
      List.of(
          EntryKind.ACCEPTED,
          EntryKind.DISCLOSED,
          EntryKind.REDELIVERED,
          EntryKind.CONFIRMED,
          EntryKind.REFUSED,
          EntryKind.HELD,
          EntryKind.DELIVERED,
          EntryKind.HANDOVER,
          EntryKind.STOP_MESSAGE,
          EntryKind.STOP_CONFIRMED,
          EntryKind.RECALL,
          EntryKind.REPLACEMENT,
          EntryKind.RECALL_ANSWERED,
          EntryKind.RETURN,
          EntryKind.CONSENT,
          EntryKind.WITHDRAWAL,
          EntryKind.RESTRICTION,
          EntryKind.REVIEW,
          EntryKind.TASK,
          EntryKind.INSPECTION);

  private final Cited cited;
  private final SubjectReference references;
  private final Pseudonyms numbers;
  private volatile Told told;

  RowWords(Cited cited, SubjectReference references, Pseudonyms numbers) {
    this.cited = cited;
    this.references = references;
    this.numbers = numbers;
    this.told = new Told(Instant.MIN, NONE);
  }

  /// How rows are put together (NEN 7513 asks by client, by employee and by day).
  enum View {
    /// As they are.
    LIJST,
    /// By whom they are about.
    DOSSIER,
    /// By who acted.
    MEDEWERKER,
    /// By day.
    DAG;

    static View of(String word) {
      return Arrays.stream(values())
          .filter(view -> view.word().equals(word))
          .findFirst()
          .orElse(LIJST);
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The names of people for this organisation, as in its lines.
  Reader reader(Oin organisation) {
    return new Reader(Optional.of(organisation), numbers);
  }

  /// The row in short.
  Line line(DeskRow row, Officer officer) {
    return lines(officer).apply(row);
  }

  /// Puts one row after another in short, for one thread.
  Function<DeskRow, Line> lines(Officer officer) {
    var ids = new RowIds(references, officer.organisation());
    return row -> line(row, officer, ids);
  }

  private Line line(DeskRow row, Officer officer, RowIds ids) {
    return new Line(
        ids.name(row.index()),
        AT.format(row.at().atZone(Age.CALENDAR)),
        row.kind().code(),
        row.purpose(),
        party(row.from("oin"), row.from("rol"), row.at()),
        party(row.to("oin"), row.to("rol"), row.at()),
        cited.lane(row),
        cited.reasons(row).stream().map(Reason::code).toList(),
        row.categories(),
        row.subject().map(subject -> subject(subject, officer)).orElse(""),
        staff(row, officer.organisation()));
  }

  /// What is known of rows besides what stands in them.
  RowFilter.Known known(Oin organisation) {
    return new RowFilter.Known() {
      @Override
      public String employee(DeskRow row) {
        return staff(row, organisation);
      }

      @Override
      public String lane(DeskRow row) {
        return cited.lane(row);
      }

      @Override
      public List<String> reasons(DeskRow row) {
        return cited.reasons(row).stream().map(Reason::code).toList();
      }
    };
  }

  private String party(String oin, String role, Instant at) {
    return oin.isEmpty() ? "" : cited.name(oin, at) + (role.isEmpty() ? "" : " (" + role + ")");
  }

  /// The pseudonym of who acted, when that was somebody of this organisation.
  String staff(DeskRow row, Oin organisation) {
    return row.staff().isEmpty() || !organisation.value().equals(row.from("oin"))
        ? ""
        : reader(organisation).staff(row.staff());
  }

  /// A word for somebody that this session alone uses, so that rows can be seen to be about the
  /// same person and nothing can be taken along.
  private static String subject(UUID subject, Officer officer) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = "betrokkene\n" + officer.formToken() + "\n" + subject;
      var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, SHORT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// The rows, put together so.
  List<Group> groups(List<DeskRow> rows, View view, Officer officer) {
    var groups = new LinkedHashMap<String, List<Line>>();
    var lines = lines(officer);
    for (var row : rows) {
      var line = lines.apply(row);
      var title =
          switch (view) {
            case LIJST -> "";
            case DOSSIER -> line.subject();
            case MEDEWERKER -> line.staff();
            case DAG -> DAY.format(row.at().atZone(Age.CALENDAR));
          };
      groups.computeIfAbsent(title, _ -> new ArrayList<>()).add(line);
    }
    return groups.entrySet().stream().map(one -> new Group(one.getKey(), one.getValue())).toList();
  }

  /// What can be chosen, by what the convenanten know; it is the same for everybody, and looked up
  /// once a minute.
  Choices choices(Instant at) {
    var minute = at.truncatedTo(ChronoUnit.MINUTES);
    var known = told;
    if (!known.minute().equals(minute)) {
      known = new Told(minute, made(at));
      told = known;
    }
    return known.choices();
  }

  private Choices made(Instant at) {
    var names = new TreeMap<String, String>();
    var purposes = new TreeMap<String, String>();
    var labels = new TreeMap<String, String>();
    for (var version : cited.versions()) {
      version
          .parties()
          .keySet()
          .forEach(oin -> names.put(oin.value(), cited.name(oin.value(), at)));
      version.purposes().keySet().forEach(purpose -> purposes.put(purpose.code(), purpose.code()));
      version.labels().forEach((category, label) -> labels.put(category.name(), label));
    }
    return new Choices(
        choices(names).stream().sorted(Comparator.comparing(Choice::name)).toList(),
        words(Arrays.stream(Role.values()).map(Role::code)),
        choices(purposes),
        words(Arrays.stream(Lane.values()).map(Lane::code)),
        words(OUTCOMES.stream().map(EntryKind::code)),
        words(Arrays.stream(Reason.values()).filter(Reason::isTold).map(Reason::code)),
        choices(labels).stream()
            .map(one -> new Choice(one.word(), one.word() + " " + one.name()))
            .toList(),
        Arrays.stream(LookReason.values()).map(LookReason::word).toList());
  }

  private static List<Choice> choices(Map<String, String> names) {
    return names.entrySet().stream().map(e -> new Choice(e.getKey(), e.getValue())).toList();
  }

  private static List<Choice> words(Stream<String> words) {
    return words.map(word -> new Choice(word, word)).toList();
  }
}
