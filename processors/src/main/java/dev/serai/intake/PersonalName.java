package dev.serai.intake;

/** A display name taken apart, as well as it goes: `Ada Lovelace` or `Lovelace, Ada`; one word is a first name. */
record PersonalName(String first, String last) {

    static PersonalName of(String display) {
        String name = display.strip();
        int comma = name.indexOf(',');
        if (comma > 0) {
            return new PersonalName(
                    name.substring(comma + 1).strip(), name.substring(0, comma).strip());
        }
        int space = name.lastIndexOf(' ');
        return space < 0
                ? new PersonalName(name, "")
                : new PersonalName(name.substring(0, space).strip(), name.substring(space + 1));
    }
}
