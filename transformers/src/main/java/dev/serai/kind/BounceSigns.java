package dev.serai.kind;

import dev.serai.message.MailMessage;
import dev.serai.mime.MessageIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bounces that are no reports in the sense of RFC 3464, by who sends them, what they return and how they call it. */
final class BounceSigns {
    private static final Set<String> SENDERS = Set.of("mailer-daemon", "mailerdaemon", "postmaster", "mmdf");
    private static final int HEAD = 64 << 10;
    private static final Pattern FAILURE = Pattern.compile("(?iU)undeliver|returned mail|return(?:ed|ing) to sender"
            + "|failure notice|delivery (?:has )?fail|delivery failure|delivery status notification ?\\(failure\\)"
            + "|mail delivery (?:failed|subsystem|system)|could ?n[o']t be delivered|non.?delivery|not delivered"
            + "|unzustellbar|nicht zugestellt|non remis|échec de la remise|no se pudo entregar|mancato recapito");
    private static final Pattern DELAY = Pattern.compile(
            "(?i)delay|warning: could not send|still being retried" + "|verzögert|not yet been delivered");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[ \\t>]*Message-ID:\\s*(<[^<>\\s]{1,900}>)");
    private static final Pattern STATUS = Pattern.compile("\\b([45]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern QMAIL = Pattern.compile("(?m)^<([^<>\\s]{1,300}@[^<>\\s]{1,300})>:");

    private final MailMessage message;
    private final ReportReader report;

    BounceSigns(MailMessage message, ReportReader report) {
        this.message = message;
        this.report = report;
    }

    /** Whether a mail system is the author. */
    boolean isFromMailSystem() {
        return SENDERS.contains(Headers.localPart(message.from()));
    }

    boolean hasFailedRecipients() {
        return message.header("X-Failed-Recipients").isPresent();
    }

    /** Whether a mail system says that something went wrong, or sends mail back. */
    boolean speaksOfFailure() {
        return FAILURE.matcher(message.subject()).find()
                || FAILURE.matcher(head()).find()
                || report.returnedMessageId() != null;
    }

    boolean speaksOfDelay() {
        return DELAY.matcher(message.subject()).find();
    }

    Bounce bounce() {
        return new Bounce(originalMessageId(), recipients());
    }

    private @Nullable String originalMessageId() {
        String returned = report.returnedMessageId();
        Matcher quoted = MESSAGE_ID.matcher(head());
        return returned == null && quoted.find() ? MessageIds.first(quoted.group(1)) : returned;
    }

    private List<BounceRecipient> recipients() {
        List<BounceRecipient> recipients = new ArrayList<>();
        for (String value : message.headerValues("X-Failed-Recipients")) {
            for (String address : value.split("[\\s,;<>]+", 100)) {
                if (address.indexOf('@') > 0) {
                    recipients.add(failed(address));
                }
            }
        }
        Matcher named = QMAIL.matcher(head());
        while (recipients.isEmpty() && named.find()) {
            recipients.add(failed(named.group(1)));
        }
        return recipients;
    }

    private BounceRecipient failed(String address) {
        Matcher status = STATUS.matcher(head());
        return new BounceRecipient(
                address, speaksOfDelay() ? "delayed" : "failed", status.find() ? status.group(1) : null);
    }

    private String head() {
        return message.text().substring(0, Math.min(HEAD, message.text().length()));
    }
}
