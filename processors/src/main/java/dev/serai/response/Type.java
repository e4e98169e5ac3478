package dev.serai.response;

/** What a formula yields, as far as it is known before there is an interaction. */
enum Type {
    TEXT("a text"),
    NUMBER("a number"),
    DATE("a date"),
    /** Yes or no: what conditions are. */
    TRUTH("a condition"),
    /** User data: a text, which may read as a number. */
    DATA("user data"),
    /** Of parameters only: anything that can be shown. */
    ANY("a text, a number or a date");

    private final String words;

    Type(String words) {
        this.words = words;
    }

    /** In a sentence, with its article. */
    String words() {
        return words;
    }

    /** Whether a parameter of this type takes a value of another one. */
    boolean takes(Type given) {
        return switch (this) {
            case TEXT -> given == TEXT || given == NUMBER || given == DATA;
            case NUMBER -> given == NUMBER || given == DATA;
            case ANY -> given != TRUTH;
            default -> given == this;
        };
    }

    /** Some value of it. */
    Value sample() {
        return switch (this) {
            case NUMBER -> Value.Amount.of(1);
            case DATE -> new Value.Moment(Scope.SAMPLE.now(), true);
            case TRUTH -> new Value.Truth(true);
            default -> new Value.Text("1");
        };
    }

    boolean isText() {
        return this == TEXT || this == DATA;
    }
}
