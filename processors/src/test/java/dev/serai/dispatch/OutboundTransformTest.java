package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.MadeTable;
import dev.serai.testing.ScriptedTransformer;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outbound transformers made is stored with the handing over, and is what leaves. */
class OutboundTransformTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String STAMP =
            "outbound:\n  - {name: stamp, type: " + ScriptedTransformer.class.getName() + ", config: {does: stamp}}\n";

    @TempDir
    private Path folder;

    private final SmtpSink sink = SmtpSink.start();

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void everyTryShouldSendWhatWasMadeOnce() {
        try (DispatchHouse house = house(STAMP)) {
            InteractionId id = house.store(null, DispatchHouse.draft("jo@example.org"));
            house.transformAndHandOver(id);
            byte[] made = bytes(house, id);
            sink.stop();
            house.live();
            await().atMost(SOON).until(() -> house.dispatch(id).state() == DispatchRow.State.DEFERRED);
            sink.restart();
            house.makeDue(id);
            await().atMost(SOON).until(() -> house.state(id) == State.STOPPED);
            SunkMail sent = sink.received().get(0);
            assertThat(sent.text()).contains("X-Stamp: seen").startsWith("From: ");
            assertThat(bytes(house, id)).isEqualTo(made);
            assertThat(house.store.received("default", id)).isPresent();
        }
    }

    @Test
    void composedMailShouldGoWithTheSendingWhereNobodyKeepsIt() {
        try (DispatchHouse house = house("keepSent: false\n" + STAMP)) {
            InteractionId stamped = house.store(null, large("jo@example.org"));
            InteractionId plain = house.store(null, DispatchHouse.draft("jo@example.org"));
            house.transformAndHandOver(stamped);
            house.handOver(plain);
            assertThat(house.store.received("default", stamped)).isPresent();
            house.live();
            await().atMost(SOON)
                    .until(() -> house.state(stamped) == State.STOPPED && house.state(plain) == State.STOPPED);
            assertThat(house.store.received("default", stamped)).isEmpty();
            assertThat(house.store.received("default", plain)).isPresent();
            assertThat(bytes(house, stamped).length).isGreaterThan(2 << 20);
            assertThat(sink.received()).anyMatch(mail -> mail.text().contains("X-Stamp: seen"));
        }
    }

    private DispatchHouse house(String transformers) {
        return new DispatchHouse(folder)
                .transformers(transformers)
                .account("host: 127.0.0.1", "port: " + sink.port(), "security: none");
    }

    @Test
    void textThatIsTooLongToBeChangedWithoutLossShouldLeaveAsItWas() {
        try (DispatchHouse house = house(STAMP)) {
            String text = "0123456789 and so on\n".repeat(120_000);
            InteractionId id =
                    house.store(null, DispatchHouse.draft(OutboundDraft.Kind.NEW, "Long", text, "jo@example.org"));
            house.transformAndHandOver(id);
            assertThat(house.store.made("default", id, MadeTable.MAIL)).isEmpty();
            assertThat(house.store
                            .read(tx -> tx.events().timeline("default", id))
                            .toString())
                    .contains("what it made cannot be written: a text of the mail has");
        }
    }

    private static OutboundDraft large(String to) {
        OutboundDraft draft = DispatchHouse.draft(to);
        return new OutboundDraft(
                draft.kind(),
                draft.to(),
                draft.cc(),
                draft.bcc(),
                draft.subject(),
                draft.text(),
                draft.html(),
                List.of(Attached.of("large.bin", "application/octet-stream", new byte[2 << 20])),
                draft.response(),
                draft.language());
    }

    private static byte[] bytes(DispatchHouse house, InteractionId id) {
        try (var in =
                house.store.made("default", id, MadeTable.MAIL).orElseThrow().open()) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
