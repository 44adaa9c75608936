package nl.sluis.gateway.werkplek.opstellen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the pages of composing show. Immutable.
public final class ComposeModels {
  private ComposeModels() {}

  /// The beginning: what is in hand, and every open road.
  ///
  /// @param hand messages that were begun and not sent
  /// @param full whether no more can be begun
  /// @param groups the open roads, by what they are about
  /// @param elsewhere what goes along another channel than Sluis
  public record Start(List<InHand> hand, boolean full, List<Group> groups, List<Other> elsewhere) {
    /// Copies its lists.
    public Start {
      hand = List.copyOf(hand);
      groups = List.copyOf(groups);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /// A message that was begun.
  ///
  /// @param path where it goes on
  /// @param purpose what for, in one sentence
  /// @param to to which function, by its code
  /// @param answered whether Sluis said something of it
  public record InHand(String path, String purpose, String to, boolean answered) {}

  /// Roads that are about the same.
  ///
  /// @param word what about
  /// @param roads at least one
  public record Group(String word, List<Way> roads) {
    /// Copies its list.
    public Group {
      roads = List.copyOf(roads);
    }
  }

  /// One open road.
  ///
  /// @param word by which a form names it
  /// @param purpose what for, in one sentence
  /// @param to to which function, by its code
  /// @param organisations who has that function
  /// @param lane by which kind of road, in words
  /// @param articles what it rests on
  /// @param needs what must happen before it is a *ja*
  /// @param undecided the points of law that no lawyer decided yet
  /// @param rule the rule of the convenant
  /// @param step where it begins
  public record Way(
      String word,
      String purpose,
      String to,
      List<String> organisations,
      String lane,
      List<String> articles,
      List<String> needs,
      List<String> undecided,
      String rule,
      Step step) {
    /// Copies its lists.
    public Way {
      organisations = List.copyOf(organisations);
      articles = List.copyOf(articles);
      needs = List.copyOf(needs);
      undecided = List.copyOf(undecided);
    }
  }

  /// What goes along another channel.
  ///
  /// @param purpose what for, in one sentence
  /// @param channel which channel
  public record Other(String purpose, String channel) {}

  /// The form.
  ///
  /// @param path of this message
  /// @param way the road
  /// @param about how the child is pointed at; empty when the road is about nobody
  /// @param receivers who can receive; one when there is nothing to choose
  /// @param blocks the categories
  /// @param claims what the sender says happened
  /// @param settlements what others say is so
  /// @param consents what can be known of consent; empty when the road asks none
  /// @param missing what is still missing
  /// @param answered whether Sluis said something of it before
  public record Form(
      String path,
      Way way,
      Optional<About> about,
      List<Option> receivers,
      List<Block> blocks,
      List<Claim> claims,
      List<Settlement> settlements,
      List<Option> consents,
      StillMissing missing,
      boolean answered) {
    /// Copies its lists.
    public Form {
      receivers = List.copyOf(receivers);
      blocks = List.copyOf(blocks);
      claims = List.copyOf(claims);
      settlements = List.copyOf(settlements);
      consents = List.copyOf(consents);
    }
  }

  /// How the child is pointed at.
  ///
  /// @param kinds by which kinds of reference
  /// @param value what was filled in
  public record About(List<Option> kinds, String value) {
    /// Copies its list.
    public About {
      kinds = List.copyOf(kinds);
    }
  }

  /// One of some choices.
  ///
  /// @param code as it is sent
  /// @param words as it is read, or the key of it
  /// @param more what else is known of it; empty when nothing is
  /// @param chosen whether it is
  public record Option(String code, String words, String more, boolean chosen) {}

  /// One category on the form.
  ///
  /// @param code such as `K09`
  /// @param label its plain name
  /// @param hint what belongs in it
  /// @param required whether the road wants it
  /// @param sealed whether only the receiver reads it
  /// @param open whether its fields are shown at once
  /// @param motivated whether the sender says why it is needed
  /// @param necessity what was said
  /// @param fields its fields
  public record Block(
      String code,
      String label,
      String hint,
      boolean required,
      boolean sealed,
      boolean open,
      boolean motivated,
      String necessity,
      List<Input> fields) {
    /// Copies its list.
    public Block {
      fields = List.copyOf(fields);
    }

    /// Under which name it is sent why this is needed.
    public String necessityName() {
      return "noodzaak." + code;
    }
  }

  /// Something that the sender says happened.
  ///
  /// @param code of the condition
  /// @param sentence what must have happened
  /// @param shown whether the family sees that it was claimed
  /// @param fields when, by whom, with what outcome
  public record Claim(String code, String sentence, boolean shown, List<Input> fields) {
    /// Copies its list.
    public Claim {
      fields = List.copyOf(fields);
    }
  }

  /// Something that others say is so.
  ///
  /// @param code of the condition
  /// @param sentence what must be so
  /// @param by who says so
  /// @param chosen whether the sender states that it is
  public record Settlement(String code, String sentence, By by, boolean chosen) {
    /// Who says that something is so.
    public enum By {
      /// Somebody else, whom the sender asks.
      ANDER,
      /// Sluis, which finds it out by itself.
      SLUIS,
      /// Somebody who signs for it when the message is whole.
      HANDTEKENING
    }

    /// Can the sender state it?
    public boolean isStated() {
      return by == By.ANDER;
    }

    /// Is it signed?
    public boolean isSigned() {
      return by == By.HANDTEKENING;
    }
  }

  /// What is still missing.
  ///
  /// @param sentences each something to do; empty when nothing is missing
  public record StillMissing(List<String> sentences) {
    /// Copies its list.
    public StillMissing {
      sentences = List.copyOf(sentences);
    }
  }

  /// What goes and what stays, before it goes.
  ///
  /// @param path of this message
  /// @param way the road
  /// @param receiver who receives
  /// @param family what the family reads of it
  /// @param goes what goes to the receiver, with its lines
  /// @param along what goes along besides the categories
  /// @param sluis what only Sluis reads
  /// @param stays what stays here
  /// @param never what never goes along this road
  /// @param signing who must sign it; empty when nobody must
  /// @param seen the number over everything that goes
  /// @param missing what is still missing; then nothing can be sent
  /// @param again whether it went before, and nobody knows whether it came
  public record Preview(
      String path,
      Way way,
      String receiver,
      String family,
      List<Going> goes,
      List<String> along,
      List<String> sluis,
      List<String> stays,
      List<String> never,
      Optional<Signing> signing,
      String seen,
      StillMissing missing,
      boolean again) {
    /// Copies its lists.
    public Preview {
      goes = List.copyOf(goes);
      along = List.copyOf(along);
      sluis = List.copyOf(sluis);
      stays = List.copyOf(stays);
      never = List.copyOf(never);
    }
  }

  /// One category that goes.
  ///
  /// @param label its plain name
  /// @param sealed whether only the receiver reads it
  /// @param lines what stands in it
  public record Going(String label, boolean sealed, List<Line> lines) {
    /// Copies its list.
    public Going {
      lines = List.copyOf(lines);
    }
  }

  /// One field that goes.
  ///
  /// @param name what it is called
  /// @param value what stands in it
  public record Line(String name, String value) {}

  /// What came of it.
  ///
  /// @param path of this message
  /// @param way the road
  /// @param outcome the word of what came of it: `doorgelaten`, `deels`, `aangehouden`, `geweigerd`
  /// @param transaction the word of Sluis for it; empty when it gave none
  /// @param rule by which rule; empty when none was named
  /// @param went what went
  /// @param withheld what stayed behind, and why
  /// @param reasons why it did not pass
  /// @param duties what must happen now
  /// @param until until when the receiver can fetch it; empty when nothing waits
  /// @param row the row of the logbook that was proved; empty when none was
  /// @param signing what Sluis said of the signatures; empty when it asked none
  /// @param waits until when Sluis keeps it for those who sign; empty when it does not
  /// @param receipt whether there is a receipt to keep
  /// @param mend whether what was filled in can be mended and sent again
  public record Ended(
      String path,
      Way way,
      String outcome,
      String transaction,
      String rule,
      List<String> went,
      List<Why> withheld,
      List<Why> reasons,
      List<String> duties,
      String until,
      String row,
      Optional<Signing> signing,
      Optional<Instant> waits,
      boolean receipt,
      boolean mend) {
    /// Copies its lists.
    public Ended {
      went = List.copyOf(went);
      withheld = List.copyOf(withheld);
      reasons = List.copyOf(reasons);
      duties = List.copyOf(duties);
    }
  }

  /// One reason.
  ///
  /// @param code the reason code
  /// @param about what it is about; empty when it is about the whole
  /// @param uitleg what is the matter
  /// @param watNu what to do
  public record Why(String code, String about, String uitleg, String watNu) {}
}
