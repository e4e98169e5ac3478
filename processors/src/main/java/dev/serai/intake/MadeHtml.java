package dev.serai.intake;

import dev.serai.message.MailMessage;
import dev.serai.store.RawContent;
import dev.serai.transform.ChainResult;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The HTML that a mail has after its transformers, where the bytes that are kept say another. */
final class MadeHtml {
    /** Characters that are kept: as many as a page shows, and as the chain lets through with a warning. */
    static final int LIMIT = 1 << 20;

    private MadeHtml() {}

    /** In UTF-8; no bytes where transformers took the HTML away. */
    static Optional<RawContent> of(ChainResult chain) {
        MailMessage message = chain.message();
        if (Objects.equals(message.html(), chain.read().html())) {
            return Optional.empty();
        }
        String html = ContentOf.clip(Objects.requireNonNullElse(message.html(), ""), LIMIT);
        return Optional.of(RawContent.of(html.getBytes(StandardCharsets.UTF_8)));
    }
}
