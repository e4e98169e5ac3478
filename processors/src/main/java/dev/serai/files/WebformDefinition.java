package dev.serai.files;

import dev.serai.interaction.AccountName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A web form as its route file describes it: what visitors of a web site post becomes mail to us.
 *
 * @param point what all points share
 * @param address whom the mail is to; the account's where the file names none, empty where there is no account
 * @param replyVia the account that answers
 * @param language of what is posted, when fixed
 * @param transformers names out of transformers.yaml; empty = all that are enabled
 * @param entrance who may post
 * @param fields what the fields mean
 * @param files what may be attached
 * @param pages where browsers go on
 */
public record WebformDefinition(
        PointDefaults point,
        String address,
        AccountName replyVia,
        Optional<String> language,
        List<String> transformers,
        Entrance entrance,
        Fields fields,
        Files files,
        Pages pages)
        implements MailPoint {
    /** Below this path and the point's name a form is posted to. */
    public static final String PATH = "/api/v1/webforms/";

    /** The field that holds the token against double posts. */
    public static final String TOKEN = "token";

    private static final AccountName DEFAULT = AccountName.of("default");

    /**
     * Who may post.
     *
     * @param origins web sites whose pages may, as browsers write them; the hub's own may always
     * @param honeypot the field that people leave empty
     * @param rate posts of one client address
     * @param token whether a post needs a token
     */
    public record Entrance(Set<String> origins, Optional<String> honeypot, Pace rate, Token token) {
        public Entrance {
            origins = Set.copyOf(origins);
        }
    }

    /** Whether a post has a token against double posts. */
    public enum Token {
        /** Without one it is refused. */
        REQUIRED,
        /** One that is there counts. */
        OPTIONAL,
        /** None is given or looked at. */
        NONE
    }

    /**
     * What the fields mean, by their names in the form.
     *
     * @param email the visitor's address
     * @param required those that must be filled in, the address among them
     * @param usualSubject the subject of what comes without one
     */
    public record Fields(
            String email, String name, String subject, String text, Set<String> required, String usualSubject) {
        public Fields {
            required = Set.copyOf(required);
        }
    }

    /**
     * What may be attached.
     *
     * @param maxSize bytes of the whole post
     * @param most 0 to 100 files
     * @param allowed endings ({@code .pdf}) or media types ({@code image/*}); empty = all
     */
    public record Files(long maxSize, int most, List<String> allowed) {}

    /**
     * Where browsers are sent after a post without a script.
     *
     * @param thanks after one that was taken
     * @param failed after one that was not
     */
    public record Pages(Optional<String> thanks, Optional<String> failed) {}

    @Override
    public String source() {
        return PATH + name();
    }

    @Override
    public boolean isAsked() {
        return true;
    }

    @Override
    public boolean isWrittenHere() {
        return true;
    }

    /** The same with the address of its account where it has none. */
    WebformDefinition answeredBy(Map<AccountName, AccountDefinition> accounts) {
        boolean only = accounts.size() == 1 && replyVia.equals(DEFAULT);
        AccountDefinition account = only ? accounts.values().iterator().next() : accounts.get(replyVia);
        if (!address.isEmpty() || account == null) {
            return this;
        }
        String lent = MailAddress.inner(account.from());
        return new WebformDefinition(point, lent, replyVia, language, transformers, entrance, fields, files, pages);
    }
}
