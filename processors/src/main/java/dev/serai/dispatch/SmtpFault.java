package dev.serai.dispatch;

import dev.serai.dispatch.Fault.Step;
import jakarta.mail.MessagingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/** Says what a failed transaction means for the mail, and for each of its recipients. */
final class SmtpFault {
    private final MessagingException failure;
    private final Conversation talk;
    private final Map<String, Fault> deferred = new LinkedHashMap<>();
    private final Map<String, Fault> failed = new LinkedHashMap<>();

    SmtpFault(MessagingException failure, Conversation talk) {
        this.failure = failure;
        this.talk = talk;
        collectRecipients();
    }

    /** @param taken whether the server took it for those that it did not refuse */
    SendResult result(List<String> recipients, boolean taken) {
        List<String> others = recipients.stream()
                .filter(one -> !deferred.containsKey(one) && !failed.containsKey(one))
                .toList();
        if (taken) {
            return new SendResult.Partly(others, deferred, failed);
        }
        if (others.isEmpty() && recipients.size() > 1) {
            return new SendResult.Partly(List.of(), deferred, failed);
        }
        Fault fault = others.isEmpty() ? only() : Faults.of(talk, failure);
        if (talk.step() == Step.DOT && !talk.isRefused()) {
            return new SendResult.Uncertain(
                    new Fault(fault.step(), fault.kind(), fault.status(), "after the final dot: " + fault.words()),
                    deferred,
                    failed);
        }
        return (deferred.isEmpty() && failed.isEmpty()) || others.isEmpty() ? whole(fault) : partly(others, fault);
    }

    private Fault only() {
        return (failed.isEmpty() ? deferred : failed).values().iterator().next();
    }

    private static SendResult whole(Fault fault) {
        return Faults.isFinal(fault) ? new SendResult.Failed(fault) : new SendResult.Deferred(fault);
    }

    /** Some were refused already, which does not become undone. */
    private SendResult partly(List<String> others, Fault fault) {
        others.forEach(one -> (Faults.isFinal(fault) ? failed : deferred).put(one, fault));
        return new SendResult.Partly(List.of(), deferred, failed);
    }

    private void collectRecipients() {
        for (Exception next = failure; next instanceof MessagingException known; next = known.getNextException()) {
            if (known instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= 400) {
                Fault fault = Fault.ofRefusal(Step.RCPT, refused.getReturnCode(), String.valueOf(refused.getMessage()));
                add(refused.getAddress().getAddress(), fault);
            }
        }
        talk.refusals().forEach(this::add);
    }

    private void add(String address, Fault refusal) {
        if (!deferred.containsKey(address) && !failed.containsKey(address)) {
            (Faults.isFinal(refusal) ? failed : deferred).put(address, refusal);
        }
    }
}
