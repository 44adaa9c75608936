package nl.sluis.gateway.logbook;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a row of the logbook is about.
public enum EntryKind {
  /// A message was accepted; nothing was disclosed yet.
  ACCEPTED("aangenomen"),
  /// A message was handed over: the only kind that is a disclosure.
  DISCLOSED("verstrekt"),
  /// A receiver that had not confirmed yet asked for the same parcel again; not a second
  /// disclosure.
  REDELIVERED("heruitgereikt"),
  /// An accepted message will not be handed over.
  NOT_DELIVERED("niet-uitgereikt"),
  /// The convenant forbids what was asked.
  REFUSED("geweigerd"),
  /// Something the sender can supply is missing.
  HELD("aangehouden"),
  /// A partner asked what the convenant says of stated facts; about nobody, and without effect.
  QUESTION("vraag"),
  /// The receiver says that it has the message.
  CONFIRMED("bevestigd"),
  /// A person gave, refused or restored a consent.
  CONSENT("toestemming"),
  /// A person withdrew a consent.
  WITHDRAWAL("intrekking"),
  /// Who has authority over a child was recorded.
  GEZAG("gezag"),
  /// A restriction, objection or court order was recorded.
  RESTRICTION("beperking"),
  /// A precondition was recorded in the register.
  CONDITION("voorwaarde"),
  /// A controller, a court or a safety office put an end to a consent, or held it up for a while;
  /// or its term ended, or somebody outgrew it.
  CONSENT_ENDED("toestemming-beeindigd"),
  /// A court put its decision in the place of one parent's yes.
  COURT("vervangende-toestemming"),
  /// A professional judged whether somebody can weigh one matter.
  JUDGEMENT("oordeel"),
  /// One conversation about several receivers was opened or answered.
  REQUEST("verzoek"),
  /// A person was given something to look at, or answered it.
  NOTICE("kennisgeving"),
  /// A person was invited ahead of a birthday that changes who decides.
  INVITATION("uitnodiging"),
  /// A sender said that it talked with the family, or the family said that it did not.
  CLAIM("gesprek"),
  /// A text was laid ready to be read before it goes, or somebody said what they think of it.
  READING("leesstuk"),
  /// Somebody asked something of an organisation about their own data, or the organisation did
  /// something with that (AVG 12 to 22).
  SUBJECT_REQUEST("betrokkenenverzoek"),
  /// A receiver was told to stop with what it got under a consent.
  STOP_MESSAGE("stopbericht"),
  /// A receiver says what it did with a stop.
  STOP_CONFIRMED("stop-bevestigd"),
  /// A sender called back what it sent.
  RECALL("terugroeping"),
  /// A sender put another message in the place of one.
  REPLACEMENT("rectificatie"),
  /// A receiver says what it did with what was called back or replaced.
  RECALL_ANSWERED("terugroeping-beantwoord"),
  /// A receiver gave back what was not for it.
  RETURN("retour"),
  /// A youth let somebody look, or somebody let another or a desk help; or does not any more.
  ONLOOKER("meekijken"),
  /// Something was hidden from a viewer for a while, or shown again.
  EMBARGO("embargo"),
  /// A receipt of a consent was given out.
  RECEIPT("bewijs"),
  /// Somebody at an organisation must do something before a day, or did it.
  TASK("taak"),
  /// References to one person were linked, unlinked or merged.
  LINK("koppeling"),
  /// A table around a child was opened, changed, frozen, looked at or closed.
  OVERLEG("overleg"),
  /// Who is the contact of a school was recorded.
  CONTACT("contactpunt"),
  /// Somebody declared to work for two organisations, or chose a role.
  PERSON("rolkeuze"),
  /// Something happened that the officer must look at.
  SIGNAL("signaal"),
  /// A count was given, or refused.
  COUNT("cijfer"),
  /// Everything of a partner, a purpose or a lane was halted, or somebody let it go on.
  HALT("stillegging"),
  /// An operator let an organisation in, shut its door, opened it again or removed it.
  PARTNER("partner"),
  /// A party let a certificate act on its behalf, or stopped that.
  MANDATE("mandaat"),
  /// An organisation or its supplier wants to be told that something lies ready, or does not any
  /// more.
  SUBSCRIPTION("abonnement"),
  /// A key was added, replaced or withdrawn.
  KEY("sleutel"),
  /// A second person agreed, with a key or a sign-in of their own.
  AGREEMENT("akkoord"),
  /// A version of the convenant came into force.
  CONVENANT("convenant"),
  /// An organisation adopted a version of a control policy.
  CONTROL_POLICY("controlebeleid"),
  /// A parcel reached the end of its term unread.
  LAPSED("vervallen"),
  /// A receiver was reminded of a parcel.
  REMINDER("herinnering"),
  /// A report that may not wait was brought to somebody's attention.
  ESCALATION("escalatie"),
  /// The system of Veilig Thuis took a report of acute danger.
  DELIVERED("bezorgd"),
  /// A report of acute danger went to the Veilig Thuis of another region, which hands it over.
  HANDOVER("overdracht"),
  /// Somebody looked back at what went out for safety's sake.
  REVIEW("nacontrole"),
  /// An officer opened a case, or did something in it (AVG 33 and 34).
  CASE("zaak"),
  /// The content of a parcel was made unreadable.
  SHREDDED("versnipperd"),
  /// Somebody looked at the logbook.
  INSPECTION("inzage"),
  /// What families see of a month was committed to; about nobody.
  MONTH("maandwortel"),
  /// The details of these rows were made unreadable at somebody's right or at the end of their
  /// term.
  ERASURE("gewist"),
  /// Somebody asked to erase a person, and it was decided or refused.
  ERASURE_DECIDED("wisbesluit"),
  /// A backup was put back and rows are missing that others saw; or one of those was proven, or
  /// somebody let what rests on consent go on.
  RESTORED("herstel"),
  /// Gateways that started before this row may not write any more.
  EPOCH("tijdperk"),
  /// A gateway started.
  START("start"),
  /// A gateway stopped in good order.
  STOP("stop");

  private static final Map<String, EntryKind> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EntryKind::code, k -> k));

  private final String code;

  EntryKind(String code) {
    this.code = code;
  }

  /// The Dutch word, as it stands in the details under `soort`.
  public String code() {
    return code;
  }

  /// The kind with this Dutch word, if there is one.
  public static Optional<EntryKind> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
