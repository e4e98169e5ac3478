package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.store.RawContent;
import dev.serai.store.RawTable.RawFacts;
import dev.serai.store.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * What an approval is for, as a digest: the composed bytes, all that the interaction says about itself, and the addresses of
 * the account that it would leave by. Any change of these makes another one.
 */
public record Seal(String account, String digest) {

    /**
     * Of an interaction as it is stored now.
     *
     * @throws NoAccountException when there is no account that it could leave by
     */
    public static Seal of(Tx tx, Interaction outbound, Generation generation) {
        AccountDefinition account = new AccountChoice(generation).forSending(outbound, null);
        String raw = tx.raw()
                .facts(outbound.tenant(), outbound.id())
                .map(RawFacts::sha256)
                .orElse("");
        List<Object> sealed = List.of(
                outbound.id().value(),
                outbound.version(),
                outbound.content(),
                raw,
                account.name().value(),
                account.from(),
                account.replyTo().orElse(""),
                account.bcc().orElse(""));
        return new Seal(account.name().value(), hex(Json.write(sealed)));
    }

    private static String hex(String text) {
        MessageDigest digest = RawContent.digest();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
