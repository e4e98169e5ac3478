package dev.serai.rest;

/** Small things in words for people. */
final class Words {
    private Words() {}

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
