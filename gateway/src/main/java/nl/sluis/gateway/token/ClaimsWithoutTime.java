package nl.sluis.gateway.token;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Demands issuer, one audience and all required claims; time is judged where the clock is.
record ClaimsWithoutTime(String issuer, String audience, Set<String> required)
    implements JWTClaimsSetVerifier<SecurityContext> {

  @Override
  public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
      throws BadJWTException {
    if (!issuer.equals(claims.getIssuer())) {
      throw new BadJWTException("`iss` is not ours");
    }
    if (!claims.getAudience().equals(List.of(audience))) {
      throw new BadJWTException("`aud` is not this interface");
    }
    for (var claim : required) {
      if (claims.getClaim(claim) == null) {
        throw new BadJWTException("`" + claim + "` is missing");
      }
    }
  }
}
