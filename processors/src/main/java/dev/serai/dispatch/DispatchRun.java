package dev.serai.dispatch;

import dev.serai.dispatch.Claims.Claimed;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.store.MadeTable;
import dev.serai.store.RawTable.SmallMail;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.StoredRaw;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try: an exchange made from nothing runs through the account's route; what came out is settled. */
final class DispatchRun {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchRun.class);
    /** The fact of a try that it went elsewhere than to its recipients. */
    static final String DIVERTED_TO = "divertedTo";

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);

    private final Store store;
    private final DispatchPolicy policy;

    DispatchRun(Store store, DispatchPolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /**
     * Sends; never throws.
     *
     * @param before DATA is not said before this is done: what became of the mail before is durable
     */
    SendResult send(Claimed claimed, Exits exits, Future<?> before) {
        BooleanSupplier moment = () -> momentBeforeData(claimed, before);
        try {
            SmallMail here = claimed.mail();
            if (here != null) {
                return route(exits, job(claimed, lines(claimed, here.transformed()), here.raw(), moment));
            }
            String tenant = claimed.work().tenant();
            InteractionId id = claimed.work().id();
            Optional<StoredRaw> transformed = store.made(tenant, id, MadeTable.MAIL);
            Optional<StoredRaw> mail = transformed.or(() -> store.received(tenant, id));
            return mail.isEmpty()
                    ? new SendResult.Failed(Fault.of(
                            Fault.Step.HUB, Fault.Kind.UNREADABLE, "the stored mail is gone; there is nothing to send"))
                    : route(exits, job(claimed, lines(claimed, transformed.isPresent()), mail.get(), moment));
        } catch (Throwable failure) { // an Error must not keep the mail for ever
            String reason = "not sent: " + Words.of(failure);
            LOG.debug("a mail could not be sent interaction={}", claimed.work().id(), failure);
            return SendResult.StoreAway.isCauseOf(failure)
                    ? new SendResult.StoreAway(Fault.Step.HUB, reason)
                    : new SendResult.Deferred(Fault.of(Fault.Step.HUB, Fault.Kind.POLICY, reason));
        }
    }

    /** What the events of the try tell. */
    Map<String, Object> facts(Claimed claimed) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("account", claimed.dispatch().account().value());
        String instead = divertedTo();
        if (instead != null) {
            facts.put(DIVERTED_TO, instead);
        }
        return facts;
    }

    /** Where all mail goes instead of to its recipients; null = to them. */
    private @Nullable String divertedTo() {
        return policy.mode() == DispatchMode.DIVERT ? policy.divertTo() : null;
    }

    private static SendResult route(Exits exits, DispatchJob job) {
        Throwable failure = run(exits, job);
        if (job.result().isPresent()) {
            return job.result().get();
        }
        if (!job.abandon()) {
            String words = "the route ended in the middle of sending";
            return new SendResult.Uncertain(Fault.of(
                    Fault.Step.CONTENT, Fault.Kind.POLICY, failure == null ? words : words + ": " + Words.of(failure)));
        }
        return new SendResult.Deferred(Fault.of(
                Fault.Step.HUB,
                Fault.Kind.POLICY,
                failure == null
                        ? "the route did not send: it came to its end without smtp-sink"
                        : "the route did not send: " + Words.of(failure)));
    }

    private static @Nullable Throwable run(Exits exits, DispatchJob job) {
        try {
            return exits.run("direct:dispatch-smtp-" + job.getAccount() + "?block=false", job)
                    .getException();
        } catch (Throwable failure) { // whatever it is, the job knows whether DATA was said
            LOG.debug("a route of an account failed account={}", job.getAccount(), failure);
            return failure;
        }
    }

    /** The account's header lines, where the mail has not got them yet. */
    private static String lines(Claimed claimed, boolean transformed) {
        return transformed ? "" : claimed.dispatch().headerPrefix();
    }

    private DispatchJob job(Claimed claimed, String lines, StoredRaw mail, BooleanSupplier moment) {
        DispatchRow row = claimed.dispatch();
        String instead = divertedTo();
        return instead == null
                ? new DispatchJob(row, lines, row.left(), new StoredBytes(mail), moment)
                : new DispatchJob(row, diverted(row, instead) + lines, List.of(instead), DivertedMail.of(mail), moment);
    }

    private static String diverted(DispatchRow row, String instead) {
        return "X-Serai-Diverted-To: " + instead + "\r\nX-Serai-Original-Recipients: "
                + String.join(",\r\n ", row.left()) + "\r\n";
    }

    private boolean momentBeforeData(Claimed claimed, Future<?> before) {
        boolean ours = store.writeNow(
                new Moment(claimed.work().fence(), claimed.dispatch().left(), divertedTo()));
        try {
            before.get(SETTLED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unsettled(interrupted);
        } catch (ExecutionException | TimeoutException notWritten) {
            throw unsettled(notWritten);
        }
        return ours;
    }

    private static StoreException.Unavailable unsettled(Exception reason) {
        return new StoreException.Unavailable("what became of the mail before could not be written", reason);
    }
}
