package dev.serai.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line that is dead is given up, whatever the database is. */
class ImpatientConnectionTest {
    private final List<Object> asked = new ArrayList<>();

    @Test
    void aConnectionShouldGetATimeOutBeyondThatOfItsStatements() {
        DatabaseConnections.impatient(connection(true), Duration.ofSeconds(30));

        assertThat(asked).containsExactly(40_000);
    }

    @Test
    void aDriverThatKnowsNoTimeOutShouldBeUsedWithout() {
        assertThatCode(() -> DatabaseConnections.impatient(connection(false), Duration.ofSeconds(30)))
                .doesNotThrowAnyException();
    }

    private Connection connection(boolean able) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    if (method.getName().equals("unwrap")) {
                        return proxy;
                    }
                    if (!able) {
                        throw new SQLFeatureNotSupportedException("no " + method.getName());
                    }
                    asked.add(values[1]);
                    return null;
                });
    }
}
