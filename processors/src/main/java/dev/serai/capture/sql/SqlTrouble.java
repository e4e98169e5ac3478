package dev.serai.capture.sql;

import dev.serai.lookup.SqlReason;

/** A point's database, or one of its statements, cannot be used as it must be; the message is a sentence for operators. */
final class SqlTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    SqlTrouble(String sentence) {
        super(sentence);
    }

    private SqlTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** @param doing what was tried, such as {@code statement 'capture'} */
    static SqlTrouble of(String doing, Throwable failure) {
        return new SqlTrouble(doing + ": " + SqlReason.of(failure).words(), failure);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
