package dev.serai.message;

/**
 * One leaf of a mail. A nested message is one leaf.
 *
 * @param contentType type and subtype in lower-case, without parameters
 * @param size of the decoded content in bytes
 * @param role what it is to the reader
 * @param sha256 of the decoded content, lower-case hex
 * @param content the decoded bytes
 */
public record MailPart(String contentType, long size, PartRole role, String sha256, Content content) {

    /** The same leaf in another role. */
    public MailPart as(PartRole other) {
        return new MailPart(contentType, size, other, sha256, content);
    }
}
