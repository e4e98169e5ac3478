package dev.serai.store;

/** The database refused what the hub asked. The message is for an operator. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The database takes everything else, but not these values. */
    public static final class BadData extends StoreException {
        private static final long serialVersionUID = 1L;

        public BadData(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The database cannot be reached or gave up: nothing counts against the work, try again later. */
    public static final class Unavailable extends StoreException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
