package dev.serai.intake;

import dev.serai.conversation.Joining;
import dev.serai.conversation.LateParents;
import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.MailPoint;
import dev.serai.files.MailboxDefinition.JoinBySubject;
import dev.serai.files.QueueDefinition;
import dev.serai.files.TenantAddresses;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.queue.QueueStep;
import dev.serai.store.ForeignQueueException;
import dev.serai.store.Store;
import dev.serai.store.StoredRaw;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import dev.serai.transform.ChainResult;
import dev.serai.transform.FailureAction;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The work of the queue `intake`: reads the stored mail and places it in its point's queue. */
public final class IntakeStep implements QueueStep {
    private static final QueueName INBOUND = QueueName.of("inbound");

    private final Store store;
    private final Supplier<Generation> generation;
    private final Supplier<MailIntake> intake;
    private final Joining joining;
    private final Storm storm;

    public IntakeStep(
            Store store, Supplier<Generation> generation, Supplier<MailIntake> intake, Joining joining, Storm storm) {
        this.store = store;
        this.generation = generation;
        this.intake = intake;
        this.joining = joining;
        this.storm = storm;
    }

    @Override
    public String stage() {
        return "intake";
    }

    @Override
    public String actor() {
        return "intake";
    }

    @Override
    public Unit<Boolean> decide(Interaction interaction) throws IOException, PutAside {
        Optional<StoredRaw> raw = store.raw(interaction.tenant(), interaction.id());
        if (raw.isEmpty()) {
            throw new PutAside("no-raw", "there are no raw bytes to read");
        }
        Generation live = generation.get();
        MailPoint mailbox = point(live, interaction.origin().capturePoint());
        Reading reading = intake.get().read(new StoredMail(raw.get()), mailbox, interaction.tenant());
        try {
            return commit(interaction, reading, live, mailbox);
        } catch (IOException | PutAside | RuntimeException given) {
            reading.chain().close();
            throw given;
        }
    }

    private IntakeCommit commit(Interaction interaction, Reading reading, Generation live, @Nullable MailPoint mailbox)
            throws IOException, PutAside {
        ChainResult.Stop stop = reading.chain().stop();
        if (stop != null) {
            throw stopped(stop);
        }
        CrashWindow.INTAKE_READ.pass();
        SplitByRecipient split = SplitByRecipient.of(reading.message(), mailbox, ours(interaction), Clock.systemUTC());
        boolean keep = live.transformers().keepReceived();
        By by = new By(actor(), null, live.id());
        return new IntakeCommit(
                interaction,
                reading,
                split,
                target(live, mailbox, interaction),
                keep,
                threading(interaction, mailbox),
                storm,
                by);
    }

    private TenantAddresses ours(Interaction interaction) {
        return intake.get().own().to(interaction.tenant());
    }

    private Threading threading(Interaction interaction, @Nullable MailPoint mailbox) {
        return new Threading(
                joining,
                new LateParents(joining),
                ours(interaction),
                mailbox == null ? JoinBySubject.NEVER : mailbox.joinBySubject());
    }

    private static PutAside stopped(ChainResult.Stop stop) throws IOException {
        if (stop.action() == FailureAction.RETRY) {
            throw new IOException(stop.reason());
        }
        return new PutAside("transformer-failed", stop.reason());
    }

    private static @Nullable MailPoint point(Generation live, @Nullable PointName point) {
        return point == null ? null : live.mailPoint(point).orElse(null);
    }

    /** The point's queue; `inbound` for mail of a point that is gone or never was one. */
    private static QueueName target(Generation live, @Nullable MailPoint mailbox, Interaction mail) throws PutAside {
        QueueName queue = mailbox == null ? INBOUND : mailbox.point().queue();
        QueueDefinition declared = live.queues().get(queue);
        if (declared == null) {
            throw new PutAside("undeclared-queue", "queue '" + queue + "' is not declared in config/queues/");
        }
        if (!Belonging.may(mail.tenant(), declared)) {
            throw new PutAside("foreign-queue", ForeignQueueException.words(mail.tenant(), queue));
        }
        return queue;
    }
}
