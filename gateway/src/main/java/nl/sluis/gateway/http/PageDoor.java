package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import nl.sluis.gateway.sequencer.Busy;
import nl.sluis.gateway.sequencer.Unavailable;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.Beat;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.OpenPage;
import nl.sluis.gateway.vorm.PageEndpoint;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.Reader;
import nl.sluis.gateway.vorm.Reading;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.gateway.vorm.Visitors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets in who is logged in, takes a form only from a page of our own, and answers everything that
/// goes wrong with a page. May be shared between threads.
final class PageDoor implements Pages {
  private static final Logger LOG = LoggerFactory.getLogger(PageDoor.class);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SIGN_IN = "/aanmelden";

  /// The field in which a form sends the word of its session back.
  private static final String TOKEN = "bewijs";

  private final Router router;
  private final Web web;
  private final Visitors visitors;
  private final PageReplies replies;
  private final Beat beat;

  PageDoor(Router router, Web web, Visitors visitors, PageReplies replies, Beat beat) {
    this.router = router;
    this.web = web;
    this.visitors = visitors;
    this.replies = replies;
    this.beat = beat;
  }

  @Override
  public void get(String path, PageEndpoint page) {
    add(GET, path, "", request -> own(page, request), beat);
  }

  @Override
  public void post(String path, PageEndpoint page) {
    add(POST, path, FORM, request -> sent(page, request), beat);
  }

  @Override
  public void open(String path, OpenPage page) {
    add(GET, path, "", request -> anybody(page, request));
  }

  @Override
  public void openPost(String path, OpenPage page) {
    add(
        POST,
        path,
        FORM,
        request ->
            request.browser().isOurOwn()
                ? anybody(page, request)
                : replies.refused(anonymous(request)));
  }

  /// One page for whatever is not there.
  void otherwise() {
    web.lost(router, this::nowhere);
  }

  /// The same page, where nobody comes but with a browser: for a form that goes nowhere and for a
  /// page that is only a form as well.
  void otherwiseForAll() {
    web.lostUnlessJson(router, this::nowhere);
  }

  private Reply nowhere(Request request) {
    return replies.of(new View.Gone(), anonymous(request));
  }

  /// What answers, before faults became pages.
  private interface Answering {
    Reply answer(Request request) throws InputFault, SQLException;
  }

  private void add(HttpMethod method, String path, String accepts, Answering answering) {
    add(method, path, accepts, answering, Beat.NONE);
  }

  /// Also what goes wrong leaves on the beat: it, too, may come sooner where less is read.
  private void add(
      HttpMethod method, String path, String accepts, Answering answering, Beat leaving) {
    Routes.isPage(
        web.add(
            router,
            method,
            path,
            accepts,
            request -> {
              var began = System.nanoTime();
              var reply = withoutFault(answering, request);
              leaving.await(began);
              return reply;
            }));
  }

  private Reply withoutFault(Answering answering, Request request) {
    try {
      return answering.answer(request);
    } catch (InputFault fault) {
      LOG.info("page refused: {}", fault.getMessage());
      return replies.notInForm(anonymous(request));
    } catch (SQLException e) {
      LOG.warn("the database failed: sqlstate {}", e.getSQLState());
      return replies.later(anonymous(request));
    } catch (RuntimeException | Error e) {
      return defect(e, request);
    }
  }

  private Reply defect(Throwable e, Request request) {
    var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    if (cause instanceof Busy || cause instanceof Unavailable) {
      return replies.later(anonymous(request));
    }
    // The class and place say enough; a message might hold what it should not.
    LOG.error(
        "defect: {} at {}",
        cause.getClass().getName(),
        cause.getStackTrace().length > 0 ? cause.getStackTrace()[0] : "?");
    return replies.defect(anonymous(request));
  }

  private Reply own(PageEndpoint page, Request request) throws InputFault, SQLException {
    var visitor = visitor(request);
    return visitor.isEmpty()
        ? replies.of(new View.Moved(SIGN_IN), anonymous(request))
        : replies.of(page.answer(visitor.get(), asked(request)), Reader.of(visitor.get()));
  }

  private Reply sent(PageEndpoint page, Request request) throws InputFault, SQLException {
    var visitor = visitor(request);
    if (visitor.isEmpty()) {
      return replies.signedOut(anonymous(request));
    }
    if (!request.browser().isOurOwn() || !hasToken(request, visitor.get())) {
      return replies.refused(Reader.of(visitor.get()));
    }
    return replies.of(page.answer(visitor.get(), asked(request)), Reader.of(visitor.get()));
  }

  private static boolean hasToken(Request request, Visitor visitor) {
    var sent = request.form().getOrDefault(TOKEN, List.of());
    return sent.size() == 1
        && MessageDigest.isEqual(
            sent.getFirst().getBytes(StandardCharsets.UTF_8),
            visitor.formToken().getBytes(StandardCharsets.UTF_8));
  }

  private Reply anybody(OpenPage page, Request request) throws InputFault, SQLException {
    return replies.of(page.answer(asked(request)), anonymous(request));
  }

  private Optional<Visitor> visitor(Request request) throws SQLException {
    var cookies = request.browser().cookies();
    var cookie = cookies.get(Visitors.COOKIE);
    if (cookie == null) {
      return Optional.empty();
    }
    var reading = Reading.of(cookies);
    return visitors
        .of(cookie, request.at())
        .map(open -> new Visitor(open.who(), reading.language(), reading.easy(), open.formToken()));
  }

  /// Whoever this is; that there is a cookie proves nothing, and shows a way home.
  private static Reader anonymous(Request request) {
    var cookies = request.browser().cookies();
    var reading = Reading.of(cookies);
    return new Reader(reading.language(), reading.easy(), "", cookies.containsKey(Visitors.COOKIE));
  }

  private static Asked asked(Request request) {
    return new Asked(
        request.at(), request.path(), request.form(), request.query(), request.browser().cookies());
  }
}
