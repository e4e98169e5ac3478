package dev.serai.screening;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What rules may read of one interaction; every part may be absent.
 *
 * @param newText the body apart from quoted mail and signature; null where that is all of it
 * @param html the HTML as text, read when a rule asks for it; yields null where there is none
 * @param attachments the names of attached files, those left out that the HTML shows
 * @param header the header fields, one {@code Name: value} a line
 * @param addresses the destination addresses (To, Cc, or where the mail was delivered)
 * @param language a BCP 47 tag; null when unknown, and then no rule is left out for its language
 */
public record ScreeningInput(
        @Nullable String subject,
        @Nullable String body,
        @Nullable String newText,
        Supplier<@Nullable String> html,
        List<String> attachments,
        @Nullable String header,
        List<String> addresses,
        Map<String, String> userData,
        @Nullable String language) {

    public ScreeningInput {
        attachments = List.copyOf(attachments);
        addresses = List.copyOf(addresses);
        userData = Map.copyOf(userData);
    }

    /** A builder of an input that has no part yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link ScreeningInput}. */
    public static final class Builder {
        private @Nullable String subject;
        private @Nullable String body;
        private @Nullable String newText;
        private Supplier<@Nullable String> html = () -> null;
        private List<String> attachments = List.of();
        private @Nullable String header;
        private List<String> addresses = List.of();
        private final Map<String, String> userData = new TreeMap<>();
        private @Nullable String language;

        private Builder() {}

        public Builder subject(@Nullable String value) {
            subject = value;
            return this;
        }

        public Builder body(@Nullable String value) {
            body = value;
            return this;
        }

        public Builder newText(@Nullable String value) {
            newText = value;
            return this;
        }

        public Builder html(Supplier<@Nullable String> value) {
            html = value;
            return this;
        }

        public Builder attachments(List<String> names) {
            attachments = names;
            return this;
        }

        public Builder header(@Nullable String value) {
            header = value;
            return this;
        }

        public Builder addresses(List<String> value) {
            addresses = value;
            return this;
        }

        public Builder userData(Map<String, String> values) {
            userData.putAll(values);
            return this;
        }

        public Builder language(@Nullable String value) {
            language = value;
            return this;
        }

        public ScreeningInput build() {
            return new ScreeningInput(subject, body, newText, html, attachments, header, addresses, userData, language);
        }
    }
}
