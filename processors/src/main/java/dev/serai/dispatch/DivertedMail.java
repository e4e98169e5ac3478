package dev.serai.dispatch;

import dev.serai.mime.RawSource;
import dev.serai.store.StoredRaw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail whose subject says that it was not for who gets it; the rest of it is as it was. */
final class DivertedMail implements RawSource {
    /** What stands in front of the subject. */
    static final String MARK = "[diverted] ";

    private static final int HEADER = 1 << 16;
    private static final Pattern SUBJECT = Pattern.compile("(?im)^Subject:[ \\t]*");
    private static final Pattern END = Pattern.compile("\\r?\\n\\r?\\n");

    private final RawSource mail;
    private final long place;

    private DivertedMail(RawSource mail, long place) {
        this.mail = mail;
        this.place = place;
    }

    /**
     * The same mail where it has no subject.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    static RawSource of(StoredRaw stored) {
        RawSource mail = new StoredBytes(stored);
        try (InputStream in = mail.open(0, Math.min(HEADER, mail.size()))) {
            String begin = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            Matcher end = END.matcher(begin);
            Matcher subject = SUBJECT.matcher(end.find() ? begin.substring(0, end.start()) : begin);
            return subject.find() ? new DivertedMail(mail, subject.end()) : mail;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the mail cannot be read", unreadable);
        }
    }

    @Override
    public long size() {
        return mail.size() + MARK.length();
    }

    /** From its beginning only. */
    @Override
    public InputStream open(long from, long length) throws IOException {
        if (from != 0 || length < size()) {
            throw new IOException("a diverted mail is read as a whole");
        }
        return new SequenceInputStream(Collections.enumeration(List.of(
                mail.open(0, place),
                new ByteArrayInputStream(MARK.getBytes(StandardCharsets.US_ASCII)),
                mail.open(place, mail.size() - place))));
    }
}
