package dev.serai.files;

/** The protocols by which mail comes and goes, with their usual ports (RFC 8314, section 7). */
public enum MailProtocol {
    /** IMAP4rev1. */
    IMAP(143, 993),
    /** POP3. */
    POP3(110, 995),
    /** SMTP. */
    SMTP(587, 465);

    private final int plainPort;
    private final int tlsPort;

    MailProtocol(int plainPort, int tlsPort) {
        this.plainPort = plainPort;
        this.tlsPort = tlsPort;
    }

    /** The usual port; SMTP without any security is 25. */
    public int port(Security security) {
        if (this == SMTP && security == Security.NONE) {
            return 25;
        }
        return security == Security.TLS ? tlsPort : plainPort;
    }
}
