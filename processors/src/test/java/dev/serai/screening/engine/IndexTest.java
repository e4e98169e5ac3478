package dev.serai.screening.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Opened;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexTest {
    private static Optional<Set<String>> required(String regex) {
        return RequiredTexts.of(Opened.syntax(Pattern.compile(regex, Pattern.CASE_INSENSITIVE)));
    }

    private static Optional<Pattern> random(RandomTexts texts) {
        try {
            int flags = (texts.random().nextBoolean() ? Pattern.CASE_INSENSITIVE : 0)
                    | (texts.random().nextBoolean() ? Pattern.DOTALL : 0);
            return Optional.of(Pattern.compile(texts.regex(), flags));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static List<Pattern> patterns(RandomTexts texts, int count) {
        List<Pattern> patterns = new ArrayList<>();
        while (patterns.size() < count) {
            random(texts).ifPresent(patterns::add);
        }
        return patterns;
    }

    /** The index must say what RE2/J says; how often it does not know. */
    private static int compare(List<Pattern> patterns, List<String> texts, Index.Builder builder) {
        List<int[]> numbers = patterns.stream()
                .map(pattern -> new int[] {builder.regex(pattern, false), builder.regex(pattern, true)})
                .toList();
        Index index = builder.build();
        int unknown = 0;
        for (String text : texts) {
            Scan scan = index.scan(text, CaseFolding.fold(text), text.length());
            for (int i = 0; i < patterns.size(); i++) {
                Pattern pattern = patterns.get(i);
                boolean find = pattern.matcher(text).find();
                boolean match = pattern.matches(text);
                assertThat(scan.matches(numbers.get(i)[0]))
                        .as("find %s in %s", pattern, text)
                        .isIn(find ? Verdict.YES : Verdict.NO, Verdict.UNKNOWN);
                assertThat(scan.matches(numbers.get(i)[1]))
                        .as("match %s with %s", pattern, text)
                        .isIn(match ? Verdict.YES : Verdict.NO, Verdict.UNKNOWN);
                unknown += Collections.frequency(
                        List.of(scan.matches(numbers.get(i)[0]), scan.matches(numbers.get(i)[1])), Verdict.UNKNOWN);
            }
        }
        return unknown;
    }

    @Test
    void indexShouldSayWhatRe2SaysOnRandomExpressions() {
        for (int seed = 0; seed < 40; seed++) {
            RandomTexts random = new RandomTexts(seed);
            List<Pattern> patterns = patterns(random, 60);
            List<String> texts =
                    IntStream.range(0, 40).mapToObj(i -> random.text(30)).toList();
            assertThat(compare(patterns, texts, Index.builder()))
                    .as("seed %d", seed)
                    .isZero();
        }
    }

    @Test
    void indexShouldSayTheSameWhenItHasToStartOverAllTheTime() {
        RandomTexts random = new RandomTexts(99);
        List<Pattern> patterns = patterns(random, 60);
        List<String> texts =
                IntStream.range(0, 40).mapToObj(i -> random.text(60)).toList();
        Index.Builder tight = Index.builder().memory(20_000);
        assertThat(compare(patterns, texts, tight)).isZero();
    }

    /** A regular expression looks for folded literals, so what RE2/J takes for the same letter has to be folded alike. */
    @Test
    void foldingShouldKnowEveryPairThatRe2Knows() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String folded = CaseFolding.fold(Character.toString(point));
            for (int same : Opened.orbit(point)) {
                assertThat(CaseFolding.fold(Character.toString(same))).isEqualTo(folded);
            }
        }
    }

    @Test
    void requiredTextsShouldBeTheLongestThatHaveToBeThere() {
        assertThat(required("\\binvoice\\b|rechnung")).contains(Set.of("invoice", "rechnung"));
        assertThat(required("(INV)-(\\d{6})")).contains(Set.of("inv-"));
        assertThat(required("(?:order)+ no[.]? \\d+")).contains(Set.of("order"));
        assertThat(required("\\Qa.b\\E$")).contains(Set.of("a.b"));
        assertThat(required("(?:abc){0,2}\\d")).isEmpty();
        assertThat(required("ab|invoice")).isEmpty();
        assertThat(required("\\d\\d[-.]\\d+")).isEmpty();
    }

    @Test
    void literalsShouldBeFoundWhereTheyOverlap() {
        Literals literals = Literals.of(List.of("he", "she", "his", "hers", "ers", "s"));
        assertThat(literals.in("ushers")).hasToString("{0, 1, 3, 4, 5}");
        assertThat(literals.in("hi")).hasToString("{}");
    }

    @Test
    void literalsShouldBeFoundAsASearchOneByOneFindsThem() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<String> texts = IntStream.range(0, 50)
                    .mapToObj(i -> letters(random, 1 + random.nextInt(5)))
                    .distinct()
                    .toList();
            String text = letters(random, 60);
            assertThat(Literals.of(texts).in(text).stream().boxed())
                    .containsExactlyElementsOf(IntStream.range(0, texts.size())
                            .filter(i -> text.contains(texts.get(i)))
                            .boxed()
                            .toList());
        }
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One state a character, and no more states for longer texts: that is linear time, whatever the clock says. */
    @Test
    void p50_evilExpressionsShouldNeedAHandfulOfStatesHoweverLongTheText() {
        Index.Builder builder = Index.builder();
        List<Integer> evil = Stream.of("(a+)+$", "(a|aa)+$", "(.*a){12}b$", "(a*)*c", "(a?){40}a{40}c")
                .map(regex -> builder.regex(Pattern.compile(regex), false))
                .toList();
        Index index = builder.build();
        List<Long> bytes = new ArrayList<>();
        for (int length : List.of(10_000, 100_000, 1_000_000)) {
            String text = "a".repeat(length) + "x";
            Scan scan = index.scan(text, text, text.length());
            assertThat(evil).allSatisfy(regex -> assertThat(scan.matches(regex)).isEqualTo(Verdict.NO));
            bytes.add(index.automatonBytes());
        }
        assertThat(bytes).allMatch(held -> held.equals(bytes.get(0)) && held < 1 << 20);
    }

    @Test
    void expressionsWithManyStatesShouldBeLeftToRe2() {
        Index.Builder builder = Index.builder();
        int regex = builder.regex(Pattern.compile("[ab][^x]{18}a[^x]{3}"), false);
        Index index = builder.build();
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            String text = letters(random, 20_000);
            assertThat(index.scan(text, text, text.length()).matches(regex)).isNotEqualTo(Verdict.NO);
        }
        assertThat(index.automatonBytes()).isLessThan(16 << 20);
    }
}
