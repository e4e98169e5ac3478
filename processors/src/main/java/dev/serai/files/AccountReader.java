package dev.serai.files;

import dev.serai.files.AccountDefinition.Uncertain;
import dev.serai.interaction.AccountName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the parameters of an account. */
final class AccountReader {
    private static final long LARGEST = 25L << 20;
    private static final String NOBODY = "none";

    private final RouteFile route;
    private final YamlReader keys;

    AccountReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    Optional<AccountDefinition> read() {
        MailServer server = new MailServerReader(keys).read(MailProtocol.SMTP, false);
        keys.required("from");
        AccountDefinition account = new AccountDefinition(
                AccountName.of(Names.isName(route.name()) ? route.name() : "unnamed"),
                server,
                keys.parsed("from", MailAddress::named).orElse(""),
                addresses("alsoFrom"),
                keys.parsed("replyTo", MailAddress::named),
                keys.parsed("bcc", MailAddress::plain),
                letters(),
                new AccountDefinition.Tokens(
                        keys.truth("replyToken", false),
                        keys.truth("subjectToken", false),
                        keys.parsed("providerMessageId", AccountReader::providerMessageId)),
                keys.number("ratePerMinute", 1, 1_000_000),
                keys.number("connections", 1, 100).orElse(2),
                unsent(),
                keys.text("owner"),
                keys.tenant("tenant"),
                keys.truth("enabled", true),
                keys.places("host"));
        return Optional.of(account).filter(found -> Names.isName(route.name()));
    }

    private AccountDefinition.Letters letters() {
        return new AccountDefinition.Letters(
                keys.text("signature"),
                keys.name("layout"),
                keys.name("forwardLayout"),
                keys.truth("textOnly", false),
                keys.size("maxMessageSize").orElse(LARGEST));
    }

    private AccountDefinition.Unsent unsent() {
        return new AccountDefinition.Unsent(
                keys.choice("uncertain", Uncertain.class).orElse(Uncertain.ASK),
                keys.parsed("expireAfter", AccountReader::expireAfter).orElse(Duration.ofDays(5)),
                keys.has("notify")
                        ? keys.parsed("notify", AccountReader::reportTo).filter(to -> !to.equals(NOBODY))
                        : owner());
    }

    private static Duration expireAfter(String text) {
        Duration time = Units.duration(text);
        if (time.compareTo(Duration.ofMinutes(10)) < 0 || time.compareTo(Duration.ofDays(60)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is not from 10m to 60d; expected such as 5d");
        }
        return time;
    }

    private static String reportTo(String text) {
        return text.equals(NOBODY) ? text : MailAddress.plain(text);
    }

    /** The owner, where that is an address and not a name or a telephone number. */
    private Optional<String> owner() {
        return keys.text("owner").filter(MailAddress::isPlain);
    }

    private static String providerMessageId(String text) {
        if (!text.matches("<[^<>\\s]*\\{reply}[^<>\\s]*>")) {
            throw new IllegalArgumentException("'" + text
                    + "' is no Message-ID with {reply} in it; expected one such as" + " <{reply}@email.amazonses.com>");
        }
        return text;
    }

    private List<String> addresses(String key) {
        List<String> addresses = keys.texts(key);
        for (String address : addresses) {
            try {
                MailAddress.named(address);
            } catch (IllegalArgumentException e) {
                keys.error(key, "'" + key + "': " + e.getMessage());
            }
        }
        return addresses;
    }
}
