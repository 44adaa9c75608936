package nl.sluis.gateway.aflevering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read of the answer of a receiver, and what is not.
class AnswerReaderSpec {
  private static Line.Said read(String answer) throws IOException, LineFault {
    var bytes = answer.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    return new AnswerReader(new ByteArrayInputStream(bytes)).read();
  }

  @Test
  void of_an_answer_without_a_receipt_the_head_alone_is_read() throws Exception {
    var said = read("HTTP/1.1 503 Druk\nRetry-After: 30\nContent-Type: application/jwt\n\nveel");

    assertThat(said.status()).isEqualTo(503);
    assertThat(said.patience()).contains(Duration.ofSeconds(30));
    assertThat(said.receipt()).isEmpty();
    assertThat(read("HTTP/1.1 200 OK\nContent-Length: 9999999\n\n").receipt()).isEmpty();
  }

  @Test
  void a_receipt_is_read_however_its_length_is_told() throws Exception {
    var head = "HTTP/1.1 200 OK\nContent-Type: Application/JWT; charset=us-ascii\n";

    assertThat(read(head + "Content-Length: 5\n\na.b.cveel").receipt()).contains("a.b.c");
    assertThat(read(head + "\na.b.c").receipt()).contains("a.b.c");
    assertThat(read(head + "Transfer-Encoding: chunked\n\n3\na.b\n2;x=y\n.c\n0\n\n").receipt())
        .contains("a.b.c");
    assertThat(read("HTTP/1.1 103 Early Hints\n\n" + head + "\na.b.c").receipt()).contains("a.b.c");
  }

  @ParameterizedTest
  @CsvSource({
    "'Content-Length: 4097\n\n', ontvangst-te-groot",
    "'Content-Length: 5\n\na.b', geen-antwoord",
    "'Content-Length: veel\n\n', antwoord-onleesbaar",
    "'Transfer-Encoding: chunked\n\n1001\n', ontvangst-te-groot",
    "'Transfer-Encoding: chunked\n\n-1\n', antwoord-onleesbaar",
    "'Transfer-Encoding: chunked\n\n3\na.bveel\n', antwoord-onleesbaar",
    "'Transfer-Encoding: chunked\n\n3\na.b', geen-antwoord"
  })
  void a_receipt_that_is_no_whole_one_confirms_nothing(String rest, String why) {
    assertThatThrownBy(() -> read("HTTP/1.1 200 OK\nContent-Type: application/jwt\n" + rest))
        .isInstanceOfSatisfying(LineFault.class, fault -> assertThat(fault.why()).isEqualTo(why));
  }
}
