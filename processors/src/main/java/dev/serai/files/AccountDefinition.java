package dev.serai.files;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.TenantName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way out over SMTP as its route file describes it.
 *
 * @param name the account, after {@code dispatch-smtp-}
 * @param server where it is and who logs in
 * @param from the address that mail leaves with; may carry a display name
 * @param alsoFrom further addresses that mail may leave with
 * @param replyTo where answers go, when elsewhere
 * @param bcc who gets a copy of everything
 * @param letters how its mails look
 * @param tokens how answers are known again
 * @param ratePerMinute mails a minute at most, when limited
 * @param connections at once, default 2
 * @param unsent what becomes of mail that does not leave
 * @param owner whom the night shift calls
 * @param tenant whose mail alone leaves by it; empty = all tenants'
 * @param enabled whether mail leaves by it
 * @param places where it and its parameters stand
 */
public record AccountDefinition(
        AccountName name,
        MailServer server,
        String from,
        List<String> alsoFrom,
        Optional<String> replyTo,
        Optional<String> bcc,
        Letters letters,
        Tokens tokens,
        Optional<Integer> ratePerMinute,
        int connections,
        Unsent unsent,
        Optional<String> owner,
        Optional<TenantName> tenant,
        boolean enabled,
        Places places)
        implements Belonging {
    /**
     * How answers are known again, besides by Message-ID and References.
     *
     * @param replyToken whether Reply-To carries a token, as the detail of an address with a plus
     * @param subjectToken whether the subject does
     * @param providerMessageId what the server makes of our Message-ID, with `{reply}` for a word of its last answer
     */
    public record Tokens(boolean replyToken, boolean subjectToken, Optional<String> providerMessageId) {}

    /**
     * How mails that leave by it look.
     *
     * @param signature below what people write: a name of config/signatures, or the text itself
     * @param layout how the mail that is answered is quoted, a name of config/layouts
     * @param forwardLayout the same for what is forwarded; empty = layout
     * @param textOnly whether HTML is left out
     * @param most octets of one mail; what is larger is refused before it is accepted
     */
    public record Letters(
            Optional<String> signature,
            Optional<String> layout,
            Optional<String> forwardLayout,
            boolean textOnly,
            long most) {
        /** The name of a file in config/signatures; empty where the account has the text itself, or none. */
        public Optional<String> signatureFile() {
            return signature.filter(Names::isName);
        }
    }

    /** All addresses that mail may leave with, the usual one first; each may carry a display name. */
    public List<String> addresses() {
        return Stream.concat(Stream.of(from), alsoFrom.stream()).toList();
    }

    /**
     * What becomes of mail that does not leave.
     *
     * @param uncertain what is done when nobody knows whether the server took a mail
     * @param expireAfter how long it is tried, from its first try on
     * @param reportTo the address that expiry and refusal are reported to
     */
    public record Unsent(Uncertain uncertain, Duration expireAfter, Optional<String> reportTo) {}

    /** What is done with a mail that the server may have taken or not. */
    public enum Uncertain {
        /** A person decides. */
        ASK,
        /** It is sent once more, with the same Message-ID; if that is uncertain too, a person decides. */
        RESEND
    }

    /** Where it stands. */
    public Place place() {
        return places.whole();
    }

    /** The route of the account. */
    public String routeId() {
        return "dispatch-smtp-" + name;
    }
}
