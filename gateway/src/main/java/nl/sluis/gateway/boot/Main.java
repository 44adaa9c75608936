package nl.sluis.gateway.boot;

import java.net.BindException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import nl.sluis.gateway.boot.convenant.ConvenantCommand;
import nl.sluis.gateway.boot.doctor.DatabaseCheck;
import nl.sluis.gateway.boot.doctor.DoctorCommand;
import nl.sluis.gateway.boot.logboek.LogbookCommand;
import nl.sluis.gateway.boot.partner.DeskCommand;
import nl.sluis.gateway.boot.partner.PartnerCommand;

/// The commands of production: what they print is Dutch, and goes to an operator's screen.
public final class Main {
  private static final int WRONG_USE = 2;

  private Main() {}

  /// Runs one command and ends with 0 when it did what it says.
  public static void main(String[] args) {
    // Vert.x would keep a folder for what is read from the class path, and whoever is killed leaves
    // it behind; nothing here is read that way.
    System.setProperty("vertx.disableFileCPResolving", "true");
    // Shorter than the half minute after which a silent line is cut at the other end.
    System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    System.exit(ended(List.of(args)));
  }

  /// Whatever stood in the way, the process ends: threads that a start already had would keep it
  /// alive, neither open nor gone, and who looks after it would not begin it anew.
  private static int ended(List<String> args) {
    try {
      return run(args);
    } catch (Exception e) {
      System.err.println("sluis: " + what(e));
      return 1;
    }
  }

  /// Of what we said ourselves all of it; of a library, which may repeat a value, only which fault.
  private static String what(Exception e) {
    return switch (e) {
      case SQLException sql ->
          "de database "
              + DatabaseCheck.why(sql)
              + "; `./sluis doctor --config` met dezelfde instellingen zegt wie en wat te doen";
      case BindException _ -> "een poort uit de instellingen is bezet, of niet van deze machine";
      case IllegalStateException ours -> "dit staat in de weg: " + ours.getMessage();
      default ->
          e.getCause() instanceof SQLException under
              ? what(under)
              : "er ging iets mis (" + e.getClass().getSimpleName() + ")";
    };
  }

  private static int run(List<String> args) throws Exception {
    return switch (String.join(" ", args.subList(0, Math.min(2, args.size())))) {
      case "serve --config" -> new ServeCommand(System.out, System.err).run(args);
      case "logboek controleer", "logboek uitvoer" ->
          LinesCommand.isMeant(args)
              ? new LinesCommand(System.out, System.err).run(args.subList(2, args.size()))
              : new LogbookCommand(System.out, System.err).run(args.subList(1, args.size()));
      case "sleutels wissel", "sleutels opruimen" ->
          new KeysCommand(System.out, System.err, InstantSource.system())
              .run(args.subList(1, args.size()));
      case "logboek herstel" ->
          new RestoreCommand(System.out, System.err, InstantSource.system())
              .run(args.subList(2, args.size()));
      case "partner aanmelden" ->
          new ApplyCommand(System.out, System.err, InstantSource.system())
              .run(args.subList(2, args.size()));
      case "partner vernieuw" ->
          new RenewCommand(System.out, System.err, InstantSource.system())
              .run(args.subList(2, args.size()));
      case "partner toelaten",
          "partner lijst",
          "partner schors",
          "partner hervat",
          "partner verwijder" ->
          new AdmitCommand(System.out, System.err, InstantSource.system())
              .run(args.subList(1, args.size()));
      case "partner stuur",
          "partner ontvang",
          "partner antwoord",
          "partner terugroep",
          "partner rectificeer",
          "partner retour",
          "partner intrekken",
          "partner controleer" ->
          new PartnerCommand(System.out, System.err, System.in, InstantSource.system())
              .run(args.subList(1, args.size()));
      case "partner werkplek" ->
          new DeskCommand(System.out, System.err, InstantSource.system())
              .run(args.subList(2, args.size()));
      case "logboek bewaren" -> RetentionCommand.report(args.subList(2, args.size()));
      default -> {
        if (!args.isEmpty() && args.getFirst().equals("stop")) {
          yield new HaltCommand(System.out, System.err, InstantSource.system())
              .run(args.subList(1, args.size()));
        }
        if (!args.isEmpty() && args.getFirst().equals("aflevering")) {
          yield new DeliveryCommand(System.out, System.err, InstantSource.system())
              .run(args.subList(1, args.size()));
        }
        if (!args.isEmpty() && args.getFirst().equals("doctor")) {
          yield new DoctorCommand(System.out, System.err, InstantSource.system())
              .run(args.subList(1, args.size()));
        }
        if (!args.isEmpty() && args.getFirst().equals("convenant")) {
          yield new ConvenantCommand(System.out, System.err).run(args.subList(1, args.size()));
        }
        System.err.println("Onbekende opdracht. `./sluis help` noemt wat er is.");
        yield WRONG_USE;
      }
    };
  }
}
