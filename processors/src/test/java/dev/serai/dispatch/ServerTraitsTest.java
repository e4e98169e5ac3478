package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server says of itself, in words. */
class ServerTraitsTest {
    @Test
    void theWordsShouldSayWhatThereIsAndWhatThereIsNot() {
        assertThat(new ServerTraits("TLSv1.3", List.of("PLAIN", "LOGIN"), 35_882_577).words())
                .isEqualTo("TLSv1.3, AUTH PLAIN LOGIN, SIZE 35,882,577");
        assertThat(new ServerTraits(null, List.of(), 0).words()).isEqualTo("no TLS, no AUTH, no SIZE");
    }
}
