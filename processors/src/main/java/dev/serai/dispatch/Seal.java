package dev.serai.dispatch;

import dev.serai.conversation.ThreadTokens;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.TransformerDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.store.RawContent;
import dev.serai.store.RawTable.RawFacts;
import dev.serai.store.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * What an approval is for, as a digest: the composed bytes, all that the interaction says about itself, what the account
 * that it would leave by puts around it, and which transformers it would go through. Any change of these makes another one.
 */
public record Seal(String account, String digest) {

    /**
     * Of an interaction as it is stored now.
     *
     * @throws NoAccountException when there is no account that it could leave by
     */
    static Seal of(Tx tx, Interaction outbound, Generation generation, ThreadTokens tokens) {
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
                Envelope.of(outbound, account, tokens),
                transformers(generation));
        return new Seal(account.name().value(), hex(Json.write(sealed)));
    }

    /** In their order. What a jar of that name does is not looked at. */
    private static List<List<Object>> transformers(Generation generation) {
        return generation.transformers().outbound().stream()
                .filter(TransformerDefinition::enabled)
                .map(one -> List.<Object>of(one.name(), one.type(), one.onFailure(), new TreeMap<>(one.config())))
                .toList();
    }

    private static String hex(String text) {
        MessageDigest digest = RawContent.digest();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
