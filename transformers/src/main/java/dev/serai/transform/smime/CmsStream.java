package dev.serai.transform.smime;

import dev.serai.message.Content;
import dev.serai.transform.smime.BerStream.Element;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A cryptographic message (RFC 5652) from front to back: reading it gives what was signed or compressed, with no look
 * at the signature; then the certificates can be had. Damage is an early end, never an error.
 */
final class CmsStream extends InputStream {
    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_IDENTIFIER = 0x06;
    /** Context-specific, constructed, number 0: explicit content, or the certificates. */
    private static final int ZERO = 0xa0;

    private static final int LONGEST_NAME = 64;
    private static final int MOST_CERTIFICATES = 20;
    private static final int LONGEST_CERTIFICATE = 64 << 10;

    private final BerStream ber;
    private final List<Element> open = new ArrayList<>();
    private CmsType type = CmsType.OTHER;
    private CmsType inner = CmsType.OTHER;
    private @Nullable OctetStream octets;
    private InputStream content = InputStream.nullInputStream();
    private boolean damaged;

    private CmsStream(InputStream in) {
        this.ber = new BerStream(in);
    }

    /** @throws IOException only when the bytes cannot be read, which is never the mail's fault */
    static CmsStream open(Content source) throws IOException {
        CmsStream stream = new CmsStream(Armor.removed(source.open()));
        try {
            stream.head();
        } catch (BerStream.Malformed e) {
            stream.damaged = true;
        }
        return stream;
    }

    private void head() throws IOException {
        ber.next(SEQUENCE);
        type = identifier();
        if (!type.opens()) {
            return;
        }
        enter(ZERO);
        enter(SEQUENCE);
        ber.skip(ber.next());
        ber.skip(ber.next());
        Element capsule = enter(SEQUENCE);
        inner = identifier();
        if (ber.more(capsule)) {
            enter(ZERO);
            octets = new OctetStream(ber);
            content = type == CmsType.COMPRESSED ? new InflaterInputStream(octets) : octets;
        }
    }

    private Element enter(int tag) throws IOException {
        Element element = ber.next(tag);
        open.add(element);
        return element;
    }

    private CmsType identifier() throws IOException {
        return CmsType.of(ber.content(ber.next(OBJECT_IDENTIFIER), LONGEST_NAME));
    }

    CmsType type() {
        return type;
    }

    /** What the content says it is. */
    CmsType inner() {
        return inner;
    }

    boolean hasContent() {
        return octets != null;
    }

    boolean damaged() {
        return damaged || (octets != null && octets.damaged());
    }

    /** The certificates that came along, DER; to be called when the content was read to its end. */
    List<byte[]> certificates() throws IOException {
        List<byte[]> certificates = new ArrayList<>();
        if (type == CmsType.SIGNED && !damaged()) {
            try {
                tail(certificates);
            } catch (BerStream.Malformed e) {
                damaged = true;
            }
        }
        return certificates;
    }

    private void tail(List<byte[]> certificates) throws IOException {
        for (int i = open.size() - 1; i >= 2; i--) {
            while (ber.more(open.get(i))) {
                ber.skip(ber.next());
            }
        }
        Element signed = open.get(1);
        while (ber.more(signed)) {
            Element element = ber.next();
            if (element.tag() == ZERO) {
                gather(element, certificates);
            } else {
                ber.skip(element);
            }
        }
    }

    private void gather(Element set, List<byte[]> certificates) throws IOException {
        while (ber.more(set)) {
            Element start = ber.next();
            if (start.tag() == SEQUENCE && !start.indefinite() && certificates.size() < MOST_CERTIFICATES) {
                certificates.add(Der.sequence(ber.content(start, LONGEST_CERTIFICATE)));
            } else {
                ber.skip(start);
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return content.read(into, offset, length);
        } catch (ZipException | EOFException e) {
            damaged = true;
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
        ber.close();
    }
}
