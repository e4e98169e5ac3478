package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery report says of the mail it speaks of (RFC 3464).
 *
 * @param otherIds further Message-IDs of that mail or its thread, best first; only while intake joins it to a thread,
 *     not in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties("otherIds")
public record BounceInfo(
        @Nullable String originalMessageId,
        List<Recipient> recipients,
        @Nullable List<String> otherIds) {

    /**
     * One recipient's fate: action as in RFC 3464 section 2.3.3, status as in RFC 3463, what the other server said.
     *
     * @param original the address that we wrote to, where the mail was forwarded to another one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recipient(
            @Nullable String address,
            @Nullable String action,
            @Nullable String status,
            @Nullable String diagnostic,
            @Nullable String original) {
        public Recipient(
                @Nullable String address,
                @Nullable String action,
                @Nullable String status,
                @Nullable String diagnostic) {
            this(address, action, status, diagnostic, null);
        }
    }
}
