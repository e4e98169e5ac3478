package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Message-ID that a provider gives to a mail in place of ours, by the last word of its answer to the final dot: Amazon
 * SES says `250 Ok 0100018…`, and its mail has `<0100018…@email.amazonses.com>`.
 */
final class ProviderMessageId {
    private static final Pattern WORD = Pattern.compile("[!-;=?-~]{1,200}");

    private ProviderMessageId() {}

    /** What was sent, with the Message-ID that it has now where the account says so. */
    static SendResult learnt(AccountDefinition account, SendResult result) {
        Optional<String> form = account.tokens().providerMessageId();
        if (form.isEmpty() || !(result instanceof SendResult.Sent sent)) {
            return result;
        }
        String word = sent.words().substring(sent.words().lastIndexOf(' ') + 1);
        return WORD.matcher(word).matches()
                ? new SendResult.Sent(sent.words(), form.get().replace("{reply}", word))
                : result;
    }
}
