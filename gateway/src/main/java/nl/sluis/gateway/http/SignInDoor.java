package nl.sluis.gateway.http;

import java.sql.SQLException;
import nl.sluis.gateway.person.PersonCheck;
import nl.sluis.gateway.person.SignInFault;
import nl.sluis.gateway.person.SignedIn;

/// Lets in who logged in, and nobody else. May be shared between threads.
public final class SignInDoor {
  private final PersonCheck people;

  /// @param people knows who somebody is
  public SignInDoor(PersonCheck people) {
    this.people = people;
  }

  /// What answers somebody who logged in.
  interface PersonEndpoint {
    Reply answer(SignedIn who, Request request) throws InputFault, SQLException;
  }

  /// For people who logged in only.
  Door.Endpoint person(PersonEndpoint endpoint) {
    return request -> answer(endpoint, request);
  }

  private Reply answer(PersonEndpoint endpoint, Request request)
      throws SignInFault, InputFault, SQLException {
    return endpoint.answer(people.check(request.authorization(), request.at()), request);
  }
}
