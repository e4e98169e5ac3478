package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.InteractionId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an automatic answer is counted by.
 *
 * @param address whom it goes to, lower-case
 * @param domain of the address
 * @param thread that it is in
 * @param sameAs what the answered mail says, as a digest that is equal for equal mails; null where it says too little
 */
public record AnswerKey(
        String address,
        String domain,
        InteractionId thread,
        @Nullable String sameAs) {

    public static AnswerKey of(String address, InteractionId thread, @Nullable String sameAs) {
        String normal = ContactTable.normal(address);
        String domain = normal.substring(normal.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return new AnswerKey(normal, CleanText.clipped(domain, 255), thread, sameAs);
    }
}
