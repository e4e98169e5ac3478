package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            tcp://a:1?keepAlive=true tcp://a:1?keepAlive=true
            failover:(tcp://a:1,tcp://b:1) failover:(tcp://a:1,tcp://b:1)?startupMaxReconnectAttempts=1&maxReconnectAttempts=0
            failover:(tcp://a:1?x=y)?randomize=false failover:(tcp://a:1?x=y)?randomize=false&startupMaxReconnectAttempts=1&maxReconnectAttempts=0
            failover:tcp://a:1 failover:tcp://a:1?startupMaxReconnectAttempts=1&maxReconnectAttempts=0
            failover:(tcp://a:1)?maxReconnectAttempts=9 failover:(tcp://a:1)?maxReconnectAttempts=9
            """)
    void failoverShouldSayThatNoBrokerIsThereUnlessTheUrlDecides(String url, String expected) {
        assertThat(BrokerUrl.impatient(url)).isEqualTo(expected);
    }
}
