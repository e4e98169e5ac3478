package dev.serai.operation;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Attached;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that a client wants to go along with its answer. */
public sealed interface ReplyFile {

    /** One that came with the request. */
    record Given(Attached file) implements ReplyFile {}

    /**
     * One that the hub has: an attachment of a mail, which need not be uploaded again.
     *
     * @param number as in its `href`, from 1
     * @param name what it is called in the answer; null = as it is
     * @param contentId by which the HTML shows it; null where it does not
     */
    record Stored(
            InteractionId interaction,
            int number,
            @Nullable String name,
            @Nullable String contentId) implements ReplyFile {}

    /** Where the bytes of stored files are. */
    @FunctionalInterface
    interface Shelf {
        /** @throws RefusedException when there is no such attachment */
        Attached get(Stored stored);
    }

    /** Reads the list `attachments`: each {name, contentType, content} with content in Base64, or {href}. */
    static List<ReplyFile> read(JsonFields fields) {
        return fields.objects("attachments", "a list of " + ReplyFileFields.EXPECTED).stream()
                .map(ReplyFileFields::read)
                .flatMap(Optional::stream)
                .toList();
    }
}
