package dev.serai.rest;

import dev.serai.operation.Target;
import dev.serai.store.MadeTable;
import dev.serai.store.Store;
import dev.serai.store.StoredRaw;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of a mail's forms is wanted, in the query as `form`. */
enum MailForm {
    /** As it came, or was composed; where only the rewritten mail is kept, that. */
    KEPT,
    /** As transformers wrote it; where none did, as it came or was composed. */
    LATEST,
    /** As it came, or was composed. */
    ORIGINAL,
    /** As transformers wrote it. */
    TRANSFORMED;

    /** @throws ApiException for a word that is none of them */
    static MailForm of(@Nullable String word) {
        return word == null
                ? KEPT
                : Arrays.stream(values())
                        .filter(form ->
                                form != KEPT && form != LATEST && form.name().equals(word.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> Query.invalid("form", "'" + word + "' is none of original, transformed"));
    }

    Optional<StoredRaw> of(Store store, Target target) {
        return switch (this) {
            case KEPT -> ORIGINAL.only(store, target).or(() -> TRANSFORMED.only(store, target));
            case LATEST -> TRANSFORMED.only(store, target).or(() -> ORIGINAL.only(store, target));
            default -> only(store, target);
        };
    }

    Optional<StoredRaw> only(Store store, Target target) {
        return this == TRANSFORMED
                ? store.made(target.tenant(), target.id(), MadeTable.MAIL)
                : store.received(target.tenant(), target.id());
    }

    /** For a problem. */
    String words() {
        return switch (this) {
            case KEPT, LATEST -> "raw bytes";
            case ORIGINAL -> "original kept";
            case TRANSFORMED -> "form that a transformer wrote";
        };
    }
}
