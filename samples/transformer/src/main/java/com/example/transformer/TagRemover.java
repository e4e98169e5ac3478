package com.example.transformer;

import dev.serai.message.MailMessage;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerConfig;
import dev.serai.transform.TransformerFactory;

/** Takes the mark of another mail gateway, such as {@code [EXTERNAL]}, out of the subject. */
public final class TagRemover implements TransformerFactory {

    @Override
    public String type() {
        return "example-tag-remover";
    }

    @Override
    public Transformer create(TransformerConfig config) {
        String tag = config.text("tag", "[EXTERNAL]");
        if (tag.isBlank()) {
            config.reject("tag", "tag is empty; expected what is to be taken out of the subject");
        }
        return (message, context) -> remove(tag, message, context);
    }

    private static TransformResult remove(String tag, MailMessage message, TransformContext context) {
        if (!message.subject().contains(tag)) {
            return TransformResult.unchanged();
        }
        context.debug().say("the subject was " + message.subject());
        String subject = message.subject().replace(tag, "").strip();
        return TransformResult.changed(message.toBuilder().subject(subject).build(), "Took " + tag + " out of the subject.");
    }
}
