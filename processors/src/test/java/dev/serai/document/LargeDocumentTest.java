package dev.serai.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of ten megabytes that hold as many things as they can: they cost what their text costs. */
@Timeout(20)
class LargeDocumentTest {
    /** Bytes that reading may take of memory in all: the text in its forms, and little for what is in it. */
    private static final long MOST_MEMORY = 200L << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>|<i operation='ping'/>|</a>",
                "<a>|<i/>|</a>",
                "<i operation='submit'><properties>|<a/>|</properties></i>",
                "<i operation='submit'>|<a/>|</i>",
                "<i operation='submit'><deleted>|<a/>|</deleted></i>",
                "<i operation='submit'><properties><x>|<y/>|</x></properties></i>",
                "<i operation='submit'><properties><To>|a@b,|</To></properties></i>",
                "[|[],|1]",
                "[|{},|1]",
                "[|1,|1]",
                "[|{\"operation\":\"ping\"},|1]",
                "{\"operation\":\"submit\",\"properties\":{\"x\":[|[],|1]}}",
                "{\"operation\":\"submit\",\"properties\":{\"to\":[|\"a\",|1]}}",
                "{\"operation\":\"update\",\"deleted\":[|\"a\",|1]}",
            })
    void tinyThingsShouldBeCountedWhileTheyAreRead(String pattern) {
        String[] parts = pattern.split("\\|");
        int times = (Document.MOST_BYTES - parts[0].length() - parts[2].length()) / parts[1].length();
        refusedCheaply(parts[0] + parts[1].repeat(times) + parts[2]);
    }

    @Test
    void namesThatAreAllDifferentShouldBeCountedWhileTheyAreRead() {
        refusedCheaply(filled("<i operation='submit'><properties>", n -> "<a" + n + "/>", "</properties></i>"));
        refusedCheaply(filled("{\"operation\":\"submit\",\"properties\":{", n -> "\"" + n + "\":1,", "\"a\":1}}"));
        refusedCheaply(filled("<i operation='submit' ", n -> "a" + n + "='' ", "/>"));
    }

    @Test
    void manyOperationsWithManyValuesShouldBeCountedTogether() {
        String values = "<a/>".repeat(500);
        refusedCheaply(filled("<a>", n -> "<i operation='submit'><properties>" + values + "</properties></i>", "</a>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{\"a\":", "<a>", "<a operation='submit'>", "[{\"operation\":\"submit\",\"properties\":"})
    void depthShouldBeRefusedAtOnce(String begin) {
        refusedCheaply(begin.repeat(Document.MOST_BYTES / begin.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\"", "\",", "\",\"", "&lt;", "\"&lt;", "a,\"", " "})
    void aListOfPersonsShouldTakeNoLongerThanItIsLong(String part) {
        String head = "<i operation='submit'><properties><To>";
        String tail = "</To></properties></i>";
        Document document = Document.read(head + part.repeat(9_000_000 / part.length()) + tail);

        assertThat(document.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<![CDATA[a]]>", "&#97;", "a<!---->", "a<?p?>", "\n"})
    void textInManyPiecesShouldTakeNoLongerThanItIsLong(String piece) {
        String head = "<i operation='submit'><properties><Text>";
        String tail = "</Text></properties></i>";
        Document document = Document.read(head + piece.repeat(9_000_000 / piece.length()) + tail);

        assertThat(document.requests()).hasSize(1);
    }

    @Test
    void whatIsQuotedInAnErrorShouldBeShort() {
        String huge = "x".repeat(5_000_000);
        for (String text : new String[] {
            "{\"operation\":\"" + huge + "\"}",
            "{\"operation\":\"submit\",\"properties\":{\"priority\":\"" + huge + "\"}}",
            "{\"operation\":\"submit\",\"properties\":{\"to\":\"" + huge + "\"}}",
            "{\"operation\":\"submit\",\"" + huge.substring(0, 40_000) + "\":1}"
        }) {
            Request.Unreadable bad =
                    (Request.Unreadable) Document.read(text).requests().get(0);
            assertThat(bad.refusal().detail().length()).isLessThan(1100);
        }
    }

    private static String filled(String head, IntFunction<String> part, String tail) {
        StringBuilder text = new StringBuilder(head);
        for (int n = 0; text.length() < Document.MOST_BYTES - tail.length() - 3000; n++) {
            text.append(part.apply(n));
        }
        return text.append(tail).toString();
    }

    private static void refusedCheaply(String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        Document document = Document.read(bytes);
        long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(document.requests())
                .hasOnlyElementsOfType(Request.Unreadable.class)
                .hasSize(1);
        assertThat(taken).isLessThan(MOST_MEMORY);
    }
}
