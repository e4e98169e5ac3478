package dev.serai.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which account a mail would leave, and who it would be from.
 *
 * @param replyTo where answers go; absent where that is `from`. An account with `replyToken` puts a token behind its plus
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeavesBy(
        AccountName account, Party from, @Nullable Party replyTo) {

    /**
     * Of an outbound mail.
     *
     * @param named by the strategy's step; null where it names none
     * @throws NoAccountException when there is none
     */
    public static LeavesBy of(Generation files, Interaction outbound, @Nullable AccountName named) {
        AccountDefinition account = new AccountChoice(files).forSending(outbound, named);
        Party from = Sender.leaving(account, outbound.content().from());
        return new LeavesBy(
                account.name(),
                from,
                account.replyTo().map(to -> Addresses.parse("replyTo", to)).orElse(null));
    }

    /** In a line. */
    public String words() {
        return account + ", From " + Addresses.header("From", List.of(from))
                + (replyTo == null ? "" : ", Reply-To " + Addresses.header("Reply-To", List.of(replyTo)));
    }
}
