package dev.serai.strategy;

import dev.serai.files.Generation;
import dev.serai.files.OwnAddresses;
import dev.serai.files.SettingKeys;
import dev.serai.files.Settings;
import dev.serai.response.ResponseBook;
import dev.serai.screening.RuleBook;
import java.time.Duration;

/**
 * Everything that strategies of one generation decide by, compiled once.
 *
 * @param replyMaxAge mail received longer ago is never answered automatically
 * @param ownAddresses of mailboxes and accounts: they are never requesters
 * @param caps on automatic answers
 */
public record Playbook(
        Generation generation,
        RuleBook rules,
        ResponseBook responses,
        Duration replyMaxAge,
        OwnAddresses ownAddresses,
        AnswerCaps caps) {

    public static Playbook of(Generation generation, Settings settings) {
        return new Playbook(
                generation,
                RuleBook.load(generation.screening()),
                ResponseBook.load(
                        generation.responses(), generation.responseAttachments(), settings.text(SettingKeys.LANGUAGE)),
                settings.duration(SettingKeys.REPLY_MAX_AGE),
                OwnAddresses.of(generation),
                AnswerCaps.of(settings));
    }
}
