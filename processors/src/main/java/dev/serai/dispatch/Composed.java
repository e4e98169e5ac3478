package dev.serai.dispatch;

import dev.serai.mime.RawSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** A composed mail as it would leave: the account's header lines in front of the stored bytes. */
final class Composed implements RawSource {
    private final byte[] lines;
    private final RawSource mail;

    /** @param accountLines header lines with CR LF */
    Composed(String accountLines, RawSource mail) {
        this.lines = accountLines.getBytes(StandardCharsets.US_ASCII);
        this.mail = mail;
    }

    @Override
    public long size() {
        return lines.length + mail.size();
    }

    @Override
    public InputStream open(long from, long length) throws IOException {
        if (from >= lines.length) {
            return mail.open(from - lines.length, length);
        }
        int ofLines = (int) Math.min(length, lines.length - from);
        InputStream first = new ByteArrayInputStream(lines, (int) from, ofLines);
        return ofLines == length ? first : new SequenceInputStream(first, mail.open(0, length - ofLines));
    }
}
