package dev.serai.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final ResponseContext CONTEXT = ResponseContext.at(
                    Instant.parse("2026-11-23T09:05:00Z"), ZoneId.of("Europe/Berlin"))
            .with(Field.INTERACTION_ID, "id-1")
            .with(Field.CONTACT_FIRST_NAME, "Jörg")
            .with(Field.CONTACT_LAST_NAME, "Meier")
            .withAttachedData(Map.of("amount", "12.50", "tier", "gold"));

    private static Scope scope(Locale locale) {
        return new Scope(CONTEXT, Map.of(), locale, Instant.parse("2026-11-24T09:00:00Z"));
    }

    private static String shown(String formula, Locale locale) throws FormulaException {
        return new FormulaParser(formula + "$>", 0)
                .parse()
                .evaluate(scope(locale))
                .shown(locale);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        1 + 2 * 3 ¦ 7
        (1 + 2) * 3 ¦ 9
        10 - 4 - 3 ¦ 3
        7 / 2 ¦ 3.5
        -2 * -3 ¦ 6
        1 - -1 ¦ 2
        100 * 10 ¦ 1000
        "a" + "b" + 1 ¦ ab1
        "say \\"hi\\"" ¦ say "hi"
        “typographic” ¦ typographic
        "a $> b" ¦ a $> b
        Contact.FirstName ¦ Jörg
        Contact.FullName ¦ Jörg Meier
        "Dear " + Upper(Contact.LastName) ¦ Dear MEIER
        Interaction.Id ¦ id-1
        Interaction.TimeZone ¦ Europe/Berlin
        Interaction.AttachedData("tier") ¦ gold
        Number(Interaction.AttachedData("amount")) * 2 ¦ 25
        Length("Grüße 😀") ¦ 7
        Left("Grüße", 3) ¦ Grü
        Left("ab", 9) ¦ ab
        Right("Grüße", 2) ¦ ße
        Mid("Grüße", 2, 3) ¦ rüß
        Mid("Grüße", 4) ¦ ße
        Mid("ab", 9, 2) ¦ ``
        Trim("  a ") ¦ a
        Lower(Left(Trim("  ABC"), Length("xy"))) ¦ ab
        Cap("monday") ¦ Monday
        Replace("a-b-c", "-", "/") ¦ a/b/c
        Round(2.345, 2) ¦ 2.35
        Round(2.5) ¦ 3
        Abs(0 - 3) ¦ 3
        Min(1, 2) + Max(1, 2) ¦ 3
        FormatNumber(1234.5, "#,##0.00") ¦ 1,234.50
        WeekdayName(Interaction.DateCreated) ¦ Monday
        MonthName(Interaction.DateCreated) ¦ November
        FormatDate(Interaction.DateCreated + 3, "yyyy-MM-dd HH:mm") ¦ 2026-11-26 10:05
        FormatDate(2 + Interaction.DateCreated - 3, "yyyy-MM-dd") ¦ 2026-11-22
        Date(2026, 2, 27) + 2 ¦ March 1, 2026
        Date(2026, 3, 1) - Date(2026, 2, 27) ¦ 2
        WeekdayName(Date(2026,1,1,12,30,0)) ¦ Thursday
        Year(Today()) ¦ 2026
        Day(AddDays(Today(), 7)) ¦ 1
        Hour(Interaction.DateCreated) ¦ 10
        Find("Grüße", "SS") ¦ 0
        Find("Grüße", "e") ¦ 5
        Floor(2.7) + Ceiling(2.1) ¦ 5
        Mod(7, 3) ¦ 1
        FormatDate(AddMonths(Date(2026, 1, 31), 1), "yyyy-MM-dd") ¦ 2026-02-28
        FormatDate(AddHours(Interaction.DateCreated, 14), "dd. HH:mm") ¦ 24. 00:05
        FormatDate(ToTimeZone(Interaction.DateCreated, "Asia/Tokyo"), "HH:mm") ¦ 18:05
        FormatDate(ToDate("2026-01-31"), "d/M") ¦ 31/1
        FormatDate(ToDate("2026-01-31T10:00:00Z"), "HH:mm") ¦ 11:00
        FormatDate(Now(), "HH:mm") ¦ 10:00
        If(1 < 2, "yes", "no") ¦ yes
        If(Interaction.AttachedData("tier") = "Gold", "dear", "") ¦ dear
        If(Interaction.AttachedData("amount") >= 12.5 && !(1 = 2), "much", "little") ¦ much
        If(1 > 2 || Contains("Invoice 4711", "INVOICE"), 1, 2) ¦ 1
        If(StartsWith("abc", "AB") && EndsWith("abc", "bc"), "both", "none") ¦ both
        If(Interaction.DateCreated < Now(), "past", "future") ¦ past
        If(IsEmpty(Contact.Title), "Hello", Contact.Title) ¦ Hello
        If("007" <> "7", "texts differ", "same") ¦ texts differ
        FormatDate(Interaction.DateCreated, "dd.MM.yyyy HH:mm") ¦ 23.11.2026 10:05
        """)
    void formulaShouldYield(String formula, String expected) throws FormulaException {
        assertThat(shown(formula, Locale.ENGLISH)).isEqualTo(expected);
    }

    @Test
    void datesShouldBeWrittenInTheLanguage() throws FormulaException {
        assertThat(shown("WeekdayName(Interaction.DateCreated)", Locale.GERMAN)).isEqualTo("Montag");
        // What stands between day and time depends on the JDK's locale data.
        assertThat(shown("Interaction.DateCreated", Locale.GERMAN)).matches("23\\. November 2026.* 10:05");
        assertThat(shown("Interaction.DateCreated", Locale.ENGLISH)).matches("November 23, 2026.* 10:05.AM");
        assertThat(shown("FormatNumber(1234.5, \"#,##0.00\")", Locale.GERMAN)).isEqualTo("1.234,50");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        Contact.Firstname ¦ did you mean 'Contact.FirstName'?
        Customer.Name ¦ unknown field code 'Customer.Name'
        Uper("a") ¦ did you mean 'Upper'?
        Upper ¦ expected ( after the function Upper
        Upper() ¦ Upper takes 1 argument, found 0
        Left("a") ¦ Left takes 2 arguments, found 1
        Mid("a") ¦ Mid takes 2 to 3 arguments, found 1
        Upper("a" ¦ expected ), found $>
        "a ¦ a quote is never closed
        1 + ¦ expected a field, a function, a text or a number, found $>
        1 2 ¦ expected an operator or $>, found 2
        `` ¦ expected a field, a function, a text or a number, found $>
        12x ¦ expected a number such as 12 or 0.5, found 12x
        Interaction.AttachedData ¦ expected Interaction.AttachedData("key")
        Interaction.AttachedData(key) ¦ expected Interaction.AttachedData("key")
        Left("a", "b") ¦ Left expected a number, found a text
        Left("a", 0 - 1) ¦ Left expected a number of at least 0, found -1
        1 / 0 ¦ division by zero
        WeekdayName("Monday") ¦ WeekdayName expected a date, found a text
        Date(2026, 13, 1) ¦ there is no such date
        Today() * 2 ¦ a date cannot be used with *
        WeekdayName(Contact.FirstName) ¦ WeekdayName expected a date, found a text; ToDate(…) makes one
        Upper(Interaction.DateCreated) ¦ Upper expected a text, found a date; FormatDate(…) makes a text of it
        Round(Contact.LastName) ¦ Round expected a number, found a text; Number(…) makes one of a text
        Contact.FirstName * 2 ¦ * expected a number, found a text
        FormatDate(Interaction.DateCreated, "jjjj") ¦ FormatDate expected a pattern such as "dd.MM.yyyy", found "jjjj"
        FormatNumber(Interaction.AttachedData("n"), "#.#.#") ¦ FormatNumber expected a pattern
        ToTimeZone(Interaction.DateCreated, "Berlin") ¦ ToTimeZone expected a time zone such as "Europe/Berlin"
        Left(Contact.FirstName, 0.5) ¦ Left expected a whole number, found 0.5
        If(1, "a", "b") ¦ If expected a condition
        If(1 = 1, "a") ¦ If takes 3 arguments, found 2
        IsEmpty("a") ¦ IsEmpty takes a field such as Contact.FirstName
        1 = 1 ¦ a condition is nothing to show
        "a" < "b" ¦ a text and a text cannot be compared like this
        Today() = 1 ¦ a date and a number cannot be compared like this
        (1 = 1) + 1 ¦ a condition cannot be used with +
        """)
    void wrongFormulaShouldSayWhatWasExpected(String formula, String reason) {
        assertThat(catchThrowableOfType(FormulaException.class, () -> shown(formula, Locale.ENGLISH)))
                .hasMessageContaining(reason);
    }

    @Test
    void nestingShouldBeBounded() {
        assertThat(catchThrowableOfType(FormulaException.class, () -> shown("(".repeat(10_000) + "1", Locale.ENGLISH)))
                .hasMessageContaining("more than 50");
    }
}
