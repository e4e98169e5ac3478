package dev.serai.message;

import org.jspecify.annotations.Nullable;

/**
 * A part that is not the text, its alternative or a report.
 *
 * @param index its place in the mail's attachments, from 0
 * @param name the leaf of the file name, without path and control characters; made up where the sender gave none
 * @param contentType type and subtype in lower-case, without parameters
 * @param size of the decoded content in bytes
 * @param inline true when the HTML body shows it by a {@code cid:} reference
 * @param contentId without angle brackets; null where there is none
 * @param sha256 of the decoded content, lower-case hex
 * @param content the decoded bytes
 */
public record Attachment(
        int index,
        String name,
        String contentType,
        long size,
        boolean inline,
        @Nullable String contentId,
        String sha256,
        Content content) {

    /** The same attachment at another place of the list. */
    public Attachment at(int newIndex) {
        return new Attachment(newIndex, name, contentType, size, inline, contentId, sha256, content);
    }
}
