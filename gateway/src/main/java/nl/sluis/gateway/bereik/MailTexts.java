package nl.sluis.gateway.bereik;

import java.net.URI;
import nl.sluis.gateway.bereik.PostOffice.Letter;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.TextSet;
import nl.sluis.gateway.vorm.Texts;

/// What a mail says: that something lies ready, and where. Never a name, an organisation, a matter,
/// or an address that works without logging in.
///
/// In Dutch and in English below it, for no table knows in which language somebody reads. Every
/// mail of a kind is the same to everybody but for a code. May be shared between threads.
final class MailTexts {
  private static final String PART = "bereik";

  private final Texts texts;
  private final SubjectReference references;
  private final URI portal;

  /// @param references makes the code for an address
  /// @param portal where people log in
  MailTexts(Texts texts, SubjectReference references, URI portal) {
    this.texts = texts;
    this.references = references;
    this.portal = portal;
  }

  Letter of(Mail mail, String to) {
    var code = mail.kind() == Mail.Kind.CODE ? references.reachCode(mail.matter()) : "";
    var about = mail.kind() == Mail.Kind.CODE ? "mail.code" : "mail.bericht";
    var dutch = texts.set(PART, Language.NL);
    var body = say(dutch, about, code) + "\n\n" + say(texts.set(PART, Language.EN), about, code);
    return new Letter(mail.id(), to, say(dutch, "mail.onderwerp", ""), body + "\n");
  }

  private String say(TextSet set, String key, String code) {
    var text = set.plain().get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text `" + key + "` in " + set.language().tag());
    }
    return text.replace("{0}", portal.toString()).replace("{1}", code);
  }
}
