package dev.serai.check;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.RouteFile;
import dev.serai.files.TransformerDefinition;
import dev.serai.files.YamlMap;
import dev.serai.interaction.AccountName;
import java.util.List;
import java.util.Optional;

/** Finds accounts and transformers that are named but not declared. */
final class AccountCheck implements Check {
    private static final AccountName DEFAULT = AccountName.of("default");

    @Override
    public void check(Generation generation, Problems problems) {
        for (MailboxDefinition mailbox : generation.mailboxes().values()) {
            String who = "mailbox '" + mailbox.name() + "'";
            declared(mailbox.replyVia(), mailbox.point().places().of("replyVia"), generation, who, problems);
            transformers(mailbox, generation, problems);
        }
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
    }

    private static void declared(
            AccountName account, Place place, Generation generation, String who, Problems problems) {
        if (generation.accounts().containsKey(account)) {
            return;
        }
        List<String> names =
                generation.accounts().keySet().stream().map(AccountName::value).toList();
        String reason = who + " replies via account '" + account + "', which is not declared in routes/dispatch";
        if (account.equals(DEFAULT)) {
            problems.warning(place, reason + "; its replies cannot leave");
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

    private static void transformers(MailboxDefinition mailbox, Generation generation, Problems problems) {
        List<String> known = generation.transformers().inbound().stream()
                .map(TransformerDefinition::name)
                .toList();
        mailbox.transformers().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.error(
                        mailbox.point().places().of("transformers"),
                        "mailbox '" + mailbox.name() + "' uses transformer '" + name
                                + "', which is not under inbound: of config/transformers.yaml"
                                + Nearest.hint(name, known)));
    }
}
