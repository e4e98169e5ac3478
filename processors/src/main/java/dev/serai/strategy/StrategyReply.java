package dev.serai.strategy;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import java.util.Map;

/** The mail that ended a wait, as strategies see it: `${body.reply.subtype}`, `${body.reply.newText}`. */
public final class StrategyReply {
    private final Interaction interaction;

    StrategyReply(Interaction interaction) {
        this.interaction = interaction;
    }

    public String getId() {
        return interaction.id().value();
    }

    public String getSubtype() {
        return interaction.origin().subtype();
    }

    public String getKind() {
        return content().kind();
    }

    public String getSubject() {
        String subject = content().subject();
        return subject == null ? "" : subject;
    }

    /** The sender's bare address; empty where there is none. */
    public String getFromAddress() {
        Party from = content().from();
        return from == null ? "" : from.address();
    }

    public String getText() {
        return content().text();
    }

    /** The text apart from quoted mail and signature. */
    public String getNewText() {
        String fresh = content().newText();
        return fresh == null ? content().text() : fresh;
    }

    public Map<String, Object> getUserData() {
        return interaction.userData();
    }

    /** Nothing of the mail gets into a log by way of `${body.reply}`. */
    @Override
    public String toString() {
        return "interaction " + getId();
    }

    private Content content() {
        return interaction.content();
    }
}
