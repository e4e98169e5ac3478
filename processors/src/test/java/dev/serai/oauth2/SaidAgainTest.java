package dev.serai.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidAgainTest {
    private static final String PASSWORD = "s3\"cr\\et";

    @ParameterizedTest
    @ValueSource(strings = {"jo %s", "PASS %s", "LOGIN jo %s."})
    void aPasswordShouldBeFoundAsItIs(String words) {
        assertThat(isFound(words.formatted(PASSWORD))).isTrue();
    }

    @Test
    void aPasswordShouldBeFoundAsAQuotedString() {
        assertThat(isFound("BAD LOGIN \"jo\" \"s3\\\"cr\\\\et\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3\"cr\\et", "\0jo\0s3\"cr\\et", "jo\0jo\0s3\"cr\\et"})
    void aPasswordShouldBeFoundInBase64(String sent) {
        assertThat(isFound("BAD " + Base64.getEncoder().encodeToString(sent.getBytes(UTF_8))))
                .isTrue();
    }

    @Test
    void otherWordsShouldBeShown() {
        assertThat(isFound("NO [AUTHENTICATIONFAILED] jo, s3 is wrong")).isFalse();
    }

    @Test
    void noPasswordShouldBeFoundNowhere() {
        assertThat(SaidAgain.in(new Exception("anything"), SaidAgain.login("jo", "")))
                .isFalse();
    }

    @Test
    void aTokenShouldBeFoundAsItIsSent() {
        List<String> forms = SaidAgain.token("jo", "s3cret");

        assertThat(SaidAgain.in(
                        new IllegalStateException("x", new Exception("BAD " + Xoauth2.response("jo", "s3cret"))),
                        forms))
                .isTrue();
        assertThat(SaidAgain.in(new Exception("NO s3cre"), forms)).isFalse();
    }

    private static boolean isFound(String words) {
        return SaidAgain.in(new IllegalStateException("x", new Exception(words)), SaidAgain.login("jo", PASSWORD));
    }
}
