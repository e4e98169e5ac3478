package dev.serai.files;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many in so long, as files say it: {@code 10/m}.
 *
 * @param count 1 to 1,000,000
 */
public record Pace(int count, Duration per) {
    private static final int MOST = 1_000_000;
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6})/([smh])");

    static Pace of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(1)) > MOST) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no rate; expected 1 to 1000000 a second, minute or hour, such as 10/m");
        }
        Duration per = switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
        return new Pace(Integer.parseInt(form.group(1)), per);
    }

    @Override
    public String toString() {
        return count + "/" + (per.toSeconds() == 1 ? "s" : per.toMinutes() == 1 ? "m" : "h");
    }
}
