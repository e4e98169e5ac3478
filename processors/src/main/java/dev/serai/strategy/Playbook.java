package dev.serai.strategy;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.SettingKeys;
import dev.serai.files.Settings;
import dev.serai.response.ResponseBook;
import dev.serai.screening.RuleBook;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that strategies of one generation decide by, compiled once.
 *
 * @param attachments where the files of responses lie
 * @param replyMaxAge mail received longer ago is never answered automatically
 * @param ownAddresses of mailboxes and accounts, lower-case: they are never requesters
 */
public record Playbook(
        Generation generation,
        RuleBook rules,
        ResponseBook responses,
        Home attachments,
        Duration replyMaxAge,
        Set<String> ownAddresses) {

    public static Playbook of(Generation generation, Settings settings, Home home) {
        return new Playbook(
                generation,
                RuleBook.load(generation.screening()),
                ResponseBook.load(
                        generation.responses(), ResponseAttachments.names(home), settings.text(SettingKeys.LANGUAGE)),
                home,
                settings.duration(SettingKeys.REPLY_MAX_AGE),
                ownAddresses(generation));
    }

    private static Set<String> ownAddresses(Generation generation) {
        Stream<String> mailboxes = generation.mailboxes().values().stream().map(mailbox -> mailbox.address());
        Stream<String> accounts = generation.accounts().values().stream()
                .flatMap(account -> Stream.concat(Stream.of(account.from()), account.alsoFrom().stream()));
        return Stream.concat(mailboxes, accounts).map(Playbook::bare).collect(Collectors.toUnmodifiableSet());
    }

    private static String bare(String address) {
        int open = address.lastIndexOf('<');
        String inner = open < 0 ? address : address.substring(open + 1).replace(">", "");
        return inner.strip().toLowerCase(Locale.ROOT);
    }
}
