package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.interaction.AccountName;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * The Java behind the kamelet `smtp-sink`: sends the job by the account whose route calls it. The result is in the job.
 */
public final class SmtpSinkProcessor implements Processor {
    /** The bean's name in the kamelet. */
    public static final String BEAN = "smtpSink";

    private static final String STEP = "SeraiStep";
    private static final String PREFIX = "dispatch-smtp-";

    private final Supplier<Generation> generation;
    private final SmtpSender sender;

    public SmtpSinkProcessor(Supplier<Generation> generation, SmtpSender sender) {
        this.generation = generation;
        this.sender = sender;
    }

    /** @throws IllegalStateException when no dispatch runs through the route */
    @Override
    public void process(Exchange exchange) {
        DispatchJob job = exchange.getMessage().getBody(DispatchJob.class);
        if (job == null) {
            throw new IllegalStateException(
                    "smtp-sink sends what the dispatcher gives; this exchange's body is something else");
        }
        if (!job.take()) {
            throw new IllegalStateException(
                    "smtp-sink sends a dispatch once; this try of it has its result, or is over");
        }
        job.done(send(exchange, job));
    }

    private SendResult send(Exchange exchange, DispatchJob job) {
        String step = exchange.getProperty(STEP, "", String.class);
        String route = step.split("/", 2)[0];
        AccountDefinition account = route.startsWith(PREFIX)
                ? generation.get().accounts().get(AccountName.of(route.substring(PREFIX.length())))
                : null;
        if (account == null) {
            return notThisWay("step '" + step + "' belongs to no account of the live files");
        }
        if (!maySendAs(account, job)) {
            return notThisWay("account '" + account.name() + "' may not send as the address of account '"
                    + job.getAccount() + "'; add it to its alsoFrom");
        }
        return ProviderMessageId.learnt(account, sender.send(account, job));
    }

    private static SendResult notThisWay(String reason) {
        return new SendResult.Deferred(Fault.of(Fault.Step.HUB, Fault.Kind.POLICY, reason));
    }

    private static boolean maySendAs(AccountDefinition account, DispatchJob job) {
        if (account.name().equals(job.getAccount())) {
            return true;
        }
        List<String> own = Stream.concat(Stream.of(account.from()), account.alsoFrom().stream())
                .map(text -> Addresses.parse("from", text).address().toLowerCase(Locale.ROOT))
                .toList();
        return HeaderLines.from(job.accountLines()).stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .allMatch(own::contains);
    }
}
