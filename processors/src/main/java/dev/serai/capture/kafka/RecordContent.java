package dev.serai.capture.kafka;

import dev.serai.document.Document;
import dev.serai.document.Form;
import dev.serai.interaction.CleanText;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The document in a record, and what its answers name. Key and headers are of no meaning for what is done. */
final class RecordContent {
    /** By it a sender gives his request a name of his own. */
    static final String CORRELATION = "correlation-id";

    private static final String NO_DIGEST = "0".repeat(64);
    private static final int LONGEST = 1_000;

    private RecordContent() {}

    /** @param most bytes of its value */
    static Document of(ConsumerRecord<byte[], byte[]> taken, long most) {
        byte[] value = taken.value();
        if (value == null) {
            return unreadable(
                    Code.INVALID_REQUEST, "the record has no value: what compaction is told says nothing to do");
        }
        if (value.length > most) {
            return unreadable(Code.TOO_LARGE, "the record has " + value.length + " bytes; expected at most " + most);
        }
        return value.length == 0 ? unreadable(Code.INVALID_REQUEST, "the record is empty") : Document.read(value);
    }

    /** A document that says only why there is none. */
    static Document unreadable(Code code, String reason) {
        return Document.unreadable(Form.JSON, NO_DIGEST, Refusal.of(code, reason));
    }

    /** What an asker knows his request by: the name that he gave it, else its place. */
    static String correlation(ConsumerRecord<byte[], byte[]> taken) {
        Header own = taken.headers().lastHeader(CORRELATION);
        String text = own == null || own.value() == null ? "" : new String(own.value(), StandardCharsets.UTF_8);
        return text.isBlank()
                ? taken.topic() + "-" + taken.partition() + "@" + taken.offset()
                : CleanText.clipped(text, LONGEST);
    }
}
