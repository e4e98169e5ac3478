package dev.serai.dispatch;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.mime.RawSource;
import dev.serai.store.DispatchRow;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One try to send one mail: the body of the exchange that runs through the account's route. */
public final class DispatchJob {
    private final DispatchRow row;
    private final String header;
    private final List<String> recipients;
    private final RawSource raw;
    private final BooleanSupplier momentBeforeData;
    private volatile @Nullable SendResult result;
    private boolean recorded;
    private boolean taken;
    private boolean abandoned;

    DispatchJob(
            DispatchRow row, String header, List<String> recipients, RawSource raw, BooleanSupplier momentBeforeData) {
        this.row = row;
        this.header = header;
        this.recipients = List.copyOf(recipients);
        this.raw = raw;
        this.momentBeforeData = momentBeforeData;
    }

    public InteractionId getId() {
        return row.id();
    }

    /** The account that the mail was handed over to. */
    public AccountName getAccount() {
        return row.account();
    }

    /** The same on every try. */
    public String getMessageId() {
        return row.messageId();
    }

    /** What came out; empty while it was not tried. */
    public Optional<SendResult> result() {
        return Optional.ofNullable(result);
    }

    String sender() {
        return row.sender();
    }

    /** From and Reply-To of the account that the mail was handed over to. */
    String accountLines() {
        return row.headerPrefix();
    }

    /** The header lines in front of the stored mail. */
    String header() {
        return header;
    }

    List<String> recipients() {
        return recipients;
    }

    RawSource raw() {
        return raw;
    }

    /** Of the whole mail as it is sent, but for stuffed dots. */
    long octets() {
        return header.length() + raw.size();
    }

    /** True for the first who wants to send it; a route may call for it several times, or side by side. */
    synchronized boolean take() {
        boolean first = !taken && !abandoned;
        taken = true;
        return first;
    }

    /** Records durably that DATA is about to be said; false when the work was taken away, or the try is over. */
    synchronized boolean recordMomentBeforeData() {
        recorded = !abandoned && momentBeforeData.getAsBoolean();
        return recorded;
    }

    /** Ends the try: nobody who still has the job says DATA any more. False when the moment before DATA was passed. */
    synchronized boolean abandon() {
        abandoned = !recorded;
        return abandoned;
    }

    void done(SendResult outcome) {
        result = outcome;
    }

    /** Nothing of the mail gets into a log by way of `${body}`. */
    @Override
    public String toString() {
        return "dispatch of " + row.id();
    }
}
