package dev.serai.store;

import dev.serai.threads.Passing;

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

    /** The hub or its database failed in a way that says nothing of the work: it is no answer to be kept. */
    public static final class Trouble extends StoreException {
        private static final long serialVersionUID = 1L;

        public Trouble(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The database cannot be reached or gave up: nothing counts against the work, try again later. */
    public static final class Unavailable extends StoreException implements Passing {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
