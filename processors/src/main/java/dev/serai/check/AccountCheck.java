package dev.serai.check;

import dev.serai.conversation.ThreadTokens;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.MailAddress;
import dev.serai.files.MailPoint;
import dev.serai.files.MailboxDefinition.JoinBySubject;
import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.RouteFile;
import dev.serai.files.TenantAddresses;
import dev.serai.files.TransformerDefinition;
import dev.serai.files.YamlMap;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.TenantName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds accounts and transformers that are named but not declared. */
final class AccountCheck implements Check {
    private static final AccountName DEFAULT = AccountName.of("default");

    @Override
    public void check(Generation generation, Problems problems) {
        generation.mailPoints().forEach(point -> {
            String who = (point.isWrittenHere() ? "web form '" : "mailbox '") + point.name() + "'";
            boolean onlyOne = point.replyVia().equals(DEFAULT)
                    && open(generation, point.point().tenantName()).size() == 1;
            if (!onlyOne) {
                declared(point.replyVia(), point.point().places().of("replyVia"), generation, who, problems);
            }
            transformers(who, point, generation, problems);
        });
        generation
                .queues()
                .values()
                .forEach(queue -> queue.replyVia()
                        .ifPresent(account -> declared(
                                account,
                                queue.places().of("replyVia"),
                                generation,
                                "queue '" + queue.name() + "'",
                                problems)));
        generation.accounts().values().forEach(account -> source(account, generation, problems));
        generation.accounts().values().stream()
                .filter(account -> account.tokens().replyToken())
                .forEach(account -> replyToken(account, generation, problems));
        generation.accounts().values().stream()
                .filter(account -> account.tokens().subjectToken())
                .forEach(account -> subjectToken(account, generation, problems));
    }

    /** The accounts that a tenant's mail may leave by. */
    static Map<AccountName, AccountDefinition> open(Generation generation, TenantName tenant) {
        Map<AccountName, AccountDefinition> open = new TreeMap<>(generation.accounts());
        open.values().removeIf(account -> !Belonging.may(tenant, account));
        return open;
    }

    private static void declared(
            AccountName account, Place place, Generation generation, String who, Problems problems) {
        boolean onlyOne = account.equals(DEFAULT) && generation.accounts().size() == 1;
        if (onlyOne || generation.accounts().containsKey(account)) {
            return;
        }
        List<String> names =
                generation.accounts().keySet().stream().map(AccountName::value).toList();
        String reason = who + " replies via account '" + account + "', which is not declared in routes/dispatch";
        if (account.equals(DEFAULT)) {
            problems.warning(place, reason + "; its replies cannot leave; ./serai new account default makes it");
        } else {
            problems.error(place, reason + Nearest.hint(account.value(), names));
        }
    }

    private static void source(AccountDefinition account, Generation generation, Problems problems) {
        String expected = "direct:" + account.routeId();
        RouteFile file = generation.routes().get(account.routeId());
        Optional<YamlMap> from =
                Optional.ofNullable(file).flatMap(RouteFile::route).flatMap(route -> route.map("from"));
        from.filter(body -> !body.text("uri").orElse("").equals(expected))
                .ifPresent(body -> problems.error(
                        body.placeOf("uri"),
                        "an account's route begins with '" + expected + "', not '"
                                + body.text("uri").orElse("") + "'"));
    }

    /** Answers must arrive: the address must have room for a token and be one that a mailbox of ours receives. */
    private static void replyToken(AccountDefinition account, Generation generation, Problems problems) {
        String written = account.replyTo().orElse(account.from());
        String address =
                TenantAddresses.only(written).base(MailAddress.inner(written)).orElse(written);
        Place place = account.places().of("replyToken");
        if (address.indexOf('@') > ThreadTokens.LONGEST_LOCAL_PART) {
            problems.error(
                    place,
                    "'replyToken': '" + address + "' has no room for a token; expected at most "
                            + ThreadTokens.LONGEST_LOCAL_PART + " characters before the @");
        }
        boolean received = generation.mailboxes().values().stream()
                .anyMatch(mailbox -> mailbox.address().equalsIgnoreCase(address));
        if (!received) {
            problems.warning(
                    place,
                    "'replyToken': no mailbox of routes/capture receives '" + address
                            + "', so answers with a token are not known again");
        }
    }

    /** A token that no mailbox reads only makes subjects longer. */
    private static void subjectToken(AccountDefinition account, Generation generation, Problems problems) {
        boolean read = generation.mailboxes().values().stream()
                .anyMatch(mailbox -> mailbox.joinBySubject() != JoinBySubject.NEVER);
        if (!read) {
            problems.warning(
                    account.places().of("subjectToken"),
                    "'subjectToken': no mailbox of routes/capture has 'joinBySubject: token' or 'text', so tokens in"
                            + " subjects are not read");
        }
    }

    private static void transformers(String who, MailPoint point, Generation generation, Problems problems) {
        List<String> known = generation.transformers().inbound().stream()
                .map(TransformerDefinition::name)
                .toList();
        point.transformers().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.error(
                        point.point().places().of("transformers"),
                        who + " uses transformer '" + name
                                + "', which is not under inbound: of config/transformers.yaml"
                                + Nearest.hint(name, known)));
    }
}
