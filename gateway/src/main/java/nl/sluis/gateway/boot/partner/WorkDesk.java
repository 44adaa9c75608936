package nl.sluis.gateway.boot.partner;

import com.nimbusds.jose.jwk.ECKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.gateway.aanmelding.Roles;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.boot.Running;
import nl.sluis.gateway.edge.ConnectionGuard;
import nl.sluis.gateway.edge.Limits;
import nl.sluis.gateway.edge.PeopleListener;
import nl.sluis.gateway.edge.Reloading;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.http.DeskPages;
import nl.sluis.gateway.http.Routes;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.keys.SessionSeal;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.KeyFolder;
import nl.sluis.gateway.partner.KeyToken;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.OwnKeys;
import nl.sluis.gateway.partner.OwnLine;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.werkplek.Position;
import nl.sluis.gateway.werkplek.Pseudonyms;
import nl.sluis.gateway.werkplek.WorkPages;
import nl.sluis.gateway.werkplek.Workplace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk of an organisation as it runs: one door for browsers, and a line with Sluis for each
/// organisation. One thread opens and closes it.
public final class WorkDesk implements AutoCloseable, Running.Stoppable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkDesk.class);
  private static final int PATIENCE_SECONDS = 30;
  private static final long SWEEP_MILLIS = 600_000;
  private static final long MEET_MILLIS = 3_600_000;
  private static final Duration LOOK = Duration.ofSeconds(10);

  /// So long whoever is in may take to be answered when it stops: a body has ten seconds to come
  /// in, and Sluis has half a minute to answer what is asked of it then.
  private static final Duration DRAIN = Duration.ofSeconds(45);

  private final Vertx vertx;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConnectionGuard guard;
  private final Map<String, Line> lines = new HashMap<>();
  private List<String> said = List.of();
  private final DeskSettings settings;
  private final WorkPages pages;
  private final Router router;
  private final HttpServer server;
  private final Reloading reloading;

  private WorkDesk(DeskSettings settings, InstantSource clock, Vertx vertx)
      throws Stopped, IOException {
    this.vertx = vertx;
    this.guard = new ConnectionGuard(vertx, Limits.STANDARD);
    var random = new SecureRandom();
    this.settings = settings;
    var known = SigningKeys.of(List.of(DeskSecrets.login(settings.folder())));
    var signIn = signIn(settings, known, random);
    var places = new Workplaces(settings.folder(), random, clock);
    this.pages =
        new WorkPages(
            positions(clock),
            signIn,
            new Pseudonyms(
                DeskSecrets.pseudonyms(settings.folder(), random), settings.signIn().asItIs()),
            places.parts(),
            random);
    var assets = assets(settings);
    var printer = new Printer(Texts.ofThisRelease(), assets, settings.helper());
    var look = new DeskPages.Look(printer, assets, WorkPages.FRAME);
    this.router = new DeskPages(clock, threads, look, signIn, known, pages).router(vertx, guard);
    var listener = settings.listener();
    var identity = identity(listener, clock);
    this.server = listen(listener, identity);
    this.reloading = new Reloading(identity, listener.chain(), listener.key(), clock);
    reloading.keep(server, renewed -> PeopleListener.tls(renewed, Limits.STANDARD));
    reloading.every(LOOK);
    threads.execute(places::sweep);
    vertx.setPeriodic(LOOK.toMillis(), _ -> threads.execute(this::renew));
    vertx.setPeriodic(SWEEP_MILLIS, _ -> threads.execute(places::sweep));
    threads.execute(this::meet);
    vertx.setPeriodic(MEET_MILLIS, _ -> threads.execute(this::meet));
  }

  /// Remembers with which keys Sluis binds, so that acute danger can be reported while Sluis cannot
  /// say so. Who does not answer now is asked again later.
  private void meet() {
    for (var line : lines.values()) {
      try {
        var _ = line.book();
      } catch (IOException | Stopped e) {
        LOG.info("Sluis did not say which keys to believe: {}", e.getClass().getSimpleName());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Goes on with the certificates and keys of the organisations as they stand in their folders.
  ///
  /// @return what cannot be used, a line each
  private synchronized List<String> renew() {
    var problems = new ArrayList<String>();
    for (var one : lines.entrySet()) {
      try {
        if (one.getValue().renew()) {
          LOG.info("{} calls Sluis with what was renewed", one.getKey());
        }
      } catch (Stopped stopped) {
        problems.add(one.getKey() + ": " + stopped.getMessage());
      }
    }
    if (!problems.equals(said)) {
      problems.forEach(problem -> LOG.warn("not taken over: {}", problem));
      said = List.copyOf(problems);
    }
    return problems;
  }

  /// Opens the desk of this file.
  ///
  /// @throws Stopped naming what is wrong in the file, or which key, certificate or port cannot be
  ///   used
  public static WorkDesk open(Path file, InstantSource clock) throws Stopped, IOException {
    return open(DeskSettings.read(file), clock);
  }

  static WorkDesk open(DeskSettings settings, InstantSource clock) throws Stopped, IOException {
    var _ = CryptoProvider.install();
    var vertx = Vertx.vertx();
    boolean open = false;
    try {
      var desk = new WorkDesk(settings, clock, vertx);
      LOG.info("the desk is open at port {} as {}", desk.port(), settings.address());
      open = true;
      return desk;
    } catch (IllegalArgumentException e) {
      throw new Stopped(Ending.NIET_BEGREPEN, String.valueOf(e.getMessage()));
    } finally {
      if (!open) {
        var _ = vertx.close();
      }
    }
  }

  private static StaffSignIn signIn(
      DeskSettings settings, SigningKeys<ECKey> known, SecureRandom random) {
    var staff = settings.signIn();
    Roles roles =
        staff
            .roles()
            .<Roles>map(file -> new RoleFile(file, settings.meaning()))
            .orElseGet(() -> Roles.given(settings.meaning()));
    // Neither key outlives this process, and so no session does.
    var ours = new SecretKeySpec(DeskSecrets.fresh(random), "AES");
    var words = DeskSecrets.fresh(random);
    return StaffSignIn.inMemory(
        StaffSignIn.Desk.WERK,
        new StaffSignIn.Line(staff.provider(), staff.employee(), roles),
        (kind, word) -> DeskSecrets.keyed(words, kind + "\n" + word),
        new SessionSeal(ours, random),
        known,
        random);
  }

  private Map<String, Position> positions(InstantSource clock) throws Stopped, IOException {
    var check = OwnCheck.of(settings.convenanten());
    var positions = new HashMap<String, Position>();
    for (var each : settings.organisations()) {
      var line = new OwnLine(each.party(), line(each, clock), check);
      var at = new Workplace(each.party(), each.name(), line);
      each.functions()
          .forEach(
              (role, does) -> positions.put(role, new Position(at, does.word(), does.tasks())));
    }
    return positions;
  }

  /// One for each holder of keys: what it saw of Sluis and of others is one memory.
  private Line line(DeskSettings.Organisation each, InstantSource clock)
      throws Stopped, IOException {
    var holder = each.holder().value();
    var open = lines.get(holder);
    if (open != null) {
      return open;
    }
    var keys = keys(each);
    var line = Line.open(settings.line(each), keys, clock);
    lines.put(holder, line);
    // Whatever is wrong with the keys is said at the start, and not to the first who sends.
    var _ = keys.signing();
    var _ = keys.opening();
    var _ = line.client();
    return line;
  }

  private static Assets assets(DeskSettings settings) throws Stopped {
    try {
      return new Assets(settings.look());
    } catch (UncheckedIOException _) {
      throw new Stopped(
          Ending.NIET_BEGREPEN, "`huisstijl` noemt een bestand dat niet is te lezen.");
    }
  }

  private static OwnKeys keys(DeskSettings.Organisation each) {
    var folder = new KeyFolder(each.keys());
    return each.token()
        .<OwnKeys>map(
            token ->
                new KeyToken(
                    new KeyToken.Place(token.library(), token.slot(), token.pinFile()),
                    token.signing(),
                    token.opening(),
                    folder))
        .orElse(folder);
  }

  private HttpServer listen(DeskSettings.Listener listener, ServerIdentity identity)
      throws Stopped {
    var tls = PeopleListener.tls(identity, Limits.STANDARD);
    try {
      return await(
          PeopleListener.create(
                  vertx, listener.host(), listener.port(), Limits.STANDARD, tls, guard)
              .requestHandler(router)
              .listen());
    } catch (IOException e) {
      throw new Stopped(
          Ending.NU_NIET, "Op poort %d kan niet worden geluisterd.".formatted(listener.port()));
    }
  }

  private static ServerIdentity identity(DeskSettings.Listener listener, InstantSource clock)
      throws Stopped {
    try {
      return ServerIdentity.read(listener.chain(), listener.key(), clock.instant());
    } catch (IllegalArgumentException _) {
      throw new Stopped(
          Ending.NIET_BEGREPEN,
          "De deur gaat niet open met `%s` en `%s`: er is er een niet te lezen, het certificaat geldt"
                  .formatted(listener.chain(), listener.key())
              + " nu niet, of de sleutel hoort er niet bij. `./sluis doctor --partner-kant` zegt"
              + " welk.");
    }
  }

  /// Takes over a new certificate of the door, and those and the keys of the organisations, now, as
  /// it does by itself when the files change.
  ///
  /// @return what could not be taken over, a line each; empty when all is well
  public List<String> reload() {
    var problems = new ArrayList<>(reloading.reload());
    problems.addAll(renew());
    return List.copyOf(problems);
  }

  /// At which port it listens.
  public int port() {
    return server.actualPort();
  }

  /// Every page with its method, such as `POST /werk/functie`.
  public List<String> routes() {
    var all = new ArrayList<>(Routes.pages(router));
    all.addAll(Routes.of(router));
    return all.stream().sorted().toList();
  }

  /// Who may open which page of the parts.
  public List<WorkPages.Line> table() {
    return pages.table();
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the door did not open or close in time", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  /// Lets nobody in any more, answers who is in, and closes the lines.
  @Override
  public void close() {
    reloading.close();
    try {
      guard.drain().get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      LOG.warn("who was still in is cut");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    try {
      await(server.close());
      await(vertx.close());
    } catch (IOException e) {
      LOG.warn("not closed in time");
    }
    threads.close();
    lines.values().forEach(Line::close);
    LOG.info("the desk has stopped");
  }
}
