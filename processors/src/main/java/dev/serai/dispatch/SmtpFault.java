package dev.serai.dispatch;

import jakarta.mail.MessagingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Says what an exception of the transport means for the mail, and for each of its recipients. */
final class SmtpFault {
    /** The login is wrong or missing (RFC 4954 section 6): a matter of the account, not of the mail. */
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    private final MessagingException fault;
    private final SmtpConnection.Phase phase;
    private final boolean dotNeverSaid;
    private final Map<String, String> deferred = new LinkedHashMap<>();
    private final Map<String, String> failed = new LinkedHashMap<>();

    SmtpFault(MessagingException fault, SmtpConnection.Phase phase, boolean dotNeverSaid) {
        this.fault = fault;
        this.phase = phase;
        this.dotNeverSaid = dotNeverSaid;
        collectRecipients();
    }

    SendResult result(List<String> recipients) {
        return switch (phase) {
            case TAKEN -> taken(recipients);
            case DATA_SAID ->
                dotNeverSaid
                        ? new SendResult.Deferred(Words.of(fault), false)
                        : new SendResult.Uncertain("the connection ended after DATA: " + words());
            case REFUSED -> answered();
            case BEFORE_DATA -> deferred.isEmpty() && failed.isEmpty() ? answered() : byRecipient();
        };
    }

    /** Some were refused before DATA; the others have it. */
    private SendResult taken(List<String> recipients) {
        List<String> sent = recipients.stream()
                .filter(recipient -> !deferred.containsKey(recipient) && !failed.containsKey(recipient))
                .toList();
        return new SendResult.Partly(sent, deferred, failed);
    }

    private SendResult byRecipient() {
        if (failed.isEmpty()) {
            return new SendResult.Deferred(String.join("; ", Set.copyOf(deferred.values())), false);
        }
        return deferred.isEmpty()
                ? new SendResult.Failed(String.join("; ", Set.copyOf(failed.values())))
                : new SendResult.Partly(List.of(), deferred, failed);
    }

    private SendResult answered() {
        int code = fault instanceof SMTPSendFailedException answer ? answer.getReturnCode() : -1;
        if (code >= 500 && !LOGIN.contains(code)) {
            return new SendResult.Failed(words());
        }
        return new SendResult.Deferred(words(), code <= 0 || LOGIN.contains(code));
    }

    private String words() {
        if (fault instanceof SMTPSendFailedException answer) {
            return answer.getReturnCode() > 0
                    ? Words.of(fault.getMessage())
                    : "the server closed the connection at " + verb(answer.getCommand());
        }
        return Words.of(fault);
    }

    /** Without the addresses of the command. */
    private static String verb(String command) {
        return command.equals(".") ? "the final dot" : command.split("[ :]", 2)[0];
    }

    /** 552 means too many recipients (RFC 5321 section 4.5.3.1.10), unless it says that the mail is too large. */
    private static boolean isTooMany(SMTPAddressFailedException refused) {
        return refused.getReturnCode() == 552
                && !String.valueOf(refused.getMessage()).contains("5.3.4");
    }

    private void collectRecipients() {
        for (Exception next = fault; next instanceof MessagingException known; next = known.getNextException()) {
            if (known instanceof SMTPAddressFailedException refused) {
                String address = refused.getAddress().getAddress();
                String words = Words.of(refused.getMessage());
                boolean forEver = refused.getReturnCode() >= 500 && !isTooMany(refused);
                (forEver ? failed : deferred).put(address, words);
            }
        }
    }
}
