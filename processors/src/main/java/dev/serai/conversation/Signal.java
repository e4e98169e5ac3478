package dev.serai.conversation;

/** What in a mail may say which thread it belongs to, the strongest first. */
enum Signal {
    /** It was sent to a reply address with a token of ours. */
    REPLY_ADDRESS("the token of its reply address"),
    /** RFC 5322 section 3.6.4: the mail that it answers. */
    IN_REPLY_TO("In-Reply-To"),
    /** RFC 3464, RFC 8098: the mail that a report speaks of. */
    REPORT("the report's original Message-ID"),
    /** RFC 5322 section 3.6.4: the mails before. */
    REFERENCES("References"),
    /** A token of ours in the subject, where the mailbox wants it. */
    SUBJECT_TOKEN("the token of its subject"),
    /** The words of the subject, where the mailbox wants it. */
    SUBJECT("its subject");

    private final String words;

    Signal(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
