package dev.serai.operation;

import dev.serai.conversation.Collaboration;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import java.util.Optional;
import java.util.function.Function;

/** What an invited expert answered, as the base of the customer's reply. */
public final class ExpertAnswer {
    private ExpertAnswer() {}

    /**
     * The request with the expert's own words as its text, where it names such an answer and says nothing else itself.
     *
     * @param find loads an interaction
     * @throws RefusedException when there is no such answer in the thread of what is answered
     */
    public static ReplyRequest in(
            ReplyRequest request, Interaction answered, Function<InteractionId, Optional<Interaction>> find) {
        InteractionId from = request.answer();
        if (from == null) {
            return request;
        }
        Interaction answer = find.apply(from)
                .filter(one -> one.origin().subtype().equals(Collaboration.ANSWER))
                .filter(one -> one.origin().threadId().equals(answered.origin().threadId()))
                .orElseThrow(() -> new RefusedException(Refusal.field(
                        Code.INVALID_REQUEST,
                        "/from",
                        "there is no " + Collaboration.ANSWER + " '" + from + "' in the thread of interaction '"
                                + answered.id() + "'")));
        return request.mail().saysSomething() ? request : request.saying(words(answer.content()));
    }

    private static String words(Content content) {
        String own = content.newText();
        return (own == null ? content.text() : own).strip() + "\n";
    }
}
