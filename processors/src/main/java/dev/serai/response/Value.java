package dev.serai.response;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What a formula yields. */
sealed interface Value {

    /** The value as a reader of this language sees it. */
    String shown(Locale locale);

    /** Characters; the empty text stands for everything that is missing. */
    record Text(String text) implements Value {
        static final Text EMPTY = new Text("");

        @Override
        public String shown(Locale locale) {
            return text;
        }
    }

    /** A number, shown with a point and no grouping. */
    record Amount(BigDecimal number) implements Value {
        static Amount of(long number) {
            return new Amount(BigDecimal.valueOf(number));
        }

        @Override
        public String shown(Locale locale) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }

    /** A date, with or without its time of day, shown as the language does. */
    record Moment(ZonedDateTime at, boolean withTime) implements Value {
        @Override
        public String shown(Locale locale) {
            DateTimeFormatter format = withTime
                    ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
            return at.format(format.withLocale(locale));
        }
    }

    /** Yes or no; decides, and is never shown: `check` refuses a code that would. */
    record Truth(boolean yes) implements Value {
        @Override
        public String shown(Locale locale) {
            return "";
        }
    }
}
