package dev.serai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Content;
import dev.serai.interaction.Json;
import dev.serai.kind.KindDetector;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.text.NewText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NewTextOfMailTest {

    @Test
    void answerShouldSayWhatIsNewBesideTheWhole() throws IOException {
        Content content = content("Still broken.\n\nOn 20.11.2026 10:30, Support wrote:\n> Is it?\n\n-- \nEva");
        assertThat(content.newText()).isEqualTo("Still broken.");
        assertThat(content.text()).contains("> Is it?", "Eva");
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(content), Content.class))
                .isEqualTo(content);
    }

    @Test
    void mailThatQuotesNothingShouldNotSayItTwice() throws IOException {
        Content content = content("Hello,\n\n\nit is broken.   \n");
        assertThat(content.newText()).isNull();
        assertThat(Json.MAPPER.writeValueAsString(content)).doesNotContain("newText");
    }

    private static Content content(String text) throws IOException {
        MailMessage mail = new MimeReader()
                .read(RawSource.of(("From: a@example.org\n\n" + text).getBytes(StandardCharsets.UTF_8)));
        return ContentOf.mail(mail, mail, new KindDetector().detect(mail), NewText.of(mail.text(), mail.html()));
    }
}
