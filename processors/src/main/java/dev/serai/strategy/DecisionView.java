package dev.serai.strategy;

import dev.serai.decision.Address;
import dev.serai.decision.Attachment;
import dev.serai.decision.Interaction;
import dev.serai.interaction.Content;
import dev.serai.interaction.Origin;
import dev.serai.interaction.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run's interaction as decision code sees it. */
final class DecisionView {
    private DecisionView() {}

    static Interaction of(StrategyRun run) {
        StrategyBody body = new StrategyBody(run);
        Content content = run.interaction().content();
        Origin origin = run.interaction().origin();
        return new Interaction(
                body.getId(),
                content.kind(),
                origin.type(),
                origin.subtype(),
                origin.mediaType(),
                body.getSubject(),
                content.text(),
                body.getNewText(),
                address(content.from()),
                addresses(content.to()),
                addresses(content.cc()),
                content.attachments().stream()
                        .map(one -> new Attachment(one.name(), one.contentType(), one.size(), one.inline()))
                        .toList(),
                run.interaction().language(),
                body.getCapturePoint(),
                origin.externalId(),
                body.getThreadId(),
                origin.receivedAt(),
                run.priority(),
                body.getPlacement(),
                run.userData(),
                run.matchedRules(),
                run.now());
    }

    private static @Nullable Address address(@Nullable Party party) {
        return party == null ? null : new Address(party.name(), party.address());
    }

    private static List<Address> addresses(List<Party> parties) {
        return parties.stream()
                .map(party -> new Address(party.name(), party.address()))
                .toList();
    }
}
