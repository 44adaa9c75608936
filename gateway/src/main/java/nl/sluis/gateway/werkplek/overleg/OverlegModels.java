package nl.sluis.gateway.werkplek.overleg;

import java.util.List;
import nl.sluis.gateway.werkplek.opstellen.Input;

/// What the pages about a table show.
public final class OverlegModels {
  private OverlegModels() {}

  /// A choice in a form.
  public record Choice(String code, String words, boolean chosen) {}

  /// A table in the list.
  public record TableLine(
      String path, String kind, String agenda, String state, boolean owner, String until) {}

  /// The tables of this organisation.
  ///
  /// @param ownWord by which whoever works here stands on a list
  public record Start(List<TableLine> tables, List<Choice> kinds, String ownWord) {
    /// Copies its lists.
    public Start {
      tables = List.copyOf(tables);
      kinds = List.copyOf(kinds);
    }
  }

  /// A place at a table that is being prepared.
  ///
  /// @param must whether the convenant wants somebody there
  /// @param separate whether somebody sits there only with a reason
  public record Place(
      String role,
      String words,
      boolean must,
      boolean separate,
      List<Choice> who,
      String person,
      String function,
      String reason) {
    /// Copies its list.
    public Place {
      who = List.copyOf(who);
    }
  }

  /// A table that is being prepared.
  public record Preparing(
      String path,
      String kind,
      String sentence,
      String own,
      List<Choice> purposes,
      List<Choice> agenda,
      List<Choice> family,
      String familyOn,
      String child,
      boolean byCode,
      List<Choice> schools,
      List<Place> places,
      List<String> faults) {
    /// Copies its lists.
    public Preparing {
      purposes = List.copyOf(purposes);
      agenda = List.copyOf(agenda);
      family = List.copyOf(family);
      schools = List.copyOf(schools);
      places = List.copyOf(places);
      faults = List.copyOf(faults);
    }
  }

  /// Somebody at a table.
  public record Seat(String number, String words, String function, boolean owner) {}

  /// What went to one receiver about one child.
  public record Sent(String to, int child, List<Message> messages) {
    /// Copies its list.
    public Sent {
      messages = List.copyOf(messages);
    }
  }

  /// A message that went.
  ///
  /// @param state as Sluis has it: `aangenomen`, `uitgereikt`, `bevestigd`, `niet-uitgereikt` …
  public record Message(String contribution, String state) {}

  /// One table.
  public record Table(
      String path,
      String kind,
      String agenda,
      String state,
      int children,
      boolean owner,
      List<Seat> seats,
      List<Sent> sent,
      List<Choice> roles,
      List<String> faults) {
    /// Copies its lists.
    public Table {
      seats = List.copyOf(seats);
      sent = List.copyOf(sent);
      roles = List.copyOf(roles);
      faults = List.copyOf(faults);
    }
  }

  /// A form to write in, with who may get it.
  public record Block(
      String title, String description, List<Input> inputs, List<String> may, List<String> never) {
    /// Copies its lists.
    public Block {
      inputs = List.copyOf(inputs);
      may = List.copyOf(may);
      never = List.copyOf(never);
    }
  }

  /// What one receiver may get.
  ///
  /// @param always what goes whenever anything goes
  /// @param optional what goes when it is chosen; the code is `seat.category`
  /// @param nothing whether the convenant lets nothing go
  public record Receiver(
      String seat,
      String name,
      boolean chosen,
      boolean done,
      List<String> always,
      List<Choice> optional,
      boolean nothing) {
    /// Copies its lists.
    public Receiver {
      always = List.copyOf(always);
      optional = List.copyOf(optional);
    }
  }

  /// Something the sender says.
  public record Claim(String sentence, List<Input> inputs) {
    /// Copies its list.
    public Claim {
      inputs = List.copyOf(inputs);
    }
  }

  /// Why a category is necessary.
  public record Why(String code, String label, String text) {}

  /// Writing for a table.
  public record Write(
      String path,
      boolean owner,
      boolean minutes,
      String child,
      boolean byCode,
      List<Block> blocks,
      List<Receiver> receivers,
      List<Claim> claims,
      List<Why> whys) {
    /// Copies its lists.
    public Write {
      blocks = List.copyOf(blocks);
      receivers = List.copyOf(receivers);
      claims = List.copyOf(claims);
      whys = List.copyOf(whys);
    }
  }

  /// A field with what stands in it.
  public record Line(String name, String value) {}

  /// A category that goes.
  public record Part(String label, boolean sealed, List<Line> lines) {
    /// Copies its list.
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /// What one receiver will read, and what not.
  ///
  /// @param done how it went before: empty when nothing was sent yet
  public record Going(
      String name,
      String rule,
      List<Part> goes,
      List<String> stays,
      List<String> faults,
      String done,
      List<String> reasons) {
    /// Copies its lists.
    public Going {
      goes = List.copyOf(goes);
      stays = List.copyOf(stays);
      faults = List.copyOf(faults);
      reasons = List.copyOf(reasons);
    }
  }

  /// What goes to whom, before or after it went.
  ///
  /// @param ready whether it can be sent
  public record Sending(String path, String back, List<Going> going, boolean ready, boolean open) {
    /// Copies its list.
    public Sending {
      going = List.copyOf(going);
    }
  }
}
