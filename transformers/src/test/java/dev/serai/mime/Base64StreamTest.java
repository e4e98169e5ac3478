package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base64StreamTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YWJj|abc",
                "YWI|ab",
                "YWI=|ab",
                "YQ|a",
                "YW!Jj|abc",
                "YQ==YmM=|abc",
                "YQ==~YmM=|abc",
                "YQ==~~-- ~a footer of the list|a",
                "YQ==~____________~footer|a",
                "=YWJj|abc",
                "Y|''",
                "====|''",
                "''|''",
            })
    void everyByteThatIsThereShouldComeOut(String encoded, String expected) throws IOException {
        assertThat(decode(encoded.replace("~", "\r\n"))).isEqualTo(expected);
    }

    @Test
    void anyBytesShouldComeBackInPiecesOfAnySize() throws IOException {
        byte[] bytes = new byte[50_000];
        new Random(64).nextBytes(bytes);
        byte[] encoded = Base64.getMimeEncoder().encode(bytes);
        Base64Stream in = new Base64Stream(new ByteArrayInputStream(encoded));
        assertThat(in.readNBytes(7)).isEqualTo(java.util.Arrays.copyOf(bytes, 7));
        assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 7, bytes.length));
    }

    private static String decode(String encoded) throws IOException {
        byte[] raw = encoded.getBytes(StandardCharsets.US_ASCII);
        return new String(new Base64Stream(new ByteArrayInputStream(raw)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
