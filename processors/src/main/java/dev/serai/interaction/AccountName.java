package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of an SMTP way out: lower-case kebab, unique among accounts. */
public record AccountName(@JsonValue String value) implements Comparable<AccountName> {

    public AccountName {
        Names.requireKebab("account", value);
    }

    @JsonCreator
    public static AccountName of(String value) {
        return new AccountName(value);
    }

    @Override
    public int compareTo(AccountName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
