package dev.serai.screening;

import java.util.Optional;

/** Who issues payment cards whose numbers begin so and are so long (ISO/IEC 7812). */
enum CardIssuer {
    VISA("Visa"),
    MASTERCARD("Mastercard"),
    AMEX("American Express"),
    DINERS("Diners Club"),
    DISCOVER("Discover"),
    JCB("JCB"),
    UNION_PAY("UnionPay"),
    MAESTRO("Maestro"),
    MIR("Mir");

    private final String title;

    CardIssuer(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Empty when nobody is known to issue such numbers. */
    static Optional<CardIssuer> of(String number) {
        int four = Integer.parseInt(number.substring(0, 4));
        int two = four / 100;
        int three = four / 10;
        int length = number.length();
        if (four / 1000 == 4) {
            return when(VISA, length == 13 || length == 16 || length == 19);
        }
        if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
            return when(MASTERCARD, length == 16);
        }
        if (two == 34 || two == 37) {
            return when(AMEX, length == 15);
        }
        if ((three >= 300 && three <= 305) || four == 3095 || two == 36 || two == 38 || two == 39) {
            return when(DINERS, length == 14 || length == 16);
        }
        if (four >= 3528 && four <= 3589) {
            return when(JCB, length >= 16);
        }
        return further(four, length);
    }

    private static Optional<CardIssuer> further(int four, int length) {
        int two = four / 100;
        int three = four / 10;
        if (four == 6011 || (three >= 644 && three <= 649) || two == 65) {
            return when(DISCOVER, length >= 16);
        }
        if (two == 62) {
            return when(UNION_PAY, length >= 16);
        }
        if (four >= 2200 && four <= 2204) {
            return when(MIR, length >= 16);
        }
        return switch (four) {
            case 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 -> Optional.of(MAESTRO);
            default -> Optional.empty();
        };
    }

    private static Optional<CardIssuer> when(CardIssuer issuer, boolean fits) {
        return fits ? Optional.of(issuer) : Optional.empty();
    }
}
