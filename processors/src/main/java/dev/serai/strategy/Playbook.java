package dev.serai.strategy;

import dev.serai.files.Generation;
import dev.serai.files.OwnAddresses;
import dev.serai.files.SettingKeys;
import dev.serai.files.Settings;
import dev.serai.response.ResponseBook;
import dev.serai.screening.RuleBook;

/**
 * Everything that strategies of one generation decide by, compiled once.
 *
 * @param policy what settings say about replies
 * @param ownAddresses of mailboxes and accounts: they are never requesters
 * @param caps on automatic answers
 */
public record Playbook(
        Generation generation,
        RuleBook rules,
        ResponseBook responses,
        ReplyPolicy policy,
        OwnAddresses ownAddresses,
        AnswerCaps caps) {

    public static Playbook of(Generation generation, Settings settings) {
        return new Playbook(
                generation,
                RuleBook.load(generation.screening()),
                ResponseBook.load(
                        generation.responses(), generation.responseAttachments(), settings.text(SettingKeys.LANGUAGE)),
                ReplyPolicy.of(settings),
                OwnAddresses.of(generation),
                AnswerCaps.of(settings));
    }
}
