package dev.serai.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Xoauth2Test {
    @Test
    void theResponseShouldBeTheOneOfTheProvidersPage() {
        assertThat(Xoauth2.response("test@contoso.onmicrosoft.com", "EwBAAl3BAAUFFpUAo7J3Ve0bjLBWZWCclRC3EoAA"))
                .isEqualTo("dXNlcj10ZXN0QGNvbnRvc28ub25taWNyb3NvZnQuY29tAWF1dGg9QmVhcmVy"
                        + "IEV3QkFBbDNCQUFVRkZwVUFvN0ozVmUwYmpMQldaV0NjbFJDM0VvQUEBAQ==");
    }

    @Test
    void theResponseOfALongTokenShouldHaveNoLineEnd() {
        assertThat(Xoauth2.response("jo@example.com", "x".repeat(3000))).matches("[A-Za-z0-9+/=]+");
    }

    @Test
    void aChallengeShouldBeToldInWords() {
        String json = "{\"status\":\"401\",\"schemes\":\"bearer mac\",\"scope\":\"https://mail.google.com/\"}";

        assertThat(Xoauth2.words(Base64.getEncoder().encodeToString(json.getBytes(UTF_8))))
                .isEqualTo("status 401, schemes bearer mac, scope https://mail.google.com/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "bm90IGpzb24=", "W10=", "bnVsbA=="})
    void anythingElseShouldSayNothing(String challenge) {
        assertThat(Xoauth2.words(challenge)).isEmpty();
    }
}
