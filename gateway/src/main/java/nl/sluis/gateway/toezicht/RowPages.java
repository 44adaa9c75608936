package nl.sluis.gateway.toezicht;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.subject.ReferenceFault;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.toezicht.RowModels.Fields;
import nl.sluis.gateway.toezicht.RowModels.Person;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;

/// The pages on which an officer looks for rows of its own organisation and reads one. What is
/// asked stands in forms and never in an address. Every look is on record before anything is shown.
/// May be shared between threads.
public final class RowPages implements OfficerPart {
  private static final String HOME = "/toezicht/regels";
  private static final String ONE = HOME + "/:id";
  private static final Set<Duty> READERS = Set.of(Duty.PRIVACY_OFFICER, Duty.BEOORDELAAR);
  private static final Set<Duty> OPENERS = Set.of(Duty.PRIVACY_OFFICER);
  private static final String TITLE = "toezicht.titel";
  private static final String NUMBER = "nummer";

  private final DataSource database;
  private final RowSearch search;
  private final RowWords words;
  private final RowExplainer explainer;
  private final OfficerLooks looks;
  private final SubjectRegister subjects;
  private final SubjectReference references;
  private final int keyVersion;

  /// @param subjects knows whom a reference means
  /// @param references keys what somebody typed at once
  /// @param keyVersion the version of that key
  RowPages(
      DataSource database,
      RowSearch search,
      RowWords words,
      RowExplainer explainer,
      OfficerLooks looks,
      SubjectRegister subjects,
      SubjectReference references,
      int keyVersion) {
    this.database = database;
    this.search = search;
    this.words = words;
    this.explainer = explainer;
    this.looks = looks;
    this.subjects = subjects;
    this.references = references;
    this.keyVersion = keyVersion;
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(HOME, READERS, this::newest);
    routes.post(HOME, READERS, this::search);
    routes.post(HOME + "/bestand", OPENERS, this::file);
    routes.post(HOME + "/betrokkene", OPENERS, this::person);
    routes.get(ONE, READERS, this::one);
    routes.post(ONE + "/openen", OPENERS, this::open);
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "toezicht.regels", READERS));
  }

  private View newest(Officer officer, Asked asked) throws SQLException {
    return found(
        officer, asked, RowFilter.ALL, RowWords.View.LIJST, Optional.empty(), Long.MAX_VALUE);
  }

  private View search(Officer officer, Asked asked) throws InputFault, SQLException {
    var filter = RowFilter.of(asked);
    return RowFilter.hasDays(asked)
        ? found(officer, asked, filter, view(asked), Optional.empty(), before(officer, asked))
        : missing(officer, asked, filter, "toezicht.fout.dag");
  }

  /// The look is on record before the first byte goes.
  private View file(Officer officer, Asked asked) throws InputFault {
    var filter = RowFilter.of(asked);
    looks.note(officer, "toezicht-bestand", filter.used());
    return new View.Streamed(
        "regels.csv",
        "text/csv; charset=utf-8",
        new RowFile(search, words, officer, filter, asked.at()));
  }

  private View missing(Officer officer, Asked asked, RowFilter filter, String wrong)
      throws InputFault {
    var none = new RowSearch.Page(List.of(), OptionalLong.empty());
    return shown(officer, asked, filter, view(asked), Optional.empty(), none, wrong).again();
  }

  private static RowWords.View view(Asked asked) throws InputFault {
    return RowWords.View.of(asked.one("weergave"));
  }

  /// Below which row to go on; a name that was made up begins anew.
  private long before(Officer officer, Asked asked) throws InputFault {
    return id(asked.one("verder"))
        .map(name -> new RowIds(references, officer.organisation()).of(name))
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .orElse(Long.MAX_VALUE);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A look for one person says who it is, so it needs a reason as opening does.
  private View person(Officer officer, Asked asked) throws InputFault, SQLException {
    var filter = RowFilter.of(asked);
    var why = Opening.of(asked);
    var reference = asked.one("verwijzing");
    if (why.isEmpty() || reference.isEmpty()) {
      return missing(
          officer,
          asked,
          filter,
          reference.isEmpty() ? "toezicht.fout.verwijzing" : "toezicht.fout.openen");
    }
    var subject = subject(officer.organisation(), asked.one("verwijzing-soort"), reference);
    var opened = subject.map(one -> new Who(one, why.get()));
    return opened.isEmpty()
        ? nobody(officer, asked, filter)
        : found(officer, asked, filter, view(asked), opened, before(officer, asked));
  }

  /// Somebody who is opened.
  private record Who(UUID subject, Opening why) {
    @Override
    public String toString() {
      return "somebody";
    }
  }

  /// Whether nobody has that reference, or nothing of that person is of this organisation, is the
  /// same page.
  private View nobody(Officer officer, Asked asked, RowFilter filter)
      throws InputFault, SQLException {
    looks.note(officer, "toezicht-gezocht", List.of("betrokkene"));
    var none = new RowSearch.Page(List.of(), OptionalLong.empty());
    return shown(officer, asked, filter, view(asked), Optional.empty(), none, "");
  }

  private Optional<UUID> subject(Oin organisation, String kind, String reference)
      throws SQLException {
    if (kind.equals(NUMBER)) {
      return words.reader(organisation).subject(reference);
    }
    var sort =
        kind.equals(ReferenceKind.BSN.code()) ? ReferenceKind.BSN : ReferenceKind.EIGEN_KENMERK;
    try (var connection = database.getConnection()) {
      var hmac = references.keyed(organisation, sort, reference);
      var alias = AliasKey.of(organisation, sort, hmac, keyVersion);
      return Optional.ofNullable(subjects.find(connection, List.of(alias)).get(alias));
    } catch (ReferenceFault _) {
      return Optional.empty();
    }
  }

  private View.Shown found(
      Officer officer,
      Asked asked,
      RowFilter filter,
      RowWords.View view,
      Optional<Who> who,
      long before)
      throws SQLException {
    var page =
        search.find(
            officer.organisation(),
            who.map(Who::subject),
            filter,
            words.known(officer.organisation()),
            before,
            asked.at());
    if (who.isEmpty() || page.rows().isEmpty()) {
      var used = new ArrayList<>(filter.used());
      who.ifPresent(_ -> used.add("betrokkene"));
      looks.note(officer, "toezicht-gezocht", used);
    } else {
      var newest = page.rows().stream().filter(DeskRow::isExchange).findFirst();
      var over =
          newest.isEmpty()
              ? Optional.<OfficerLooks.Over>empty()
              : Optional.of(search.over(officer.organisation(), newest.get(), page.rows()));
      looks.opened(officer, who.get().subject(), who.get().why(), over);
    }
    var told = who.filter(_ -> !page.rows().isEmpty());
    return shown(officer, asked, filter, view, told, page, "");
  }

  private View.Shown shown(
      Officer officer,
      Asked asked,
      RowFilter filter,
      RowWords.View view,
      Optional<Who> who,
      RowSearch.Page page,
      String wrong) {
    var ids = new RowIds(references, officer.organisation());
    var model =
        new RowModels.Search(
            words.choices(asked.at()),
            fields(filter),
            view.word(),
            who.map(one -> person(officer, one)),
            words.groups(page.rows(), view, officer),
            page.next().isPresent() ? ids.name(page.next().getAsLong()).toString() : "",
            officer.duty() == Duty.PRIVACY_OFFICER,
            wrong);
    return new View.Shown("toezicht/regels", model, TITLE);
  }

  private Person person(Officer officer, Who who) {
    var number = words.reader(officer.organisation()).number(who.subject());
    return new Person(number, who.why().reason().word(), who.why().words());
  }

  private static Fields fields(RowFilter filter) {
    return new Fields(
        filter.from(),
        filter.until(),
        filter.organisation(),
        filter.role(),
        filter.purpose(),
        filter.lane(),
        filter.outcome(),
        filter.reason(),
        filter.category(),
        filter.staff());
  }

  private Optional<DeskRow> row(Officer officer, Asked asked) throws SQLException {
    var place =
        asked
            .id()
            .map(name -> new RowIds(references, officer.organisation()).of(name))
            .orElse(OptionalLong.empty());
    return search.at(officer.organisation(), place.orElse(Long.MAX_VALUE));
  }

  private View one(Officer officer, Asked asked) throws SQLException {
    var row = row(officer, asked);
    if (row.isEmpty()) {
      return new View.Gone();
    }
    looks.note(officer, "toezicht-regel-gelezen", List.of());
    return explained(row.get(), sides(officer, row.get()), officer, Optional.empty(), "");
  }

  private View open(Officer officer, Asked asked) throws InputFault, SQLException {
    var row = row(officer, asked).filter(DeskRow::isExchange);
    if (row.isEmpty()) {
      return new View.Gone();
    }
    var sides = sides(officer, row.get());
    var why = Opening.of(asked);
    if (why.isEmpty()) {
      return explained(row.get(), sides, officer, Optional.empty(), "toezicht.fout.openen").again();
    }
    var over = RowSearch.over(row.get(), sides);
    looks.opened(officer, row.get().subject().orElseThrow(), why.get(), Optional.of(over));
    return explained(row.get(), sides, officer, why, "");
  }

  private List<DeskRow> sides(Officer officer, DeskRow row) throws SQLException {
    return search.ofExchange(officer.organisation(), row);
  }

  private View.Shown explained(
      DeskRow row, List<DeskRow> sides, Officer officer, Optional<Opening> opened, String wrong) {
    return new View.Shown(
        "toezicht/regel", explainer.explain(row, sides, officer, opened, wrong), TITLE);
  }
}
