package dev.serai.trial;

import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.LeavesBy;
import dev.serai.dispatch.NoAccountException;
import dev.serai.files.Generation;
import dev.serai.intake.Reading;
import dev.serai.interaction.Interaction;
import dev.serai.store.OutboundRow.Approval;
import dev.serai.strategy.Written;
import dev.serai.text.HtmlText;
import dev.serai.trial.Situation.Authorship;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dry run knows of a mail that leaves. */
final class OutboundSide {
    private final Generation generation;

    OutboundSide(Generation generation) {
        this.generation = generation;
    }

    /** As if the hub had composed it. */
    Written written(Reading reading, Interaction outbound, Authorship by, Instant now) {
        String account = account(outbound);
        String html = reading.message().html();
        return new Written(
                by.author(),
                by.isNobody(),
                List.of(),
                by.parentQueue(),
                by.approvedBy().isEmpty() ? null : new Approval(by.approvedBy(), now, 1, "", account),
                () -> account,
                () -> html == null ? "" : HtmlText.of(html));
    }

    /** By which account it would leave; null, with a warning, where there is none. */
    @Nullable
    LeavesBy leavesBy(Course course) {
        try {
            return LeavesBy.of(generation, course.interaction(), course.sentBy());
        } catch (NoAccountException none) {
            course.warn("it would be quarantined: " + none.getMessage());
            return null;
        }
    }

    private String account(Interaction outbound) {
        try {
            return new AccountChoice(generation)
                    .forSending(outbound, null)
                    .name()
                    .value();
        } catch (NoAccountException none) {
            return "";
        }
    }
}
