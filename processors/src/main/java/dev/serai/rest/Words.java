package dev.serai.rest;

import java.time.Duration;

/** Small things in words for people. */
final class Words {
    private Words() {}

    /** The largest unit that is not zero, such as `3 h` or `2 d`. */
    static String duration(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " d";
        }
        if (time.toHours() >= 2) {
            return time.toHours() + " h";
        }
        return time.toMinutes() >= 2 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
