package dev.serai.dispatch;

import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A house whose account leads to a server that answers as a test tells it. */
abstract class Delivering {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open
    ScriptedSmtp smtp;

    @SuppressWarnings("NullAway.Init") // JUnit calls open
    DispatchHouse house;

    @BeforeEach
    final void open() {
        smtp = ScriptedSmtp.start();
        house = house(folder);
        account();
    }

    @AfterEach
    final void close() {
        smtp.heal();
        house.close();
        smtp.close();
    }

    /** One whose time passes by itself, unless a test wants another. */
    DispatchHouse house(Path itsFolder) {
        return new DispatchHouse(itsFolder);
    }

    /** Defines the account anew, with more parameters of its sink. */
    final DispatchHouse account(String... more) {
        return house.account(
                Stream.concat(Stream.of("host: 127.0.0.1", "port: " + smtp.port(), "security: none"), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Hands a mail over. */
    final InteractionId submit(String... to) {
        return house.submit(DispatchHouse.draft(to));
    }

    final void become(InteractionId id, DispatchRow.State state) {
        await().until(() -> house.dispatch(id).state() == state);
    }

    /** A mail for jo that came to be so. */
    final InteractionId became(DispatchRow.State state) {
        InteractionId id = submit("jo@example.org");
        become(id, state);
        return id;
    }

    /** Whom the server was told of. */
    final List<String> recipients() {
        return smtp.commands().stream()
                .filter(command -> command.startsWith("RCPT"))
                .toList();
    }
}
