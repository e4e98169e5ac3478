package dev.serai.capture.mailbox;

/** A mailbox's wish to look once: one page of its mail, then it stands in line again. */
final class Turn {
    private final String host;
    private final boolean doubtful;
    private final Runnable look;

    /**
     * @param host of the mail server
     * @param doubtful whether the mailbox's last look failed: it comes when nobody else wants to
     */
    Turn(String host, boolean doubtful, Runnable look) {
        this.host = host;
        this.doubtful = doubtful;
        this.look = look;
    }

    String host() {
        return host;
    }

    boolean isDoubtful() {
        return doubtful;
    }

    void look() {
        look.run();
    }
}
