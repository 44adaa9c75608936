package nl.sluis.gateway.vorm;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;

/// What a page answers. Which status, headers and frame belong to it is decided in one place, by
/// the routes and the [Printer].
public sealed interface View {
  /// A page.
  ///
  /// @param template its name under `src/main/jte`, such as `inzien/overzicht`; it takes a [Sheet]
  ///   named `sheet` and a model named `model`
  /// @param model what it shows
  /// @param title the key of its neutral title, which stays in the history of the browser; the part
  ///   of the key before the first dot says from which texts the page is
  /// @param state why it is shown
  record Shown(String template, Object model, String title, State state) implements View {
    /// Why a page is shown.
    public enum State {
      /// It is what was asked for (200).
      HERE,
      /// Something must be filled in otherwise (422).
      AGAIN,
      /// What was asked for is not there, and the page says what to do instead (404).
      NOT_HERE
    }

    /// A page as it is.
    public Shown(String template, Object model, String title) {
      this(template, model, title, State.HERE);
    }

    /// The same, because something must be filled in otherwise.
    public Shown again() {
      return new Shown(template, model, title, State.AGAIN);
    }

    /// The same, because what was asked for is not there. It MUST NOT tell why: not any more,
    /// never, and not for who asks are one page.
    public Shown notHere() {
      return new Shown(template, model, title, State.NOT_HERE);
    }

    /// Must something be filled in otherwise?
    public boolean faulty() {
      return state == State.AGAIN;
    }
  }

  /// A page in another frame than that of people: that of a desk of professionals, in Dutch.
  ///
  /// @param page what it shows
  /// @param frame its name under `src/main/jte`, with its ending; takes what `vorm/kader.jte` takes
  /// @param formToken of the session at that desk; empty when nobody is logged in there
  record Framed(Shown page, String frame, String formToken) implements View {
    @Override
    public String toString() {
      return "page in " + frame;
    }
  }

  /// It is done, or it is elsewhere: the browser goes on to another page (303).
  ///
  /// @param path a path of ours, or the address of the sign-in service
  /// @param cookies values of `Set-Cookie`, only when somebody logs in or chooses a language
  record Moved(String path, List<String> cookies) implements View {
    /// Copies its list.
    public Moved {
      cookies = List.copyOf(cookies);
    }

    /// To another page of ours.
    public Moved(String path) {
      this(path, List.of());
    }
  }

  /// The session is over; the browser forgets everything of it and goes elsewhere (303 with
  /// `Clear-Site-Data`).
  ///
  /// That header is told to forget no cookies: it would take those of every neighbour under the
  /// same registrable domain (W3C Clear Site Data, 3.1.1), which logs somebody out of the
  /// municipality and tells who looks along. Ours go one by one, by name.
  ///
  /// @param path a path of ours, or an address that tells nothing
  /// @param cookies values of `Set-Cookie` with which the browser drops ours
  record Left(String path, List<String> cookies) implements View {
    /// Copies its list.
    public Left {
      cookies = List.copyOf(cookies);
    }
  }

  /// A file to keep.
  ///
  /// @param name a neutral name with its ending, without anything about a person
  /// @param mediaType its type
  /// @param bytes its content
  @SuppressWarnings("ArrayRecordComponent") // bytes for the wire; compared by nobody
  record File(String name, String mediaType, byte[] bytes) implements View {}

  /// A file to keep that is made while it goes, so that no memory holds it whole.
  ///
  /// @param name a neutral name with its ending, without anything about a person
  /// @param mediaType its type
  /// @param content writes it; the browser sets the pace. What fails halfway breaks the download
  ///   off, so that nobody keeps a part for the whole
  record Streamed(String name, String mediaType, Content content) implements View {}

  /// Writes a file, piece by piece.
  @FunctionalInterface
  interface Content {
    /// @param out takes each piece and waits until it went
    void write(OutputStream out) throws IOException, SQLException;
  }

  /// It is not there, or not for this person: one page for both, that tells nothing (404).
  record Gone() implements View {}
}
