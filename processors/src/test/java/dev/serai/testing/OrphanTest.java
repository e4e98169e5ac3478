package dev.serai.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrphanTest {
    @Test
    void serversShouldDieWithAKilledJvm() throws IOException {
        try (WorkFolder folder = WorkFolder.create("orphan");
                ChildJvm child =
                        ChildJvm.start(Servers.class, List.of("-Djava.io.tmpdir=" + folder.path()), List.of())) {
            List<Integer> ports =
                    List.of(child.awaitLine(line -> line.startsWith("ports "), Duration.ofSeconds(60))
                                    .split(" "))
                            .stream()
                            .skip(1)
                            .map(Integer::valueOf)
                            .toList();

            child.kill();

            await().atMost(Duration.ofSeconds(20)).until(() -> ports.stream().noneMatch(Ports::open));
        }
    }

    static final class Servers {
        public static void main(String[] arguments) throws InterruptedException {
            int dovecot = Dovecot.start().ports().imap();
            int sink = SmtpSink.start().port();
            int postgres = Postgres.start().port();
            System.out.println("ports " + dovecot + " " + sink + " " + postgres);
            Thread.currentThread().join();
        }
    }
}
