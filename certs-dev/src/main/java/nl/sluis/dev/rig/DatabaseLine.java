package nl.sluis.dev.rig;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;

/// The line between a gateway and PostgreSQL, which breaks or stalls at a statement that was
/// chosen.
///
/// It reads what goes over it (the frontend/backend protocol of PostgreSQL, version 3) and changes
/// nothing of it, so that the gateway and the database meet only what a cable can do to them. May
/// be shared between threads.
public final class DatabaseLine implements AutoCloseable {
  private final DevDatabase database;
  private final ServerSocket listener;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);
  private final LongAdder asked = new LongAdder();
  private volatile boolean whole = true;

  private DatabaseLine(DevDatabase database, ServerSocket listener) {
    this.database = database;
    this.listener = listener;
  }

  /// Lays a line to this database.
  public static DatabaseLine to(DevDatabase database) {
    try {
      var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      var line = new DatabaseLine(database, listener);
      Thread.ofVirtual().start(line::accept);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The database as it is reached over this line.
  public DevDatabase database() {
    return new DevDatabase(listener.getLocalPort(), database.name());
  }

  /// How many statements went over it until now.
  public long asked() {
    return asked.sum();
  }

  /// Cuts the whole line the next time that this moment comes, until it is mended.
  public Break cutAt(Moment moment) {
    return set(new Break(moment, this::cut));
  }

  /// Stalls the line the next time that this moment comes, until it is cut.
  public Break stallAt(Moment moment) {
    return set(new Break(moment, () -> {}));
  }

  private Break set(Break broken) {
    next.set(broken);
    return broken;
  }

  /// Breaks every connection, and lets no new one through.
  public void cut() {
    whole = false;
    next.set(Break.NEVER);
    wires.forEach(Wire::close);
  }

  /// Lets connections through again.
  public void mend() {
    whole = true;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var gateway = listener.accept();
        if (whole) {
          open(gateway);
        } else {
          gateway.close();
        }
      } catch (IOException _) {
        // Who could not be connected sees that its line is closed.
      }
    }
  }

  private void open(Socket gateway) throws IOException {
    var wire = new Wire(gateway, new Socket("localhost", database.port()));
    wires.add(wire);
    Thread.ofVirtual().start(wire::carryQuestions);
    Thread.ofVirtual().start(wire::carryAnswers);
  }

  @Override
  public void close() {
    cut();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One connection, both ways. After a break it carries nothing more, and stands until it is cut.
  private final class Wire {
    private final Socket gateway;
    private final Socket server;
    private final Statements statements = new Statements();

    /// What is to happen once the server is ready with what it was asked.
    private volatile Break afterAnswer = Break.NEVER;

    Wire(Socket gateway, Socket server) throws IOException {
      this.gateway = gateway;
      this.server = server;
      gateway.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    }

    void carryQuestions() {
      try {
        var from = new DataInputStream(new BufferedInputStream(gateway.getInputStream()));
        var to = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
        greet(from, to);
        while (true) {
          var message = WireMessage.read(from);
          if (message.isStatement()) {
            asked.increment();
          }
          var broken = next.get();
          if (statements.runs(message, broken.moment())
              && next.compareAndSet(broken, Break.NEVER)) {
            if (!broken.moment().carriedOut()) {
              broken.happen();
              return;
            }
            afterAnswer = broken;
          }
          message.write(to);
        }
      } catch (IOException _) {
        close();
      }
    }

    void carryAnswers() {
      try {
        var from = new DataInputStream(new BufferedInputStream(server.getInputStream()));
        var to = new DataOutputStream(new BufferedOutputStream(gateway.getOutputStream()));
        while (true) {
          var message = WireMessage.read(from);
          var broken = afterAnswer;
          if (broken == Break.NEVER) {
            message.write(to);
          } else if (message.isReady()) {
            broken.happen();
            return;
          }
        }
      } catch (IOException _) {
        close();
      }
    }

    /// The first message has no type; whether it wants encryption is asked before it.
    private void greet(DataInputStream from, DataOutputStream to) throws IOException {
      var first = WireMessage.readUntyped(from);
      while (WireMessage.asksForEncryption(first)) {
        gateway.getOutputStream().write('N');
        first = WireMessage.readUntyped(from);
      }
      to.writeInt(first.length + Integer.BYTES);
      to.write(first);
      to.flush();
    }

    void close() {
      wires.remove(this);
      for (var socket : new Socket[] {gateway, server}) {
        try {
          socket.close();
        } catch (IOException _) {
          // It is closed then.
        }
      }
    }
  }
}
