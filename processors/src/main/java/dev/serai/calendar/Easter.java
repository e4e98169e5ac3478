package dev.serai.calendar;

import java.time.LocalDate;

/** Easter Sunday of the Gregorian calendar. */
final class Easter {
    private Easter() {}

    /** By the anonymous algorithm of Nature, vol. 13 (1876), as in Meeus, Astronomical Algorithms, chapter 8. */
    static LocalDate sunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 19 * l) / 433;
        int n = h + l - 7 * m;
        int month = (n + 90) / 25;
        return LocalDate.of(year, month, (n + 33 * month + 19) % 32);
    }
}
