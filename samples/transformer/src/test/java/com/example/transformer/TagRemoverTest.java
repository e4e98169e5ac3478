package com.example.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagRemoverTest {
    private final Transformer remover = new TagRemover().create(Map.of());
    private final TransformContext context = new TransformContext(RawSource.of(new byte[0]), new MimeReader());

    @Test
    void tagShouldBeTakenOutOfTheSubject() throws Exception {
        MailMessage mail = MailMessage.builder().subject("[EXTERNAL] My order").build();

        TransformResult result = remover.transform(mail, context);

        TransformResult.Changed changed = assertInstanceOf(TransformResult.Changed.class, result);
        assertEquals("My order", changed.message().subject());
    }

    @Test
    void mailWithoutATagShouldStayAsItIs() throws Exception {
        MailMessage mail = MailMessage.builder().subject("My order").build();

        assertInstanceOf(TransformResult.Unchanged.class, remover.transform(mail, context));
    }
}
