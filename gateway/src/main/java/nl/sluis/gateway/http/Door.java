package nl.sluis.gateway.http;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nl.sluis.gateway.edge.Shares;
import nl.sluis.gateway.edge.TooMuch;
import nl.sluis.gateway.exchange.Refused;
import nl.sluis.gateway.meting.Stage;
import nl.sluis.gateway.meting.Watch;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.person.SignInFault;
import nl.sluis.gateway.sequencer.Busy;
import nl.sluis.gateway.sequencer.Unavailable;
import nl.sluis.gateway.token.AccessTokenCheck;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.gateway.token.TokenFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets nobody in without a certificate, nobody to data without a token that is bound to it, and
/// turns everything that goes wrong into one kind of answer. May be shared between threads.
public final class Door {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private final PeerCheck peers;
  private final AccessTokenCheck tokens;
  private final Crossings crossings;
  private final Shares shares;

  /// @param shares what each partner may ask
  Door(PeerCheck peers, AccessTokenCheck tokens, Crossings crossings, Shares shares) {
    this.peers = peers;
    this.tokens = tokens;
    this.crossings = crossings;
    this.shares = shares;
  }

  /// What answers a request; blocking is fine, it has a thread of its own.
  interface Endpoint {
    Reply answer(Request request)
        throws PeerFault, TokenFault, SignInFault, InputFault, Refused, JwsFault, SQLException;
  }

  /// What answers a partner.
  interface PartnerEndpoint {
    Reply answer(Authenticated partner, Request request)
        throws InputFault, Refused, JwsFault, SQLException;
  }

  /// What answers whoever has a certificate of a partner.
  interface PeerEndpoint {
    Reply answer(Peer peer, Request request) throws TokenFault, InputFault, SQLException;
  }

  /// What answers an acute report.
  interface AcuteEndpoint {
    Reply answer(PeerCheck.AcutePeer peer, Request request) throws Refused;
  }

  /// For partners only.
  Endpoint partner(PartnerEndpoint endpoint) {
    return sender(
        (partner, request) -> {
          shares.take(partner.peer().oin());
          return endpoint.answer(partner, request);
        });
  }

  /// For partners that bring a message: which share it takes is known once it is read.
  Endpoint sender(PartnerEndpoint endpoint) {
    return request -> {
      var peer = peers.check(request.certificates(), request.at());
      try (var _ = shares.enter(peer.oin())) {
        Authenticated partner;
        try {
          partner = tokens.check(one(request), peer, request.at());
        } catch (TokenFault fault) {
          return refused(fault, request);
        }
        Watch.current().lap(Stage.TOEGANG);
        return crossings.ordinary(
            peer.oin(),
            request,
            () -> answer(asked -> unseen(endpoint.answer(partner, asked), asked), request));
      }
    };
  }

  /// What is there and what is not sound the same to who may not act for the party it names.
  private static Reply unseen(Reply reply, Request request) {
    return reply.isWithoutMandate() && request.path().containsKey("id")
        ? Problem.notThere()
        : reply;
  }

  /// Who shows a token as an Outway does hears also in the words of FSC what is wrong with it.
  private static Reply refused(TokenFault fault, Request request) throws TokenFault {
    if (!request.fsc().authorised()) {
      throw fault;
    }
    var told =
        answer(
            _ -> {
              throw fault;
            },
            request);
    return told.with(
        Problem.FSC_ERROR,
        switch (fault.reason()) {
          case NO_TOKEN -> "ERROR_CODE_ACCESS_TOKEN_MISSING";
          case EXPIRED_TOKEN -> "ERROR_CODE_ACCESS_TOKEN_EXPIRED";
          case BAD_REQUEST,
              OTHER_GRANT,
              BAD_ASSERTION,
              USED_ASSERTION,
              BAD_TOKEN,
              OTHER_CERTIFICATE,
              SUSPENDED ->
              "ERROR_CODE_ACCESS_TOKEN_INVALID";
        });
  }

  /// For whoever has a certificate, as at the token endpoint.
  Endpoint peer(PeerEndpoint endpoint) {
    return request -> {
      var peer = peers.check(request.certificates(), request.at());
      shares.take(peer.oin());
      return endpoint.answer(peer, request);
    };
  }

  /// For acute danger: a certificate that is not revoked is enough, and every answer says whom to
  /// phone.
  Endpoint acute(AcuteEndpoint endpoint) {
    return request ->
        answer(
                asked -> {
                  var peer = peers.checkAcute(asked.certificates(), asked.at());
                  Watch.current().lap(Stage.TOEGANG);
                  return crossings.urgent(
                      peer.peer().oin(),
                      asked,
                      () -> answer(inner -> endpoint.answer(peer, inner), asked));
                },
                request)
            .withPhones();
  }

  private static @Nullable String one(Request request) {
    return request.authorization().size() == 1 ? request.authorization().getFirst() : null;
  }

  /// The answer to a request, whatever happens.
  static Reply answer(Endpoint endpoint, Request request) {
    try {
      return endpoint.answer(request);
    } catch (PeerFault fault) {
      LOG.info("certificate refused: {}: {}", fault.code(), fault.detail());
      return Problem.of(fault);
    } catch (TokenFault fault) {
      LOG.info("token refused: {}: {}", fault.code(), fault.detail());
      return Problem.of(fault);
    } catch (SignInFault fault) {
      LOG.info("sign-in refused: {}", fault.reason().code());
      return Problem.of(fault);
    } catch (Refused refused) {
      LOG.info("message refused: {}", refused.fault().code().code());
      return Problem.of(refused.fault());
    } catch (InputFault fault) {
      return Problem.of(fault);
    } catch (JwsFault fault) {
      return Problem.of(fault);
    } catch (SQLException e) {
      LOG.warn("the database failed: sqlstate {}", e.getSQLState());
      return Problem.unavailable();
    } catch (RuntimeException | Error e) {
      return defect(e);
    }
  }

  private static Reply defect(Throwable e) {
    var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return switch (cause) {
      case Busy _ -> Problem.busy();
      case TooMuch much -> Problem.tooMuch(much.waitSeconds());
      case Unavailable _ -> Problem.unavailable();
      default -> {
        // The class and place say enough; a message might hold what it should not.
        LOG.error(
            "defect: {} at {}",
            cause.getClass().getName(),
            cause.getStackTrace().length > 0 ? cause.getStackTrace()[0] : "?");
        yield Problem.defect();
      }
    };
  }

  /// Waits for work that was put in line.
  static <T> T await(CompletableFuture<T> work) {
    return work.join();
  }
}
