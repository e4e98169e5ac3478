package dev.serai.document;

import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a system outside sent: operations, in order. One that cannot be read at all has a single
 * {@link Request.Unreadable}.
 *
 * @param form in which it is answered
 * @param many whether it was written as many, even when it holds one
 * @param digest SHA-256 of its bytes in hexadecimal
 * @param requests at least one
 * @param fault why it cannot be read as a whole; null when it can, though single operations may be unreadable
 */
public record Document(
        Form form,
        boolean many,
        String digest,
        List<Request> requests,
        @Nullable Refusal fault) {
    /** The largest document, in bytes of UTF-8 or characters. */
    public static final int MOST_BYTES = 10 << 20;

    /** The most operations of one document. */
    public static final int MOST_OPERATIONS = 10_000;

    /** The most values of one operation: elements and attributes in XML. */
    public static final int MOST_VALUES = 1_000;

    /** The most values of all operations of one document. */
    public static final int MOST_VALUES_IN_ALL = 200_000;

    public Document {
        requests = List.copyOf(requests);
    }

    /** Reads a text; an encoding that an XML declaration names is of no meaning then. */
    public static Document read(String text) {
        return DocumentReader.read(text, Digests.sha256(text));
    }

    /** Reads bytes: JSON in UTF-8, XML in the encoding that it declares. */
    public static Document read(byte[] bytes) {
        return DocumentReader.read(bytes, Digests.sha256(bytes));
    }

    /** As {@link #read(byte[])}, of bytes that somebody said have a form; in another one they cannot be read. */
    public static Document read(byte[] bytes, Form said) {
        Document document = read(bytes);
        return document.form() == said
                ? document
                : unreadable(
                        said,
                        document.digest(),
                        Refusal.of(
                                Code.INVALID_REQUEST,
                                "the document is said to be " + said.word() + " and looks like "
                                        + document.form().word()));
    }

    /** A document that nobody can read, such as a message of another kind. */
    public static Document unreadable(Form form, String digest, Refusal fault) {
        return new Document(form, false, digest, List.of(new Request.Unreadable(Reference.NONE, fault)), fault);
    }
}
