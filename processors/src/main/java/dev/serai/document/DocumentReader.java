package dev.serai.document;

import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells the form of a document and has it read. */
final class DocumentReader {
    private DocumentReader() {}

    /**
     * What one form's reader found.
     *
     * @param many whether it was written as many
     */
    record Drafts(boolean many, List<Draft> drafts) {}

    static Document read(String text, String digest) {
        Form form = Form.of(text);
        try {
            bound(text.length());
            return document(
                    form,
                    digest,
                    form == Form.XML ? new XmlDocument(new StringReader(text)).read() : JsonDocument.read(text));
        } catch (RefusedException refused) {
            return Document.unreadable(form, digest, refused.refusal());
        }
    }

    static Document read(byte[] bytes, String digest) {
        if (!isXml(bytes)) {
            return readUtf8(bytes, digest);
        }
        try {
            bound(bytes.length);
            return document(Form.XML, digest, new XmlDocument(new ByteArrayInputStream(bytes)).read());
        } catch (RefusedException refused) {
            return Document.unreadable(Form.XML, digest, refused.refusal());
        }
    }

    private static Document readUtf8(byte[] bytes, String digest) {
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    digest);
        } catch (CharacterCodingException bad) {
            return Document.unreadable(
                    Form.JSON, digest, Refusal.of(Code.INVALID_REQUEST, "the bytes of the document are not UTF-8"));
        }
    }

    private static Document document(Form form, String digest, Drafts found) {
        if (found.drafts().isEmpty()) {
            throw refused("the document holds no operation");
        }
        List<Request> requests =
                found.drafts().stream().map(RequestReader::read).toList();
        return new Document(form, found.many(), digest, requests, null);
    }

    /** UTF-16 XML is told by its byte order mark or by the zero beside its first bracket. */
    private static boolean isXml(byte[] bytes) {
        for (byte one : bytes) {
            boolean passed = one == 0
                    || one == (byte) 0xEF
                    || one == (byte) 0xBB
                    || one == (byte) 0xBF
                    || one == (byte) 0xFE
                    || one == (byte) 0xFF
                    || one == ' '
                    || (one >= '\t' && one <= '\r');
            if (!passed) {
                return one == '<';
            }
        }
        return false;
    }

    private static void bound(int size) {
        if (size > Document.MOST_BYTES) {
            throw refused("the document has " + size + " bytes; expected at most " + Document.MOST_BYTES);
        }
    }

    static RefusedException refused(String detail) {
        return new RefusedException(Refusal.of(Code.INVALID_REQUEST, detail));
    }
}
