package dev.serai.feedback;

import dev.serai.interaction.BounceInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one recipient of a mail of ours.
 *
 * @param address as we wrote to it
 */
record Told(
        String address,
        Fate fate,
        @Nullable String status,
        @Nullable String words) {

    /** For a person. */
    String reason() {
        String code = status == null ? "" : status + " ";
        return code + (words == null ? "the mail did not arrive" : words);
    }

    /**
     * Of whom a report speaks, each once. It may name an address that a mail was forwarded to: of a mail to one recipient it
     * speaks of that one all the same, of several nobody is blamed.
     *
     * @param failure whether the report as a whole is one of a failure
     * @param recipients whom the mail went to
     */
    static List<Told> by(BounceInfo report, boolean failure, List<String> recipients) {
        Map<String, Told> told = new LinkedHashMap<>();
        for (BounceInfo.Recipient one : said(report, failure)) {
            Fate.of(one)
                    .flatMap(fate -> whom(one, recipients)
                            .map(address -> new Told(address, fate, one.status(), one.diagnostic())))
                    .ifPresent(fact -> told.merge(fact.address(), fact, Told::worse));
        }
        return List.copyOf(told.values());
    }

    /** A failure that names nobody is told of the mail. */
    private static List<BounceInfo.Recipient> said(BounceInfo report, boolean failure) {
        List<BounceInfo.Recipient> said = new ArrayList<>(report.recipients());
        if (said.isEmpty() && failure) {
            said.add(new BounceInfo.Recipient(null, "failed", null, null));
        }
        return said;
    }

    private static Optional<String> whom(BounceInfo.Recipient one, List<String> recipients) {
        return named(one.address(), recipients)
                .or(() -> named(one.original(), recipients))
                .or(() -> recipients.size() == 1 ? Optional.of(recipients.get(0)) : Optional.empty());
    }

    private static Optional<String> named(@Nullable String address, List<String> recipients) {
        return recipients.stream()
                .filter(recipient -> recipient.equalsIgnoreCase(address))
                .findFirst();
    }

    private static Told worse(Told one, Told other) {
        return other.fate().compareTo(one.fate()) < 0 ? other : one;
    }
}
