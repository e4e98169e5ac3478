package dev.serai.transform.smime;

import dev.serai.message.Content;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a cryptographic message told.
 *
 * @param type what it is
 * @param inner what its content says it is
 * @param content what was signed or compressed; null where nothing is inside, or it is too long
 * @param size of the content in bytes
 * @param signers the names in the certificates, not verified
 * @param damaged whether it ended too early or is no such message
 * @param tooLong whether its content is longer than was allowed
 */
record Cms(
        CmsType type,
        CmsType inner,
        @Nullable Content content,
        long size,
        List<String> signers,
        boolean damaged,
        boolean tooLong) {
    private static final int PIECE = 8 << 10;

    /**
     * Looks at a message once.
     *
     * @param most bytes of content, after decompression
     * @throws IOException only when the bytes cannot be read
     */
    static Cms read(Content source, long most) throws IOException {
        try (CmsStream in = CmsStream.open(source)) {
            long size = 0;
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0 && size <= most; count = in.read(piece)) {
                size += count;
            }
            boolean tooLong = size > most;
            List<String> signers = tooLong ? List.of() : Signers.of(in.certificates());
            boolean readable = in.hasContent() && !tooLong;
            Content content = readable ? () -> CmsStream.open(source) : null;
            return new Cms(in.type(), in.inner(), content, size, signers, in.damaged(), tooLong);
        }
    }
}
