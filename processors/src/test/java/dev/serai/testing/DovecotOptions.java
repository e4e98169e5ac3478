package dev.serai.testing;

/**
 * What tests vary on a {@link Dovecot}.
 *
 * @param certificateHost host name in its certificate; {@code localhost} is the right one
 * @param uidlFormat Dovecot's {@code pop3_uidl_format}
 * @param tls whether it offers TLS and STARTTLS at all
 * @param plainLogin whether it takes a password on a connection without TLS
 * @param introspectionUrl where it asks whose access token it was given; empty = it takes none
 * @param capabilities what it says that it can over IMAP; empty = all that it can
 */
public record DovecotOptions(
        String certificateHost,
        String uidlFormat,
        boolean tls,
        boolean plainLogin,
        String introspectionUrl,
        String capabilities) {
    /** TLS for {@code localhost} offered, not demanded; UIDLs that survive a new UIDVALIDITY. */
    public static DovecotOptions defaults() {
        return new DovecotOptions("localhost", "%g", true, true, "", "");
    }

    /** With a certificate for another host. */
    public DovecotOptions certificateFor(String host) {
        return new DovecotOptions(host, uidlFormat, tls, plainLogin, introspectionUrl, capabilities);
    }

    /** With other UIDLs, for instance {@code %08Xv%08Xu}. */
    public DovecotOptions uidl(String format) {
        return new DovecotOptions(certificateHost, format, tls, plainLogin, introspectionUrl, capabilities);
    }

    /** Without TLS and STARTTLS. */
    public DovecotOptions withoutTls() {
        return new DovecotOptions(certificateHost, uidlFormat, false, plainLogin, introspectionUrl, capabilities);
    }

    /** Passwords only under TLS. */
    public DovecotOptions loginUnderTlsOnly() {
        return new DovecotOptions(certificateHost, uidlFormat, tls, false, introspectionUrl, capabilities);
    }

    /** Logs in by XOAUTH2, too, with tokens of this server. */
    public DovecotOptions tokensOf(TokenServer server) {
        return new DovecotOptions(
                certificateHost, uidlFormat, tls, plainLogin, server.introspectionUrl(), capabilities);
    }

    /** Says that it can this over IMAP and nothing else, for instance {@code UIDPLUS IDLE}. */
    public DovecotOptions imap(String extensions) {
        return new DovecotOptions(
                certificateHost, uidlFormat, tls, plainLogin, introspectionUrl, "IMAP4rev1 LITERAL+ " + extensions);
    }
}
