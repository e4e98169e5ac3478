package dev.serai.strategy;

import dev.serai.category.CategoryBook;
import dev.serai.files.Generation;
import dev.serai.files.HubKeys;
import dev.serai.files.OwnAddresses;
import dev.serai.files.Settings;
import dev.serai.lookup.LookupBook;
import dev.serai.response.ResponseBook;
import dev.serai.response.SheetBook;
import dev.serai.screening.RuleBook;

/**
 * Everything that strategies of one generation decide by, compiled once.
 *
 * @param layouts how mail is quoted
 * @param signatures what stands below what people write
 * @param policy what settings say about replies
 * @param ownAddresses of mailboxes and accounts: they are never requesters
 * @param caps on automatic answers
 * @param codes decision code of {@code lib/}
 * @param outside whom lookups and calls ask; nobody unless {@link #asking} says so
 */
public record Playbook(
        Generation generation,
        RuleBook rules,
        ResponseBook responses,
        SheetBook layouts,
        SheetBook signatures,
        ReplyPolicy policy,
        OwnAddresses ownAddresses,
        AnswerCaps caps,
        LookupBook lookups,
        CategoryBook categories,
        DecisionCodes codes,
        Outside outside) {

    public static Playbook of(Generation generation, Settings settings) {
        return new Playbook(
                generation,
                RuleBook.load(generation.screening()),
                ResponseBook.load(
                        generation.responses(), generation.responseAttachments(), settings.text(HubKeys.LANGUAGE)),
                SheetBook.layouts(generation.layouts(), settings.text(HubKeys.LANGUAGE)),
                SheetBook.signatures(generation.signatures(), settings.text(HubKeys.LANGUAGE)),
                ReplyPolicy.of(settings),
                OwnAddresses.of(generation),
                AnswerCaps.of(settings),
                LookupBook.load(generation.databases(), generation.queries()),
                CategoryBook.load(generation.categories()),
                new DecisionCodes(Playbook.class.getClassLoader()),
                Outside.dry());
    }

    /** The same, asking others. */
    public Playbook asking(Outside others) {
        return new Playbook(
                generation,
                rules,
                responses,
                layouts,
                signatures,
                policy,
                ownAddresses,
                caps,
                lookups,
                categories,
                codes,
                others);
    }
}
