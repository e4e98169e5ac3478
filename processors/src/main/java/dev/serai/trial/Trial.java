package dev.serai.trial;

import dev.serai.chain.Chains;
import dev.serai.conversation.Collaboration;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.Generation;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.QueueDefinition;
import dev.serai.intake.MailIntake;
import dev.serai.intake.Reading;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Outside;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.StrategyRunner;
import dev.serai.transform.ChainResult;
import dev.serai.transform.TransformerOutcome;
import dev.serai.trial.Situation.Authorship;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dry runs of mail through one generation, from intake to the first client queue or ending. Needs no database. */
public final class Trial implements AutoCloseable {
    private static final QueueName INBOUND = QueueName.of("inbound");

    private static final QueueName OUTBOUND = PreparedOutbound.QUEUE;

    private final Playbook playbook;
    private final MailIntake intake;
    private final Chains chains;
    private final Departures departures;
    private final OutboundSide outbound;
    private final StrategyContext strategies;
    private final StrategyRunner runner;
    private final Deadline deadline;

    /**
     * Runs mail on the caller's thread, however long it takes.
     *
     * @throws TrialException when the strategies of the generation cannot be loaded
     */
    public Trial(Playbook playbook, ClassLoader transformerClasses) throws TrialException {
        this(playbook, transformerClasses, null);
    }

    /**
     * As {@link #Trial(Playbook, ClassLoader)}.
     *
     * @param deadline how long the run of one mail may take; null for any time
     */
    public Trial(Playbook playbook, ClassLoader transformerClasses, @Nullable Duration deadline) throws TrialException {
        this.playbook = playbook;
        this.deadline = new Deadline(deadline);
        this.chains = Chains.forTrial(playbook.generation(), transformerClasses);
        this.departures = new Departures(chains, playbook.generation());
        this.outbound = new OutboundSide(playbook.generation());
        this.intake = new MailIntake(playbook.generation(), chains);
        this.strategies = StrategyContext.start(playbook.generation());
        this.runner = new StrategyRunner(strategies.camel());
    }

    /** The files that decide. */
    public Generation generation() {
        return playbook.generation();
    }

    /**
     * One mail.
     *
     * @param file its name in the report
     * @param point the capture point it is tried through; null picks the one whose address is in To or Cc
     * @param now the time at which it is tried; it counts as received then
     * @throws IOException when its bytes cannot be read
     * @throws OverdueException when it takes too long
     */
    public TrialReport run(String file, RawSource raw, @Nullable PointName point, Instant now)
            throws IOException, TrialException {
        return run(file, raw, point, Situation.NEW, now, playbook.outside());
    }

    /**
     * As {@link #run(String, RawSource, PointName, Instant)}, as mail of a tenant, whose points alone are picked.
     *
     * @param tenant null = whose point it is
     */
    public TrialReport run(
            String file, RawSource raw, @Nullable PointName point, @Nullable TenantName tenant, Instant now)
            throws IOException, TrialException {
        return run(file, raw, point, Situation.of(tenant), now, playbook.outside());
    }

    /** As {@link #run(String, RawSource, PointName, Instant)}, from a strategy's queue on, whatever point would take it. */
    public TrialReport runIn(QueueName queue, String file, RawSource raw, Instant now)
            throws IOException, TrialException {
        return run(file, raw, null, Situation.in(queue), now, playbook.outside());
    }

    /** As {@link #run(String, RawSource, PointName, Instant)}, in a situation, in `outbound` as outbound mail; asking others
     * than the playbook does. */
    TrialReport run(
            String file, RawSource raw, @Nullable PointName point, Situation situation, Instant now, Outside outside)
            throws IOException, TrialException {
        return deadline.within(() -> run(raw, point, file, situation, now, outside));
    }

    private TrialReport run(
            RawSource raw, @Nullable PointName point, String file, Situation situation, Instant now, Outside outside)
            throws IOException {
        long start = System.nanoTime();
        QueueName first = situation.first();
        MailboxDefinition mailbox = MailboxOfMail.of(generation(), raw, point, situation.tenant());
        Oversize taken = Oversize.of(raw, mailbox);
        String tenant = tenant(situation, mailbox);
        Reading reading = OUTBOUND.equals(first)
                ? intake.read(chains.untouched(taken.raw()), mailbox, tenant)
                : intake.read(taken.raw(), mailbox, tenant);
        try {
            return run(file, taken, reading, mailbox, situation, now, outside, start);
        } finally {
            reading.chain().close();
        }
    }

    /** What intake makes of a mail that is received now, before any strategy. */
    public Interaction read(RawSource raw, Instant now) throws IOException {
        MailboxDefinition mailbox = MailboxOfMail.of(generation(), raw, null, null);
        Oversize taken = Oversize.of(raw, mailbox);
        String tenant = tenant(Situation.NEW, mailbox);
        Reading reading = intake.read(taken.raw(), mailbox, tenant);
        try {
            return Birth.of(reading, taken, mailbox, Situation.NEW, now, tenant);
        } finally {
            reading.chain().close();
        }
    }

    private TrialReport run(
            String file,
            Oversize taken,
            Reading reading,
            @Nullable MailboxDefinition mailbox,
            Situation situation,
            Instant now,
            Outside outside,
            long start)
            throws IOException {
        QueueName first = situation.first();
        String tenant = tenant(situation, mailbox);
        Interaction interaction = Birth.of(reading, taken, mailbox, situation, now, tenant);
        Interaction reply = situation.reply() == null ? null : reply(situation.reply(), now, tenant);
        Course course =
                new Course(runner, playbook.asking(outside), interaction, now).after(situation.waiting(reply), reply);
        if (OUTBOUND.equals(first)) {
            course.written(outbound.written(reading, interaction, situation.authorship(), now));
        }
        ChainResult.Stop stop = reading.chain().stop();
        if (stop == null) {
            course.run(
                    first != null
                            ? first
                            : mailbox == null ? INBOUND : mailbox.point().queue());
        }
        boolean leaves = OUTBOUND.equals(first)
                && QueueDefinition.DISPATCH.equals(
                        course.interaction().standing().queue());
        List<TransformerOutcome> outcomes =
                leaves ? departures.of(taken.raw()) : reading.chain().outcomes();
        return new TrialReports(reading, taken, course, departures)
                .of(file, outcomes, leaves ? outbound.leavesBy(course) : null, start);
    }

    /** As an expert's answer. */
    private Interaction reply(RawSource mail, Instant now, String tenant) throws IOException {
        Reading reading = intake.read(chains.untouched(mail), null, tenant);
        try {
            Situation answer = new Situation(null, Collaboration.ANSWER, Map.of(), "", null, Authorship.NONE, null);
            return Birth.of(reading, Oversize.of(mail, null), null, answer, now, tenant);
        } finally {
            reading.chain().close();
        }
    }

    /** As the test says, else the point's, else that of the queue that it begins in. */
    private String tenant(Situation situation, @Nullable MailboxDefinition mailbox) {
        QueueName first = situation.first();
        return Optional.ofNullable(situation.tenant())
                .or(() -> Optional.ofNullable(mailbox).map(box -> box.point().tenantName()))
                .or(() -> Optional.ofNullable(first).flatMap(generation()::tenantOf))
                .orElse(TenantName.DEFAULT)
                .value();
    }

    @Override
    public void close() {
        runner.close();
        strategies.close();
    }
}
