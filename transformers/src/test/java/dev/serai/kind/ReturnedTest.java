package dev.serai.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnedTest {
    @Test
    void p50_aLineOfNothingButQuoteMarksShouldNotEndTheStack() {
        Returned returned = Returned.of(
                List.of(">".repeat(100_000) + " Message-ID: <a@example.org>", "> Subject: Order", "", "Hello"));

        assertThat(returned).isNotNull();
        assertThat(returned.messageId()).isEqualTo("<a@example.org>");
    }
}
